package dev.nabla.function;

import static dev.nabla.function.DecimalMath.context;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** The error function and what is made of it, to a given number of digits (DLMF 7). */
final class DecimalErrorFunction {
  private static final BigDecimal ONE = BigDecimal.ONE;
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private DecimalErrorFunction() {}

  /** 2/√π·∫₀ˣ e^−t² dt. */
  static BigDecimal erf(BigDecimal x, int digits) {
    if (x.signum() == 0) {
      return x;
    }
    BigDecimal magnitude = x.abs();
    BigDecimal value =
        isAsymptotic(magnitude, digits)
            ? ONE.subtract(tail(magnitude, digits), context(digits))
            : series(magnitude, digits);
    return x.signum() < 0 ? value.negate() : value;
  }

  /** 1 − erf x. */
  static BigDecimal erfc(BigDecimal x, int digits) {
    if (x.signum() <= 0) {
      return ONE.add(erf(x.negate(), digits));
    }
    if (isAsymptotic(x, digits)) {
      return tail(x, digits);
    }
    // 1 − erf x is about e^−x²: some x²/2.3 digits cancel.
    int lost = x.multiply(x).intValue() / 2 + 3;
    return ONE.subtract(series(x, digits + lost));
  }

  /** x·Φ(x) = x/2·erfc(−x/√2). */
  static BigDecimal gelu(BigDecimal x, int digits) {
    int guarded = digits + 2 * Math.max(0, DecimalMath.exponent(x)) + 5;
    BigDecimal argument = x.negate().divide(TWO.sqrt(context(guarded)), context(guarded));
    return x.multiply(erfc(argument, digits + 5)).divide(TWO, context(digits));
  }

  /** Whether the least term of the asymptotic series, some e^−x², is below the last digit. */
  private static boolean isAsymptotic(BigDecimal x, int digits) {
    return x.multiply(x).compareTo(BigDecimal.valueOf((digits + 15) * 2.4)) > 0;
  }

  /** 2/√π·e^−x²·Σ 2ⁿ·x^(2n+1)/(1·3·…·(2n+1)), no term of which is negative (DLMF 7.6.2). */
  private static BigDecimal series(BigDecimal x, int digits) {
    int bits = (int) ((digits + 15) * 3.33) + 64;
    MathContext context = context(digits + 5);
    BigDecimal square = x.multiply(x);
    BigInteger scale = BigInteger.ONE.shiftLeft(bits);
    BigInteger twice = square.multiply(new BigDecimal(scale.shiftLeft(1))).toBigInteger();
    BigInteger term = scale;
    BigInteger total = scale;
    for (long n = 3; term.signum() != 0; n += 2) {
      term = term.multiply(twice).shiftRight(bits).divide(BigInteger.valueOf(n));
      total = total.add(term);
    }
    BigDecimal sum = new BigDecimal(total).divide(new BigDecimal(scale), context);
    return sum.multiply(x.multiply(TWO), context)
        .multiply(DecimalMath.exp(square.negate(), digits + 5))
        .divide(DecimalMath.pi(digits + 5).sqrt(context), context);
  }

  /** e^−x²/(x·√π)·Σ (−1)ⁿ·1·3·…·(2n − 1)/(2x²)ⁿ (DLMF 7.12.1). */
  private static BigDecimal tail(BigDecimal x, int digits) {
    MathContext context = context(digits + 5);
    BigDecimal square = x.multiply(x);
    BigDecimal factor = DecimalExponentials.exp(square.negate(), digits + 5);
    if (factor.signum() == 0) {
      return factor;
    }
    BigDecimal step = ONE.divide(square.multiply(TWO), context).negate();
    BigDecimal smallest = ONE.movePointLeft(digits + 12);
    BigDecimal term = ONE;
    BigDecimal total = ONE;
    for (long n = 1; term.abs().compareTo(smallest) > 0; n += 2) {
      term = term.multiply(step, context).multiply(BigDecimal.valueOf(n), context);
      total = total.add(term, context);
    }
    return factor
        .multiply(total, context)
        .divide(x.multiply(DecimalMath.pi(digits + 5).sqrt(context), context), context);
  }
}
