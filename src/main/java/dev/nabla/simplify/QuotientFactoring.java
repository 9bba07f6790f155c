package dev.nabla.simplify;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Rational;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Quotient → product of powers, with roots and what is below them in one power. */
final class QuotientFactoring {
  private static final int MOST_TERMS = 60;
  private static final Set<String> JOINING = Set.of("sin", "cosh", "sec", "csc", "csch");

  private final ExprPool pool;
  private final QuotientReader reader;
  private final QuotientRing ring;

  QuotientFactoring(ExprPool pool, QuotientReader reader) {
    this.pool = pool;
    this.reader = reader;
    this.ring = reader.ring();
  }

  FactoredQuotient of(Quotient quotient) {
    Multinomial numerator = quotient.numerator();
    Map<Multinomial, Integer> factors = new LinkedHashMap<>();
    for (int v : List.copyOf(ring.algebraic())) {
      Multinomial variable = Multinomial.variable(v, 1);
      Optional<Multinomial> without = ring.divide(numerator, variable);
      if (numerator.size() > 1 && without.isPresent()) {
        numerator = without.get();
        factors.merge(variable, 1, Integer::sum);
      }
    }
    FactoredQuotient result =
        new FactoredQuotient(Rational.ONE, factors)
            .times(numerator.content(), ring.factored(numerator));
    Map<Multinomial, Integer> above = new LinkedHashMap<>();
    quotient.denominator().forEach((factor, exponent) -> above.put(factor, -exponent));
    return withoutDivisors(result.times(Rational.ONE, above));
  }

  /** (1 + sin)/cos² is 1/(1 − sin): what divides the denominator moves there. */
  private FactoredQuotient withoutDivisors(FactoredQuotient quotient) {
    Multinomial below = Multinomial.ONE;
    for (Map.Entry<Multinomial, Integer> entry : quotient.factors().entrySet()) {
      for (int i = 0; i > entry.getValue(); i--) {
        below = ring.product(below, entry.getKey());
        if (below.size() > MOST_TERMS) {
          return quotient;
        }
      }
    }
    if (below.isConstant()) {
      return quotient;
    }
    for (Map.Entry<Multinomial, Integer> entry : quotient.factors().entrySet()) {
      Multinomial factor = entry.getKey();
      if (entry.getValue() > 0 && factor.size() > 1 && isAlgebraic(factor)) {
        Optional<Multinomial> rest = ring.divide(below, factor);
        if (rest.isPresent()) {
          Map<Multinomial, Integer> others = new LinkedHashMap<>();
          quotient.factors().forEach((f, e) -> others.put(f, Math.max(0, e)));
          others.merge(factor, -1, Integer::sum);
          others.values().removeIf(e -> e == 0);
          Map<Multinomial, Integer> inverse = new LinkedHashMap<>();
          ring.factors().factors(rest.get()).forEach((f, e) -> inverse.put(f, -e));
          Rational number = quotient.coefficient().divide(rest.get().content());
          return new FactoredQuotient(number, others).times(Rational.ONE, inverse);
        }
      }
    }
    return quotient;
  }

  private boolean isAlgebraic(Multinomial factor) {
    return ring.algebraic().stream().anyMatch(factor::contains);
  }

  /** √u/u is u^(−1/2), 1 − cos² is sin²: powers of what a variable is a root of join it. */
  FactoredQuotient joined(FactoredQuotient quotient) {
    FactoredQuotient result = quotient;
    for (int v : List.copyOf(ring.algebraic())) {
      QuotientRing.Relation relation = ring.relation(v).orElseThrow();
      Multinomial value = relation.value();
      Multinomial variable = Multinomial.variable(v, 1);
      boolean wanted =
          result.exponent(variable) != 0
              || JOINING.stream().anyMatch(name -> reader.generators().isValueOf(v, name));
      if (wanted && !value.isConstant()) {
        result = joined(result, variable, relation.degree(), ring.factors().factors(value), value);
      }
    }
    return result;
  }

