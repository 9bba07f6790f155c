package dev.nabla.simplify;

import dev.nabla.expr.Expr;
import dev.nabla.expr.Rational;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Σ coefficient·∏ atom^exponent with rational coefficients and exponents.
 *
 * @param terms the coefficient of each monomial; none is 0
 */
record Polynomial(Map<PowerProduct, Rational> terms) {
  static final Polynomial ZERO = new Polynomial(Map.of());
  static final Polynomial ONE = constant(Rational.ONE);

  private static final int MOST_DIVISION_STEPS = 200;

  static Polynomial constant(Rational value) {
    return monomial(PowerProduct.ONE, value);
  }

  static Polynomial monomial(PowerProduct powers, Rational coefficient) {
    return new Polynomial(coefficient.isZero() ? Map.of() : Map.of(powers, coefficient));
  }

  int size() {
    return terms.size();
  }

  private boolean isOne() {
    return size() == 1 && terms.getOrDefault(PowerProduct.ONE, Rational.ZERO).isOne();
  }

  static Polynomial sum(List<Polynomial> summands) {
    Map<PowerProduct, Rational> sum = new LinkedHashMap<>();
    for (Polynomial summand : summands) {
      summand.terms.forEach((monomial, coefficient) -> merge(sum, monomial, coefficient));
    }
    return new Polynomial(sum);
  }

  Polynomial multiply(Polynomial other) {
    if (isOne()) {
      return other;
    }
    if (other.isOne()) {
      return this;
    }
    Map<PowerProduct, Rational> product = new LinkedHashMap<>();
    terms.forEach(
        (left, a) ->
            other.terms.forEach((right, b) -> merge(product, left.times(right), a.multiply(b))));
    return new Polynomial(product);
  }

  private static void merge(
      Map<PowerProduct, Rational> sum, PowerProduct monomial, Rational coefficient) {
    if (sum.merge(monomial, coefficient, Rational::add).isZero()) {
      sum.remove(monomial);
    }
  }

  /** The greatest monomial that divides every term. */
  PowerProduct commonMonomial() {
    Iterator<PowerProduct> monomials = terms.keySet().iterator();
    if (!monomials.hasNext()) {
      return PowerProduct.ONE;
    }
    PowerProduct common = monomials.next();
    while (monomials.hasNext() && !common.isOne()) {
      common = common.common(monomials.next());
    }
    return common;
  }

  /** The positive rational c for which the coefficients over c are integers without a divisor. */
  Rational content() {
    BigInteger numerator = BigInteger.ZERO;
    BigInteger denominator = BigInteger.ONE;
    for (Rational coefficient : terms.values()) {
      numerator = numerator.gcd(coefficient.numerator());
      if (!coefficient.isInteger()) {
        BigInteger other = coefficient.denominator();
        denominator = denominator.multiply(other).divide(denominator.gcd(other));
      }
    }
    return numerator.signum() == 0 ? Rational.ONE : new Rational(numerator, denominator);
  }

  /** this / divisor where that leaves no remainder. */
  Optional<Polynomial> divide(Polynomial divisor) {
    if (divisor.size() > size() || divisor.size() < 2 || !isOfHigherDegree(divisor)) {
      return Optional.empty();
    }
    Comparator<PowerProduct> order = order(divisor);
    TreeMap<PowerProduct, Rational> rest = new TreeMap<>(order);
    rest.putAll(terms);
    PowerProduct leading = divisor.terms.keySet().stream().max(order).orElseThrow();
    PowerProduct inverse = leading.inverse();
    Rational leadingCoefficient = divisor.terms.get(leading);
    Map<PowerProduct, Rational> quotient = new LinkedHashMap<>();
    for (int step = 0; step < MOST_DIVISION_STEPS && !rest.isEmpty(); step++) {
      PowerProduct monomial = rest.lastKey().times(inverse);
      if (monomial.anyMatch((atom, exponent) -> exponent.signum() < 0)) {
        return Optional.empty();
      }
      Rational coefficient = rest.lastEntry().getValue().divide(leadingCoefficient);
      merge(quotient, monomial, coefficient);
      divisor.terms.forEach(
          (other, value) ->
              merge(rest, monomial.times(other), coefficient.multiply(value).negate()));
    }
    return rest.isEmpty() ? Optional.of(new Polynomial(quotient)) : Optional.empty();
  }

  /** Whether no atom of the other has a higher power there: else it cannot divide this. */
  private boolean isOfHigherDegree(Polynomial divisor) {
    Map<Expr, Rational> degrees = degrees();
    return divisor.degrees().entrySet().stream()
        .allMatch(
            degree ->
                degree.getValue().compareTo(degrees.getOrDefault(degree.getKey(), Rational.ZERO))
                    <= 0);
  }

  /** The highest power of each atom that occurs with a positive one. */
  private Map<Expr, Rational> degrees() {
    Map<Expr, Rational> degrees = new HashMap<>();
    for (PowerProduct monomial : terms.keySet()) {
      monomial.forEach(
          (atom, exponent) -> {
            if (exponent.signum() > 0) {
              degrees.merge(atom, exponent, (a, b) -> a.compareTo(b) >= 0 ? a : b);
            }
          });
    }
    return degrees;
  }

  /** Lexicographic in the atoms as they first occur. */
  private Comparator<PowerProduct> order(Polynomial other) {
    Set<Expr> atoms = new LinkedHashSet<>();
    other.terms.keySet().forEach(monomial -> atoms.addAll(monomial.atoms()));
    terms.keySet().forEach(monomial -> atoms.addAll(monomial.atoms()));
    List<Expr> list = new ArrayList<>(atoms);
    return (left, right) -> {
      for (Expr atom : list) {
        int comparison = left.exponent(atom).compareTo(right.exponent(atom));
        if (comparison != 0) {
          return comparison;
        }
      }
      return 0;
    };
  }

  /** Each term divided by coefficient·monomial. */
  Polynomial over(Rational coefficient, PowerProduct monomial) {
    if (coefficient.isOne() && monomial.isOne()) {
      return this;
    }
    Map<PowerProduct, Rational> result = new LinkedHashMap<>();
    PowerProduct inverse = monomial.inverse();
    terms.forEach((key, value) -> result.put(key.times(inverse), value.divide(coefficient)));
    return new Polynomial(result);
  }
}
