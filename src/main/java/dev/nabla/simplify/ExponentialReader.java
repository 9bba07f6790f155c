package dev.nabla.simplify;

import dev.nabla.expr.Apply;
import dev.nabla.expr.Constant;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Num;
import dev.nabla.expr.Rational;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** e^u as powers of e: of the terms of u where those occur in other exponents, else of u. */
final class ExponentialReader {
  private final ExprPool pool;
  private final QuotientReader reader;

  ExponentialReader(ExprPool pool, QuotientReader reader) {
    this.pool = pool;
    this.reader = reader;
  }

  /** e^argument. */
  Quotient read(Expr argument) {
    QuotientRing ring = reader.ring();
    Requirements requirements = reader.requirements();
    Expr e = pool.constant(Constant.Name.E);
    Quotient result = Quotient.ONE;
    ExponentTerm whole = ExponentTerm.whole(pool, argument);
    List<ExponentTerm> terms =
        argument instanceof Num || requirements.splitsExponents(whole.unit())
            ? ExponentTerm.of(pool, argument)
            : List.of(whole);
    for (ExponentTerm term : terms) {
      Optional<Quotient> power = powerOfLogarithm(term);
      if (power.isPresent()) {
        result = ring.multiply(result, power.get());
        continue;
      }
      Optional<Quotient> roots = reader.inverses().exponential(term.unit(), term.factor());
      if (roots.isPresent()) {
        result = ring.multiply(result, roots.get());
        continue;
      }
      // What was written as e^(−x) stays so: e^x overflows where that does not.
      Expr unit = term.unit();
      boolean negative = requirements.isNegative(unit, term.factor().signum() < 0);
      Expr signed = negative ? pool.negate(unit) : unit;
      Rational factor = negative ? term.factor().negate() : term.factor();
      result = ring.multiply(result, reader.power(e, signed, factor, false));
    }
    if (terms.size() > 1) {
      monomial(result).ifPresent(powers -> reader.generators().exponential(argument, powers));
    }
    return result;
  }

  /** The exponents of a product of powers of variables. */
  private static Optional<Map<Integer, Rational>> monomial(Quotient quotient) {
    Map<Integer, Rational> result = new HashMap<>();
    Map<Multinomial, Integer> factors = new HashMap<>(quotient.denominator());
    factors.replaceAll((factor, exponent) -> -exponent);
    Monomial above = quotient.numerator().commonMonomial();
    if (quotient.numerator().size() > 1 || !quotient.numerator().leading().isOne()) {
      return Optional.empty();
    }
    for (int v = 0; v < above.width(); v++) {
      factors.merge(Multinomial.variable(v, 1), above.degree(v), Integer::sum);
    }
    for (Map.Entry<Multinomial, Integer> factor : factors.entrySet()) {
      int variable = FactoredQuotient.variable(factor.getKey());
      if (variable < 0) {
        return Optional.empty();
      }
      if (factor.getValue() != 0) {
        result.put(variable, Rational.of(factor.getValue()));
      }
    }
    return Optional.of(result);
  }

  /** e^(b·log(u)) is u^b. */
  private Optional<Quotient> powerOfLogarithm(ExponentTerm term) {
    List<Expr> factors = new ArrayList<>(Keys.factors(term.unit()));
    Optional<Expr> logarithm =
        factors.stream()
            .filter(f -> f instanceof Apply apply && apply.function().name().equals("log"))
            .findFirst();
    return logarithm.map(
        log -> {
          factors.remove(log);
          Expr exponent = pool.scale(term.factor(), pool.product(factors));
          if (!(exponent instanceof Num)) {
            reader
                .generators()
                .ofLogarithm(log.children().get(0), pool.product(Keys.factors(exponent)));
          }
          return reader.power(log.children().get(0), exponent);
        });
  }
}
