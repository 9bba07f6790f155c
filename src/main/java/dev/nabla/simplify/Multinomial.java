package dev.nabla.simplify;

import dev.nabla.expr.Rational;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Σ cᵢ·mᵢ with rational coefficients in numbered variables: the arithmetic of polynomials.
 *
 * @param terms the coefficient of each monomial, the greatest first; none is 0
 */
record Multinomial(TreeMap<Monomial, Rational> terms) {
  static final Multinomial ZERO = new Multinomial(empty());
  static final Multinomial ONE = constant(Rational.ONE);

  private static TreeMap<Monomial, Rational> empty() {
    return new TreeMap<>(Collections.reverseOrder());
  }

  static Multinomial constant(Rational value) {
    return of(Monomial.ONE, value);
  }

  static Multinomial of(Monomial monomial, Rational coefficient) {
    TreeMap<Monomial, Rational> terms = empty();
    if (!coefficient.isZero()) {
      terms.put(monomial, coefficient);
    }
    return new Multinomial(terms);
  }

  static Multinomial variable(int variable, int exponent) {
    return of(Monomial.of(variable, exponent), Rational.ONE);
  }

  /** Σ cᵢ·vⁱ from its coefficients. */
  static Multinomial fromCoefficients(int variable, List<Multinomial> coefficients) {
    TreeMap<Monomial, Rational> terms = empty();
    for (int i = 0; i < coefficients.size(); i++) {
      for (Map.Entry<Monomial, Rational> term : coefficients.get(i).terms.entrySet()) {
        terms.put(term.getKey().with(variable, i), term.getValue());
      }
    }
    return new Multinomial(terms);
  }

  int size() {
    return terms.size();
  }

  boolean isZero() {
    return terms.isEmpty();
  }

  boolean isConstant() {
    return terms.isEmpty() || (terms.size() == 1 && terms.firstKey().isOne());
  }

  boolean isOne() {
    return terms.size() == 1 && terms.firstKey().isOne() && terms.firstEntry().getValue().isOne();
  }

  /** The coefficient of the greatest monomial. */
  Rational leading() {
    return terms.isEmpty() ? Rational.ZERO : terms.firstEntry().getValue();
  }

  int degree(int variable) {
    int degree = 0;
    for (Monomial monomial : terms.keySet()) {
      degree = Math.max(degree, monomial.degree(variable));
    }
    return degree;
  }

  boolean contains(int variable) {
    for (Monomial monomial : terms.keySet()) {
      if (monomial.degree(variable) > 0) {
        return true;
      }
    }
    return false;
  }

  /** The variables that occur. */
  BitSet variables() {
    BitSet variables = new BitSet();
    for (Monomial monomial : terms.keySet()) {
      for (int i = 0; i < monomial.width(); i++) {
        if (monomial.degree(i) > 0) {
          variables.set(i);
        }
      }
    }
    return variables;
  }

  Multinomial add(Multinomial other) {
    TreeMap<Monomial, Rational> sum = empty();
    sum.putAll(terms);
    other.terms.forEach((monomial, coefficient) -> merge(sum, monomial, coefficient));
    return new Multinomial(sum);
  }

  Multinomial subtract(Multinomial other) {
    return add(other.scale(Rational.MINUS_ONE));
  }

  Multinomial scale(Rational factor) {
    if (factor.isOne()) {
      return this;
    }
    return factor.isZero() ? ZERO : mapped(coefficient -> coefficient.multiply(factor));
  }

  private Multinomial mapped(UnaryOperator<Rational> change) {
    TreeMap<Monomial, Rational> result = empty();
    terms.forEach((monomial, coefficient) -> result.put(monomial, change.apply(coefficient)));
    return new Multinomial(result);
  }

  Multinomial multiply(Multinomial other) {
    if (other.isConstant()) {
      return scale(other.leading());
    }
    if (isConstant()) {
      return other.scale(leading());
    }
    TreeMap<Monomial, Rational> product = empty();
    terms.forEach(
        (left, a) ->
            other.terms.forEach((right, b) -> merge(product, left.times(right), a.multiply(b))));
    return new Multinomial(product);
  }

  Multinomial multiply(Monomial monomial) {
    TreeMap<Monomial, Rational> product = empty();
    terms.forEach((key, coefficient) -> product.put(key.times(monomial), coefficient));
    return new Multinomial(product);
  }

