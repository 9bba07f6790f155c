package dev.nabla.simplify;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Rational;
import dev.nabla.function.FunctionTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** e^(2u) + 1 is 2·e^u·cosh(u): sums of exponentials that read the same from both ends. */
final class ExponentialForms {
  private final ExprPool pool;
  private final QuotientReader reader;

  ExponentialForms(ExprPool pool, QuotientReader reader) {
    this.pool = pool;
    this.reader = reader;
  }

  /** The product with such sums as hyperbolic functions, if no exponential is left that shrinks. */
  Optional<FactoredQuotient> hyperbolic(FactoredQuotient quotient) {
    FactoredQuotient result = quotient;
    int count = reader.generators().size();
    for (int v = 0; v < count; v++) {
      if (QuotientReader.isE(reader.generators().get(v).base())) {
        result = converted(result, v).orElse(result);
      }
    }
    return result == quotient ? Optional.empty() : Optional.of(result);
  }

  private Optional<FactoredQuotient> converted(FactoredQuotient quotient, int variable) {
    Multinomial exponential = Multinomial.variable(variable, 1);
    int halves = 2 * quotient.exponent(exponential);
    FactoredQuotient result = quotient;
    for (Map.Entry<Multinomial, Integer> entry : quotient.factors().entrySet()) {
      Multinomial factor = entry.getKey();
      if (factor.size() > 1 && factor.contains(variable)) {
        Optional<Multinomial> sum = symmetric(factor, variable);
        if (sum.isEmpty()) {
          return Optional.empty();
        }
        int exponent = entry.getValue();
        halves += exponent * factor.degree(variable);
        Map<Multinomial, Integer> change = new LinkedHashMap<>();
        change.put(factor, -exponent);
        reader
            .ring()
            .factors()
            .factors(sum.get())
            .forEach((f, k) -> change.merge(f, k * exponent, Integer::sum));
        result = result.times(sum.get().content().pow(exponent), change);
      }
    }
    // e^(−u)/sinh(u) has no double where 1/(e^(2u) − 1) has: one of its factors overflows.
    if (result == quotient || halves % 2 != 0 || halves < 0) {
      return Optional.empty();
    }
    int power = halves / 2 - quotient.exponent(exponential);
    return Optional.of(result.times(Rational.ONE, Map.of(exponential, power)));
  }

  /** Σ cᵢ·gⁱ over g^(n/2) where cᵢ = cₙ₋ᵢ or cᵢ = −cₙ₋ᵢ. */
  private Optional<Multinomial> symmetric(Multinomial factor, int variable) {
    List<Multinomial> coefficients = factor.coefficients(variable);
    int n = coefficients.size() - 1;
    boolean even = coefficients.get(0).equals(coefficients.get(n));
    Multinomial result = Multinomial.ZERO;
    for (int i = 0; 2 * i <= n; i++) {
      Multinomial coefficient = coefficients.get(n - i);
      Multinomial other = coefficients.get(i);
      if (!coefficient.equals(even ? other : other.scale(Rational.MINUS_ONE))) {
        return Optional.empty();
      }
      if (coefficient.isZero()) {
        continue;
      }
      Multinomial value = Multinomial.ONE;
      if (2 * i < n) {
        value = hyperbolic(even, variable, Rational.of(n - 2L * i, 2)).scale(Rational.of(2));
      }
      result = result.add(coefficient.multiply(value));
    }
    return Optional.of(result);
  }

  private Multinomial hyperbolic(boolean even, int variable, Rational multiple) {
    Generators.Generator generator = reader.generators().get(variable);
    Rational factor = multiple.divide(Rational.of(generator.scale()));
    Expr argument = Angle.scaled(pool, factor, generator.unit());
    int sine = number("sinh", argument);
    int cosine = number("cosh", argument);
    reader.functions().pairs().add(new AnglePair(sine, cosine, false, argument));
    return Multinomial.variable(even ? cosine : sine, 1);
  }

  private int number(String function, Expr argument) {
    Expr value = pool.apply(FunctionTable.get(function), List.of(argument));
    return reader.generators().number(value, pool.one(), 1);
  }
}
