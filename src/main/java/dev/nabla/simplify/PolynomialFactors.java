package dev.nabla.simplify;

import dev.nabla.expr.Rational;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The greatest common divisor of polynomials, and polynomials as products of powers: p = ∏ fᵢ^kᵢ,
 * by square-free decomposition in each variable (Yun).
 *
 * <p>Results that would cost too much are given up: a divisor is then 1, a product has one factor.
 */
final class PolynomialFactors {
  private static final int MOST_TERMS = 600;
  private static final int MOST_STEPS = 40;

  private final int allowed;
  private int work;

  /**
   * A calculator.
   *
   * @param work a bound on the products of coefficients in all that it is asked
   */
  PolynomialFactors(int work) {
    this.allowed = work;
    this.work = work;
  }

  /** What was done so far. */
  int done() {
    return allowed - work;
  }

  /** The greatest common divisor, with integer coefficients without a common divisor. */
  Multinomial greatestCommonDivisor(Multinomial a, Multinomial b) {
    if (a.isZero() || b.isZero()) {
      return (a.isZero() ? b : a).primitive();
    }
    Multinomial common =
        Multinomial.of(a.commonMonomial().greatestCommonDivisor(b.commonMonomial()), Rational.ONE);
    if (a.size() == 1 || b.size() == 1) {
      return common;
    }
    Multinomial left = withoutMonomial(a).primitive();
    Multinomial right = withoutMonomial(b).primitive();
    return inner(left, right).multiply(common).primitive();
  }

  private static Multinomial withoutMonomial(Multinomial a) {
    return a.divide(Multinomial.of(a.commonMonomial(), Rational.ONE)).orElse(a);
  }

  private Multinomial inner(Multinomial a, Multinomial b) {
    work -= a.size() + b.size();
    if (work < 0 || a.size() > MOST_TERMS || b.size() > MOST_TERMS) {
      return Multinomial.ONE;
    }
    if (a.isConstant() || b.isConstant()) {
      return Multinomial.ONE;
    }
    if (a.size() >= b.size() && a.divide(b).isPresent()) {
      return b.primitive();
    }
    if (b.size() >= a.size() && b.divide(a).isPresent()) {
      return a.primitive();
    }
    BitSet variables = a.variables();
    variables.or(b.variables());
    int main = -1;
    int least = Integer.MAX_VALUE;
    for (int v = variables.nextSetBit(0); v >= 0; v = variables.nextSetBit(v + 1)) {
      if (!a.contains(v)) {
        return greatestCommonDivisor(a, content(b, v));
      }
      if (!b.contains(v)) {
        return greatestCommonDivisor(content(a, v), b);
      }
      if (isFreeOfCommon(a, b, v)) {
        // No common divisor contains v.
        return greatestCommonDivisor(content(a, v), content(b, v));
      }
      int degree = Math.min(a.degree(v), b.degree(v));
      if (degree < least) {
        least = degree;
        main = v;
      }
    }
    return byRemainders(a, b, main);
  }

  /** The greatest common divisor of the coefficients of the powers of a variable. */
  Multinomial content(Multinomial a, int variable) {
    List<Multinomial> coefficients = new ArrayList<>(a.coefficients(variable));
    coefficients.removeIf(Multinomial::isZero);
    coefficients.sort((p, q) -> Integer.compare(p.size(), q.size()));
    Multinomial content = coefficients.get(0).primitive();
    for (int i = 1; i < coefficients.size() && !content.isConstant(); i++) {
      content = greatestCommonDivisor(content, coefficients.get(i));
    }
    return content;
  }

  /** Euclid's algorithm in one variable; each remainder without its content. */
  private Multinomial byRemainders(Multinomial a, Multinomial b, int variable) {
    Multinomial contentOfA = content(a, variable);
    Multinomial contentOfB = content(b, variable);
    Multinomial common = greatestCommonDivisor(contentOfA, contentOfB);
    Multinomial p = a.divide(contentOfA).orElse(a);
    Multinomial q = b.divide(contentOfB).orElse(b);
    if (p.degree(variable) < q.degree(variable)) {
      Multinomial swap = p;
      p = q;
      q = swap;
    }
    while (q.contains(variable)) {
      Multinomial rest = remainder(p, q, variable);
      if (work < 0 || rest.size() > MOST_TERMS) {
        work = Math.min(work, -1);
        return Multinomial.ONE;
      }
      if (rest.isZero()) {
        return q.multiply(common);
      }
      p = q;
      Multinomial content = content(rest, variable);
      q = rest.divide(content).orElse(rest).primitive();
    }
    return common;
  }

  /** leading(q)ᵏ·p mod q. */
  private Multinomial remainder(Multinomial p, Multinomial q, int variable) {
    List<Multinomial> divisor = q.coefficients(variable);
    int degree = divisor.size() - 1;
    Multinomial leading = divisor.get(degree);
    Multinomial rest = p;
    while (!rest.isZero() && rest.degree(variable) >= degree && work >= 0) {
      int shift = rest.degree(variable) - degree;
      Multinomial top = rest.coefficients(variable).get(degree + shift);
      work -= rest.size() * leading.size() + top.size() * q.size();
      rest =
          rest.multiply(leading).subtract(top.multiply(q).multiply(Monomial.of(variable, shift)));
    }
    return rest;
  }

  /** Whether a and b have no common divisor with the variable; without proof, false. */
  private boolean isFreeOfCommon(Multinomial a, Multinomial b, int variable) {
    work -= a.size() + b.size();
    return ModularImage.of(a, variable).isPrimeTo(ModularImage.of(b, variable));
  }

  /** Factors with their exponents; their product is {@code a} but for a number. */
  Map<Multinomial, Integer> factors(Multinomial a) {
    Map<Multinomial, Integer> result = new LinkedHashMap<>();
    Monomial monomial = a.commonMonomial();
    for (int v = 0; v < monomial.width(); v++) {
      if (monomial.degree(v) > 0) {
        result.put(Multinomial.variable(v, 1), monomial.degree(v));
      }
    }
    split(withoutMonomial(a).primitive(), 1, result);
    return result;
  }

  private void split(Multinomial a, int exponent, Map<Multinomial, Integer> result) {
    if (a.isConstant()) {
      return;
    }
    BitSet variables = a.variables();
    for (int v = variables.nextSetBit(0); v >= 0; v = variables.nextSetBit(v + 1)) {
      Multinomial content = content(a, v);
      if (!content.isConstant()) {
        split(content, exponent, result);
        split(a.divide(content).orElseThrow().primitive(), exponent, result);
        return;
      }
    }
    // Without a content every repeated factor contains the first variable.
    squareFree(a, variables.nextSetBit(0), exponent, result);
  }

  private void squareFree(
      Multinomial a, int variable, int exponent, Map<Multinomial, Integer> result) {
    Multinomial derivative = a.derivative(variable);
    Multinomial common = greatestCommonDivisor(a, derivative);
    Multinomial rest = a.divide(common).orElse(Multinomial.ONE);
    if (common.isConstant() || rest.isConstant()) {
      result.merge(a, exponent, Integer::sum);
      return;
    }
    Multinomial tail = derivative.divide(common).orElseThrow();
    for (int k = 1; k < MOST_STEPS && !rest.isConstant(); k++) {
      Multinomial difference = tail.subtract(rest.derivative(variable));
      Multinomial factor = greatestCommonDivisor(rest, difference);
      if (!factor.isConstant()) {
        split(factor.primitive(), exponent * k, result);
      }
      rest = rest.divide(factor).orElseThrow();
      tail = difference.divide(factor).orElseThrow();
    }
  }
}
