package dev.nabla.simplify;

import dev.nabla.expr.Rational;
import java.util.Optional;
import java.util.function.BiFunction;

/** √(a + b·√c) as √((a + d)/2) ± √((a − d)/2), where d² = a² − b²·c is a rational square. */
final class NestedRoots {
  private final QuotientRing ring;
  private final BiFunction<Rational, Rational, Quotient> powerOfNumber;

  /**
   * Roots of surds.
   *
   * @param powerOfNumber reads number^exponent
   */
  NestedRoots(QuotientRing ring, BiFunction<Rational, Rational, Quotient> powerOfNumber) {
    this.ring = ring;
    this.powerOfNumber = powerOfNumber;
  }

  /** The root of a + b·√c as a sum of roots of numbers. */
  Optional<Multinomial> sum(Multinomial radicand) {
    Monomial surd = radicand.terms().firstKey();
    Rational a = radicand.terms().getOrDefault(Monomial.ONE, Rational.ZERO);
    Multinomial irrational = radicand.subtract(Multinomial.constant(a));
    if (radicand.size() != 2 || a.signum() <= 0 || surd.isOne()) {
      return Optional.empty();
    }
    Multinomial square = ring.product(irrational, irrational);
    if (!square.isConstant()) {
      return Optional.empty();
    }
    Rational norm = a.multiply(a).subtract(square.leading());
    return PerfectPower.root(norm).map(d -> sum(a, d, irrational.leading().signum()));
  }

  private Multinomial sum(Rational a, Rational d, int sign) {
    return root(a.add(d)).add(root(a.subtract(d)).scale(Rational.of(sign)));
  }

  /** √(number/2), a polynomial in roots of primes. */
  private Multinomial root(Rational number) {
    return powerOfNumber.apply(number.multiply(Rational.HALF), Rational.HALF).numerator();
  }
}