  private static FactoredQuotient joined(
      FactoredQuotient quotient,
      Multinomial variable,
      int degree,
      Map<Multinomial, Integer> parts,
      Multinomial value) {
    int sign = 0;
    int times = Integer.MAX_VALUE;
    for (Map.Entry<Multinomial, Integer> part : parts.entrySet()) {
      int exponent = quotient.exponent(part.getKey());
      if (exponent == 0 || (sign != 0 && sign != Integer.signum(exponent))) {
        return quotient;
      }
      sign = Integer.signum(exponent);
      times = Math.min(times, Math.abs(exponent) / part.getValue());
    }
    if (times == 0 || (sign > 0 && parts.size() == 1 && degree == 2 && variableOf(parts) >= 0)) {
      return quotient;
    }
    int count = times * sign;
    Map<Multinomial, Integer> change = new LinkedHashMap<>();
    parts.forEach((part, exponent) -> change.put(part, -exponent * count));
    change.merge(variable, degree * count, Integer::sum);
    return quotient.times(value.content().pow(-count), change);
  }

  private static int variableOf(Map<Multinomial, Integer> parts) {
    return FactoredQuotient.variable(parts.keySet().iterator().next());
  }

  /** (c·x)^(1/n)/(c·x) is (c·x)^(1/n − 1): a base of symbolic powers stands for its factors. */
  FactoredQuotient recombined(FactoredQuotient quotient) {
    FactoredQuotient result = quotient;
    for (Expr base : reader.divided()) {
      Quotient inner = reader.read(base);
      if (!base.children().isEmpty() && inner.denominator().isEmpty()) {
        Map<Multinomial, Integer> parts = ring.factors().factors(inner.numerator());
        int times = Integer.MAX_VALUE;
        for (Map.Entry<Multinomial, Integer> part : parts.entrySet()) {
          times = Math.min(times, -result.exponent(part.getKey()) / part.getValue());
        }
        if (times > 0 && times < Integer.MAX_VALUE) {
          int count = times;
          Map<Multinomial, Integer> change = new LinkedHashMap<>();
          parts.forEach((part, exponent) -> change.put(part, exponent * count));
          int variable = reader.generators().number(base, pool.one(), 1);
          change.merge(Multinomial.variable(variable, 1), -count, Integer::sum);
          result = result.times(inner.numerator().content().pow(count), change);
        }
      }
    }
    return result;
  }

  /** Whether the product has a value wherever the expression that was read has one. */
  boolean keepsDomain(FactoredQuotient quotient, Ranges ranges) {
    List<Multinomial> below = new ArrayList<>();
    quotient
        .factors()
        .forEach(
            (factor, exponent) -> {
              if (exponent < 0) {
                below.add(factor);
              }
            });
    return below.stream().allMatch(factor -> mayBeBelow(factor, quotient, ranges));
  }

  private boolean mayBeBelow(Multinomial factor, FactoredQuotient quotient, Ranges ranges) {
    int v = FactoredQuotient.variable(factor);
    if (v >= 0) {
      Generators.Generator generator = reader.generators().get(v);
      boolean symbolic = generator.unit() != pool.one();
      if (symbolic || reader.generators().isNumeric(v) || joinsSymbolic(generator, quotient)) {
        return true;
      }
    }
    return reader.isPole(factor) || ranges.isNonZero(reader.generators().expression(factor));
  }

  /** Whether a symbolic power of the same base takes the exponent in. */
  private boolean joinsSymbolic(Generators.Generator generator, FactoredQuotient quotient) {
    return quotient.factors().keySet().stream()
        .mapToInt(FactoredQuotient::variable)
        .filter(v -> v >= 0)
        .mapToObj(reader.generators()::get)
        .anyMatch(other -> other.base() == generator.base() && other.unit() != pool.one());
  }
}
