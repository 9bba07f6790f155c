package dev.nabla.function;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * exp, log, powers, sin, cos and atan of decimals to a given number of significant digits.
 *
 * <p>Results carry a few digits more than asked for: the caller's rounding is the only one. Near a
 * zero of sin or cos other than 0 the error is absolute.
 */
public final class DecimalMath {
  private static final double BITS_PER_DIGIT = Math.log(10) / Math.log(2);
  private static final int GUARD = 10;
  private static final BigInteger FIVE = BigInteger.valueOf(5);

  /** Beyond this |x| the exponential has no place in any computation that is to be checked. */
  private static final BigDecimal LARGEST_EXPONENT = BigDecimal.valueOf(100_000_000L);

  private DecimalMath() {}

  /** e^x; an {@link ArithmeticException} where it has some hundred million digits. */
  public static BigDecimal exp(BigDecimal x, int digits) {
    if (x.signum() == 0) {
      return BigDecimal.ONE;
    }
    if (exponent(x) < -2 * digits) {
      return BigDecimal.ONE.add(x, context(digits));
    }
    if (x.abs().compareTo(LARGEST_EXPONENT) > 0) {
      throw new ArithmeticException("overflow in exp");
    }
    FixedPoint fixed = fixed(digits + Math.max(0, exponent(x)));
    BigInteger scaled = scale(x, fixed.bits());
    BigInteger ln2 = fixed.ln2();
    BigInteger twice = scaled.shiftLeft(1).divide(ln2);
    // The nearest integer to x/ln 2, so that the rest is at most ln(2)/2.
    int power = twice.add(BigInteger.ONE).shiftRight(1).intValueExact();
    BigInteger rest = scaled.subtract(ln2.multiply(BigInteger.valueOf(power)));
    BigInteger mantissa = fixed.exp(rest);
    if (Math.abs(power) <= fixed.bits() / 2) {
      return unscale(mantissa, fixed.bits() - power, digits);
    }
    return unscale(mantissa, fixed.bits(), digits)
        .multiply(powerOfTwo(power, digits), context(digits));
  }

  /** The natural logarithm; an {@link ArithmeticException} unless x is positive. */
  public static BigDecimal log(BigDecimal x, int digits) {
    if (x.signum() <= 0) {
      throw new ArithmeticException(x.signum() == 0 ? "logarithm of 0" : "logarithm below 0");
    }
    BigDecimal excess = x.subtract(BigDecimal.ONE);
    if (excess.signum() == 0) {
      return BigDecimal.ZERO;
    }
    FixedPoint fixed = fixed(digits + Math.max(0, -exponent(excess)));
    long power = Math.round((exponent(x) - 1) * BITS_PER_DIGIT);
    BigInteger m =
        scale(x.divide(powerOfTwo((int) power, digits + 20), wide(x, digits)), fixed.bits());
    while (m.bitLength() > fixed.bits() + 1 || isAbove(m, fixed.bits())) {
      m = m.shiftRight(1);
      power++;
    }
    // Shifts lose up to four bits of the guard.
    BigInteger sum = fixed.log(m).add(fixed.ln2().multiply(BigInteger.valueOf(power)));
    return unscale(sum, fixed.bits(), digits);
  }

  /** Whether m·2^−bits is above 3/2, so that its half is nearer to 1. */
  private static boolean isAbove(BigInteger m, int bits) {
    return m.shiftRight(bits - 1).intValue() >= 3;
  }

  private static MathContext wide(BigDecimal x, int digits) {
    return new MathContext(Math.max(x.precision(), digits) + digits + 20);
  }

  /** base^exponent for base &gt; 0, as e^(exponent·log base). */
  public static BigDecimal pow(BigDecimal base, BigDecimal exponent, int digits) {
    int guarded = digits + 12;
    BigDecimal argument = exponent.multiply(log(base, guarded), context(guarded));
    return exp(argument, digits);
  }

  public static BigDecimal sin(BigDecimal x, int digits) {
    // sin x = x − x³/6 + …
    return exponent(x) < -digits ? x : circular(x, digits, 0);
  }

  public static BigDecimal cos(BigDecimal x, int digits) {
    return exponent(x) < -digits ? BigDecimal.ONE : circular(x, digits, 1);
  }

  /** sin(x + quarters·π/2), reduced to an angle of at most π/4. */
  private static BigDecimal circular(BigDecimal x, int digits, int quarters) {
    // 1 − cos x of a small x has twice its zeros; a large x needs its digits before the point.
    FixedPoint fixed = fixed(digits + Math.max(exponent(x), -2 * exponent(x)));
    BigInteger scaled = scale(x, fixed.bits());
    BigInteger quarter = fixed.pi().shiftRight(1);
    BigInteger turns = scaled.shiftLeft(1).divide(quarter).add(BigInteger.ONE).shiftRight(1);
    BigInteger[] sinCos = fixed.sinCos(scaled.subtract(turns.multiply(quarter)));
    int place = turns.add(BigInteger.valueOf(quarters)).and(BigInteger.valueOf(3)).intValue();
    BigInteger value = sinCos[place & 1];
    return unscale(place >= 2 ? value.negate() : value, fixed.bits(), digits);
  }

  /** The angle in (−π/2, π/2) whose tangent is x. */
  public static BigDecimal atan(BigDecimal x, int digits) {
    if (exponent(x) < -digits) {
      return x;
    }
    FixedPoint fixed = fixed(digits + Math.max(0, -exponent(x)));
    if (x.abs().compareTo(BigDecimal.ONE) <= 0) {
      return unscale(fixed.atan(scale(x, fixed.bits())), fixed.bits(), digits);
    }
    BigDecimal inverse = BigDecimal.ONE.divide(x, context(digits));
    BigInteger half = fixed.pi().shiftRight(1);
    BigInteger right = x.signum() < 0 ? half.negate() : half;
    return unscale(right.subtract(fixed.atan(scale(inverse, fixed.bits()))), fixed.bits(), digits);
  }

  /** π. */
  public static BigDecimal pi(int digits) {
    FixedPoint fixed = fixed(digits);
    return unscale(fixed.pi(), fixed.bits(), digits);
  }

  /** The number k with 10^(k−1) ≤ |x| &lt; 10^k; for 0 a number below all others. */
  static int exponent(BigDecimal x) {
    return x.signum() == 0 ? Integer.MIN_VALUE / 4 : x.precision() - x.scale();
  }

  private static FixedPoint fixed(int digits) {
    return new FixedPoint((int) ((digits + GUARD) * BITS_PER_DIGIT) + 64);
  }

  static MathContext context(int digits) {
    return new MathContext(digits + GUARD);
  }

  private static BigInteger scale(BigDecimal x, int bits) {
    BigInteger shifted = x.unscaledValue().shiftLeft(bits);
    return x.scale() >= 0
        ? shifted.divide(BigInteger.TEN.pow(x.scale()))
        : shifted.multiply(BigInteger.TEN.pow(-x.scale()));
  }

  private static BigDecimal unscale(BigInteger value, int bits, int digits) {
    return new BigDecimal(value.multiply(FIVE.pow(bits)), bits).round(context(digits));
  }

  private static BigDecimal powerOfTwo(int power, int digits) {
    BigDecimal positive = BigDecimal.valueOf(2).pow(Math.abs(power), context(digits));
    return power < 0 ? BigDecimal.ONE.divide(positive, context(digits)) : positive;
  }
}
