package dev.nabla.expr;

import java.math.BigInteger;
import java.util.Optional;

/** Exact roots of rational numbers. */
final class Roots {
  private static final int LARGEST_TRIAL = 1000;

  /**
   * √q = outside·√inside, the inside a square-free integer (as far as trial division sees).
   *
   * @param outside the rational factor
   * @param inside what stays under the root; 1 where q is a square
   */
  record SquareRoot(Rational outside, Rational inside) {}

  private Roots() {}

  /** The square root of a positive rational p/q, as √(p·q)/q with square factors drawn out. */
  static SquareRoot squareRoot(Rational value) {
    if (value.isOne()) {
      return new SquareRoot(Rational.ONE, Rational.ONE);
    }
    BigInteger rest = value.numerator().multiply(value.denominator());
    BigInteger outside = BigInteger.ONE;
    BigInteger exact = rest.sqrt();
    if (exact.multiply(exact).equals(rest)) {
      outside = exact;
      rest = BigInteger.ONE;
    } else {
      for (int trial = 2; trial <= LARGEST_TRIAL; trial++) {
        BigInteger square = BigInteger.valueOf((long) trial * trial);
        if (square.compareTo(rest) > 0) {
          break;
        }
        while (rest.remainder(square).signum() == 0) {
          rest = rest.divide(square);
          outside = outside.multiply(BigInteger.valueOf(trial));
        }
      }
    }
    return new SquareRoot(
        new Rational(outside, value.denominator()), new Rational(rest, BigInteger.ONE));
  }

  /** The rational r with rⁿ = value, where there is one; value is positive and n ≥ 2. */
  static Optional<Rational> exact(Rational value, int n) {
    Optional<BigInteger> top = exact(value.numerator(), n);
    Optional<BigInteger> bottom = exact(value.denominator(), n);
    return top.flatMap(p -> bottom.map(q -> new Rational(p, q)));
  }

  private static Optional<BigInteger> exact(BigInteger value, int n) {
    BigInteger low = BigInteger.ONE;
    BigInteger high = BigInteger.ONE.shiftLeft(value.bitLength() / n + 1);
    while (low.compareTo(high) <= 0) {
      BigInteger middle = low.add(high).shiftRight(1);
      int sign = middle.pow(n).compareTo(value);
      if (sign == 0) {
        return Optional.of(middle);
      }
      if (sign < 0) {
        low = middle.add(BigInteger.ONE);
      } else {
        high = middle.subtract(BigInteger.ONE);
      }
    }
    return Optional.empty();
  }
}
