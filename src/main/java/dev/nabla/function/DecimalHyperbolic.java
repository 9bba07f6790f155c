package dev.nabla.function;

import static dev.nabla.function.DecimalExponentials.cancelled;
import static dev.nabla.function.DecimalExponentials.isTiny;
import static dev.nabla.function.DecimalMath.context;

import java.math.BigDecimal;

/** The hyperbolic functions and their inverses to a given number of digits. */
final class DecimalHyperbolic {
  private static final BigDecimal ONE = BigDecimal.ONE;
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private DecimalHyperbolic() {}

  /** (e^x − e^−x)/2. */
  static BigDecimal sinh(BigDecimal x, int digits) {
    if (isTiny(x, digits)) {
      return x;
    }
    int guarded = digits + cancelled(x);
    BigDecimal e = DecimalMath.exp(x.abs(), guarded);
    BigDecimal twice = e.subtract(ONE.divide(e, context(guarded)), context(guarded));
    return signed(twice.multiply(HALF), x);
  }

  /** (e^x + e^−x)/2. */
  static BigDecimal cosh(BigDecimal x, int digits) {
    BigDecimal e = DecimalMath.exp(x.abs(), digits);
    return e.add(ONE.divide(e, context(digits)), context(digits)).multiply(HALF);
  }

  /** (1 − e^−2|x|)/(1 + e^−2|x|) with the sign of x. */
  static BigDecimal tanh(BigDecimal x, int digits) {
    if (isTiny(x, digits)) {
      return x;
    }
    int guarded = digits + cancelled(x);
    BigDecimal e = DecimalExponentials.exp(x.abs().multiply(TWO).negate(), guarded);
    BigDecimal above = ONE.subtract(e, context(guarded));
    return signed(above.divide(ONE.add(e, context(guarded)), context(guarded)), x);
  }

  static BigDecimal coth(BigDecimal x, int digits) {
    return ONE.divide(tanh(x, digits), context(digits));
  }

  /** 2·e^−|x|/(1 + e^−2|x|). */
  static BigDecimal sech(BigDecimal x, int digits) {
    BigDecimal e = DecimalExponentials.exp(x.abs().negate(), digits);
    return TWO.multiply(e)
        .divide(ONE.add(e.multiply(e, context(digits)), context(digits)), context(digits));
  }

  /** 2·e^−|x|/(1 − e^−2|x|) with the sign of x. */
  static BigDecimal csch(BigDecimal x, int digits) {
    int guarded = digits + cancelled(x);
    BigDecimal e = DecimalExponentials.exp(x.abs().negate(), guarded);
    BigDecimal below = ONE.subtract(e.multiply(e, context(guarded)), context(guarded));
    return signed(TWO.multiply(e).divide(below, context(digits)), x);
  }

  /** log(|x| + √(x² + 1)) with the sign of x. */
  static BigDecimal asinh(BigDecimal x, int digits) {
    if (isTiny(x, digits)) {
      return x;
    }
    int guarded = digits + cancelled(x);
    BigDecimal side = x.multiply(x).add(ONE, context(guarded)).sqrt(context(guarded));
    return signed(DecimalMath.log(x.abs().add(side, context(guarded)), guarded), x);
  }

  /** log(x + √((x − 1)·(x + 1))). */
  static BigDecimal acosh(BigDecimal x, int digits) {
    BigDecimal excess = x.subtract(ONE);
    if (excess.signum() < 0) {
      throw new ArithmeticException("acosh below 1");
    }
    if (excess.signum() == 0) {
      return BigDecimal.ZERO;
    }
    int guarded = digits + cancelled(excess);
    BigDecimal side = excess.multiply(x.add(ONE)).sqrt(context(guarded));
    return DecimalMath.log(x.add(side, context(guarded)), guarded);
  }

  /** log((1 + x)/(1 − x))/2. */
  static BigDecimal atanh(BigDecimal x, int digits) {
    if (x.abs().compareTo(ONE) >= 0) {
      throw new ArithmeticException("atanh outside (-1, 1)");
    }
    if (isTiny(x, digits)) {
      return x;
    }
    int guarded = digits + cancelled(x);
    BigDecimal magnitude = x.abs();
    BigDecimal ratio = ONE.add(magnitude).divide(ONE.subtract(magnitude), context(guarded));
    return signed(DecimalMath.log(ratio, guarded).multiply(HALF), x);
  }

  /** atanh(1/x). */
  static BigDecimal acoth(BigDecimal x, int digits) {
    if (x.abs().compareTo(ONE) <= 0) {
      throw new ArithmeticException("acoth inside [-1, 1]");
    }
    int guarded = digits + Math.max(0, DecimalMath.exponent(x));
    BigDecimal magnitude = x.abs();
    BigDecimal ratio = magnitude.add(ONE).divide(magnitude.subtract(ONE), context(guarded));
    return signed(DecimalMath.log(ratio, guarded).multiply(HALF), x);
  }

  /** log((1 + √(1 − x²))/x). */
  static BigDecimal asech(BigDecimal x, int digits) {
    BigDecimal rest = ONE.subtract(x);
    if (x.signum() <= 0 || rest.signum() < 0) {
      throw new ArithmeticException("asech outside (0, 1]");
    }
    if (rest.signum() == 0) {
      return BigDecimal.ZERO;
    }
    int guarded = digits + cancelled(rest);
    BigDecimal side = rest.multiply(ONE.add(x)).sqrt(context(guarded));
    return DecimalMath.log(ONE.add(side, context(guarded)).divide(x, context(guarded)), guarded);
  }

  /** asinh(1/x). */
  static BigDecimal acsch(BigDecimal x, int digits) {
    return asinh(ONE.divide(x, context(digits + 5)), digits);
  }

  private static BigDecimal signed(BigDecimal magnitude, BigDecimal x) {
    return x.signum() < 0 ? magnitude.negate() : magnitude;
  }
}
