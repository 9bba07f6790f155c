package dev.nabla.function;

import static dev.nabla.function.DecimalMath.context;

import java.math.BigDecimal;

/** Exponentials, logarithms, roots and what is made of them, to a given number of digits. */
final class DecimalExponentials {
  private static final BigDecimal ONE = BigDecimal.ONE;
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final BigDecimal THREE = BigDecimal.valueOf(3);

  /** Below, e^x is under 10^−40,000,000: nothing else in a computation can tell it from 0. */
  private static final BigDecimal UNDERFLOW = BigDecimal.valueOf(-100_000_000L);

  private DecimalExponentials() {}

  static BigDecimal sqrt(BigDecimal x, int digits) {
    return x.sqrt(context(digits));
  }

  /** x^y = e^(y·log x) for x &gt; 0; on the left of 0 for the integers y alone. */
  static BigDecimal pow(BigDecimal x, BigDecimal y, int digits) {
    if (x.signum() == 0 && y.signum() >= 0) {
      return y.signum() == 0 ? ONE : x;
    }
    boolean integer = y.signum() == 0 || y.stripTrailingZeros().scale() <= 0;
    if (x.signum() < 0 && !integer) {
      throw new ArithmeticException("a negative base of a real power");
    }
    int guarded = digits + 12 + Math.max(0, DecimalMath.exponent(y));
    BigDecimal power = exp(y.multiply(log(x.abs(), guarded), context(guarded)), digits);
    return x.signum() < 0 && y.toBigInteger().testBit(0) ? power.negate() : power;
  }

  /** ∛x, as sign(x)·e^(log|x|/3). */
  static BigDecimal cbrt(BigDecimal x, int digits) {
    if (x.signum() == 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal log = DecimalMath.log(x.abs(), digits + 5);
    BigDecimal root = DecimalMath.exp(log.divide(THREE, context(digits + 5)), digits);
    return x.signum() < 0 ? root.negate() : root;
  }

  static BigDecimal exp(BigDecimal x, int digits) {
    return x.compareTo(UNDERFLOW) < 0 ? BigDecimal.ZERO : DecimalMath.exp(x, digits);
  }

  /** e^x − 1. */
  static BigDecimal expm1(BigDecimal x, int digits) {
    int guarded = digits + cancelled(x);
    return isTiny(x, digits) ? x : exp(x, guarded).subtract(ONE, context(guarded));
  }

  static BigDecimal log(BigDecimal x, int digits) {
    return DecimalMath.log(x, digits);
  }

  /** log(1 + x). */
  static BigDecimal log1p(BigDecimal x, int digits) {
    return isTiny(x, digits) ? x : DecimalMath.log(x.add(ONE), digits);
  }

  static BigDecimal log2(BigDecimal x, int digits) {
    return log(x, digits).divide(log(TWO, digits), context(digits));
  }

  static BigDecimal log10(BigDecimal x, int digits) {
    return log(x, digits).divide(log(BigDecimal.TEN, digits), context(digits));
  }

  /** 1/(1 + e^−x), as e^x/(1 + e^x) for negative x. */
  static BigDecimal sigmoid(BigDecimal x, int digits) {
    BigDecimal e = exp(x.abs().negate(), digits);
    BigDecimal numerator = x.signum() < 0 ? e : ONE;
    return numerator.divide(ONE.add(e, context(digits)), context(digits));
  }

  /** log(1 + e^x) = max(x, 0) + log(1 + e^−|x|). */
  static BigDecimal softplus(BigDecimal x, int digits) {
    BigDecimal e = exp(x.abs().negate(), digits);
    BigDecimal rest = log1p(e, digits);
    return x.signum() > 0 ? x.add(rest, context(digits)) : rest;
  }

  /** Whether x + O(x²) is x to so many digits; also at 0. */
  static boolean isTiny(BigDecimal x, int digits) {
    return DecimalMath.exponent(x) < -digits - 10;
  }

  /** The digits that a function which vanishes with x loses by cancellation. */
  static int cancelled(BigDecimal x) {
    return x.signum() == 0 ? 0 : Math.max(0, -DecimalMath.exponent(x));
  }
}