  Multinomial power(int exponent) {
    Multinomial result = ONE;
    for (int i = 0; i < exponent; i++) {
      result = result.multiply(this);
    }
    return result;
  }

  private static void merge(
      TreeMap<Monomial, Rational> terms, Monomial monomial, Rational coefficient) {
    terms.merge(
        monomial,
        coefficient,
        (a, b) -> {
          Rational sum = a.add(b);
          return sum.isZero() ? null : sum;
        });
  }

  /** this / divisor where no remainder is left. */
  Optional<Multinomial> divide(Multinomial divisor) {
    if (divisor.isConstant()) {
      return Optional.of(scale(Rational.ONE.divide(divisor.leading())));
    }
    if (divisor.size() == 1) {
      return over(divisor.terms.firstKey())
          .map(quotient -> quotient.scale(Rational.ONE.divide(divisor.leading())));
    }
    if (!isZero()
        && (!terms.lastKey().isDivisibleBy(divisor.terms.lastKey())
            || !terms.firstKey().isDivisibleBy(divisor.terms.firstKey()))) {
      // Both the greatest and the least terms have to divide.
      return Optional.empty();
    }
    Monomial leadingMonomial = divisor.terms.firstKey();
    Rational inverse = Rational.ONE.divide(divisor.leading());
    TreeMap<Monomial, Rational> rest = empty();
    rest.putAll(terms);
    TreeMap<Monomial, Rational> quotient = empty();
    while (!rest.isEmpty()) {
      Monomial first = rest.firstKey();
      if (!first.isDivisibleBy(leadingMonomial)) {
        return Optional.empty();
      }
      Monomial monomial = first.over(leadingMonomial);
      Rational coefficient = rest.firstEntry().getValue().multiply(inverse);
      quotient.put(monomial, coefficient);
      Rational negative = coefficient.negate();
      divisor.terms.forEach(
          (key, value) -> merge(rest, key.times(monomial), value.multiply(negative)));
    }
    return Optional.of(new Multinomial(quotient));
  }

  private Optional<Multinomial> over(Monomial monomial) {
    TreeMap<Monomial, Rational> quotient = empty();
    for (Map.Entry<Monomial, Rational> term : terms.entrySet()) {
      if (!term.getKey().isDivisibleBy(monomial)) {
        return Optional.empty();
      }
      quotient.put(term.getKey().over(monomial), term.getValue());
    }
    return Optional.of(new Multinomial(quotient));
  }

  /** The coefficients of v⁰, v¹, v², …, without v. */
  List<Multinomial> coefficients(int variable) {
    List<TreeMap<Monomial, Rational>> parts = new ArrayList<>();
    for (Map.Entry<Monomial, Rational> term : terms.entrySet()) {
      int degree = term.getKey().degree(variable);
      while (parts.size() <= degree) {
        parts.add(empty());
      }
      parts.get(degree).put(term.getKey().with(variable, 0), term.getValue());
    }
    return parts.stream().map(Multinomial::new).toList();
  }

  Multinomial derivative(int variable) {
    TreeMap<Monomial, Rational> result = empty();
    terms.forEach(
        (monomial, coefficient) -> {
          int degree = monomial.degree(variable);
          if (degree > 0) {
            result.put(
                monomial.with(variable, degree - 1), coefficient.multiply(Rational.of(degree)));
          }
        });
    return new Multinomial(result);
  }

  /** The greatest monomial that divides every term. */
  Monomial commonMonomial() {
    Monomial common = terms.isEmpty() ? Monomial.ONE : terms.firstKey();
    for (Monomial monomial : terms.keySet()) {
      common = common.greatestCommonDivisor(monomial);
    }
    return common;
  }

  /** The c for which the coefficients over c are integers without a divisor, the first positive. */
  Rational content() {
    if (terms.isEmpty()) {
      return Rational.ONE;
    }
    BigInteger numerator = BigInteger.ZERO;
    BigInteger denominator = BigInteger.ONE;
    for (Rational coefficient : terms.values()) {
      if (!numerator.equals(BigInteger.ONE)) {
        numerator = numerator.gcd(coefficient.numerator());
      }
      if (!coefficient.isInteger()) {
        BigInteger other = coefficient.denominator();
        denominator = denominator.multiply(other).divide(denominator.gcd(other));
      }
    }
    Rational content = new Rational(numerator, denominator);
    return leading().signum() < 0 ? content.negate() : content;
  }

  /** this / content. */
  Multinomial primitive() {
    return scale(Rational.ONE.divide(content()));
  }
}
