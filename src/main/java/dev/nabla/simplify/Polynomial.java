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
record Polynomial(Map<Map<Expr, Rational>, Rational> terms) {
  private static final int MOST_DIVISION_STEPS = 200;

  static Polynomial constant(Rational value) {
    return monomial(Map.of(), value);
  }

  static Polynomial monomial(Map<Expr, Rational> exponents, Rational coefficient) {
    return new Polynomial(coefficient.isZero() ? Map.of() : Map.of(exponents, coefficient));
  }

  int size() {
    return terms.size();
  }

  Polynomial add(Polynomial other) {
    Map<Map<Expr, Rational>, Rational> sum = new LinkedHashMap<>(terms);
    other.terms.forEach((monomial, coefficient) -> merge(sum, monomial, coefficient));
    return new Polynomial(sum);
  }

  Polynomial multiply(Polynomial other) {
    Map<Map<Expr, Rational>, Rational> product = new LinkedHashMap<>();
    terms.forEach(
        (left, a) ->
            other.terms.forEach((right, b) -> merge(product, times(left, right), a.multiply(b))));
    return new Polynomial(product);
  }

  private static void merge(
      Map<Map<Expr, Rational>, Rational> sum, Map<Expr, Rational> monomial, Rational coefficient) {
    if (sum.merge(monomial, coefficient, Rational::add).isZero()) {
      sum.remove(monomial);
    }
  }

  static Map<Expr, Rational> times(Map<Expr, Rational> left, Map<Expr, Rational> right) {
    Map<Expr, Rational> product = new LinkedHashMap<>(left);
    right.forEach(
        (atom, exponent) -> {
          if (product.merge(atom, exponent, Rational::add).isZero()) {
            product.remove(atom);
          }
        });
    return product;
  }

  static Map<Expr, Rational> inverse(Map<Expr, Rational> monomial) {
    Map<Expr, Rational> inverse = new LinkedHashMap<>();
    monomial.forEach((atom, exponent) -> inverse.put(atom, exponent.negate()));
    return inverse;
  }

  /** The greatest monomial that divides every term. */
  Map<Expr, Rational> commonMonomial() {
    Iterator<Map<Expr, Rational>> monomials = terms.keySet().iterator();
    if (!monomials.hasNext()) {
      return Map.of();
    }
    Map<Expr, Rational> common = new LinkedHashMap<>(monomials.next());
    while (monomials.hasNext() && !common.isEmpty()) {
      Map<Expr, Rational> other = monomials.next();
      common.keySet().retainAll(other.keySet());
      common.replaceAll(
          (atom, exponent) ->
              exponent.compareTo(other.get(atom)) <= 0 ? exponent : other.get(atom));
    }
    return common;
  }

  /** The positive rational c for which the coefficients over c are integers without a divisor. */
  Rational content() {
    BigInteger numerator = BigInteger.ZERO;
    BigInteger denominator = BigInteger.ONE;
    for (Rational coefficient : terms.values()) {
      numerator = numerator.gcd(coefficient.numerator());
      BigInteger other = coefficient.denominator();
      denominator = denominator.multiply(other).divide(denominator.gcd(other));
    }
    return numerator.signum() == 0 ? Rational.ONE : new Rational(numerator, denominator);
  }

  /** this / divisor where that leaves no remainder. */
  Optional<Polynomial> divide(Polynomial divisor) {
    if (divisor.size() > size() || divisor.size() < 2 || !isOfHigherDegree(divisor)) {
      return Optional.empty();
    }
    Comparator<Map<Expr, Rational>> order = order(divisor);
    TreeMap<Map<Expr, Rational>, Rational> rest = new TreeMap<>(order);
    rest.putAll(terms);
    Map<Expr, Rational> leading = divisor.terms.keySet().stream().max(order).orElseThrow();
    Rational leadingCoefficient = divisor.terms.get(leading);
    Map<Map<Expr, Rational>, Rational> quotient = new LinkedHashMap<>();
    for (int step = 0; step < MOST_DIVISION_STEPS && !rest.isEmpty(); step++) {
      Map<Expr, Rational> monomial = times(rest.lastKey(), inverse(leading));
      if (monomial.values().stream().anyMatch(exponent -> exponent.signum() < 0)) {
        return Optional.empty();
      }
      Rational coefficient = rest.lastEntry().getValue().divide(leadingCoefficient);
      merge(quotient, monomial, coefficient);
      divisor.terms.forEach(
          (other, value) ->
              merge(rest, times(monomial, other), coefficient.multiply(value).negate()));
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
    for (Map<Expr, Rational> monomial : terms.keySet()) {
      monomial.forEach(
          (atom, exponent) -> degrees.merge(atom, exponent, (a, b) -> a.compareTo(b) >= 0 ? a : b));
    }
    degrees.values().removeIf(exponent -> exponent.signum() <= 0);
    return degrees;
  }

  /** Lexicographic in the atoms as they first occur. */
  private Comparator<Map<Expr, Rational>> order(Polynomial other) {
    Set<Expr> atoms = new LinkedHashSet<>();
    other.terms.keySet().forEach(monomial -> atoms.addAll(monomial.keySet()));
    terms.keySet().forEach(monomial -> atoms.addAll(monomial.keySet()));
    List<Expr> list = new ArrayList<>(atoms);
    return (left, right) -> {
      for (Expr atom : list) {
        int comparison =
            left.getOrDefault(atom, Rational.ZERO)
                .compareTo(right.getOrDefault(atom, Rational.ZERO));
        if (comparison != 0) {
          return comparison;
        }
      }
      return 0;
    };
  }

  /** Each term divided by coefficient·monomial. */
  Polynomial over(Rational coefficient, Map<Expr, Rational> monomial) {
    Map<Map<Expr, Rational>, Rational> result = new LinkedHashMap<>();
    Map<Expr, Rational> inverse = inverse(monomial);
    terms.forEach((key, value) -> result.put(times(key, inverse), value.divide(coefficient)));
    return new Polynomial(result);
  }
}
