package dev.nabla.function;

import static dev.nabla.function.DecimalMath.context;

import java.math.BigDecimal;

/** The circular functions and their inverses to a given number of digits. */
final class DecimalCircular {
  private static final BigDecimal ONE = BigDecimal.ONE;
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private DecimalCircular() {}

  static BigDecimal sin(BigDecimal x, int digits) {
    return DecimalMath.sin(x, digits);
  }

  static BigDecimal cos(BigDecimal x, int digits) {
    return DecimalMath.cos(x, digits);
  }

  static BigDecimal tan(BigDecimal x, int digits) {
    return sin(x, digits).divide(cos(x, digits), context(digits));
  }

  static BigDecimal cot(BigDecimal x, int digits) {
    return cos(x, digits).divide(sin(x, digits), context(digits));
  }

  static BigDecimal sec(BigDecimal x, int digits) {
    return ONE.divide(cos(x, digits), context(digits));
  }

  static BigDecimal csc(BigDecimal x, int digits) {
    return ONE.divide(sin(x, digits), context(digits));
  }

  /** atan(x/√(1 − x²)). */
  static BigDecimal asin(BigDecimal x, int digits) {
    BigDecimal side = root(ONE.subtract(x).multiply(ONE.add(x)), digits, "asin");
    return atan2(x, side, digits);
  }

  /** 2·atan(√((1 − x)/(1 + x))), which keeps the digits of a small angle. */
  static BigDecimal acos(BigDecimal x, int digits) {
    if (x.abs().compareTo(ONE) > 0) {
      throw new ArithmeticException("acos outside [-1, 1]");
    }
    if (x.compareTo(ONE.negate()) == 0) {
      return DecimalMath.pi(digits);
    }
    BigDecimal ratio = ONE.subtract(x).divide(ONE.add(x), context(digits));
    return atan(ratio.sqrt(context(digits)), digits).multiply(TWO);
  }

  static BigDecimal atan(BigDecimal x, int digits) {
    return DecimalMath.atan(x, digits);
  }

  /** The angle in (−π/2, π/2] whose cotangent is x ≠ 0. */
  static BigDecimal acot(BigDecimal x, int digits) {
    return atan(ONE.divide(x, context(digits)), digits);
  }

  /** The angle of (1, √(x² − 1)), or π less that for x ≤ −1. */
  static BigDecimal asec(BigDecimal x, int digits) {
    BigDecimal side = root(x.subtract(ONE).multiply(x.add(ONE)), digits, "asec");
    BigDecimal angle = atan(side, digits);
    return x.signum() < 0 ? DecimalMath.pi(digits).subtract(angle) : angle;
  }

  /** The angle of (√(x² − 1), 1), with the sign of x. */
  static BigDecimal acsc(BigDecimal x, int digits) {
    BigDecimal side = root(x.subtract(ONE).multiply(x.add(ONE)), digits, "acsc");
    BigDecimal angle = atan2(ONE, side, digits);
    return x.signum() < 0 ? angle.negate() : angle;
  }

  /** The angle in (−π, π] of the point with ordinate x and abscissa y; 0 at the origin. */
  static BigDecimal atan2(BigDecimal x, BigDecimal y, int digits) {
    if (x.signum() == 0) {
      return y.signum() < 0 ? DecimalMath.pi(digits) : BigDecimal.ZERO;
    }
    if (x.abs().compareTo(y.abs()) > 0) {
      BigDecimal quarter = DecimalMath.pi(digits).divide(TWO, context(digits));
      BigDecimal rest = atan(y.divide(x.abs(), context(digits)), digits);
      BigDecimal angle = quarter.subtract(rest);
      return x.signum() < 0 ? angle.negate() : angle;
    }
    BigDecimal angle = atan(x.divide(y, context(digits)), digits);
    if (y.signum() > 0) {
      return angle;
    }
    BigDecimal half = DecimalMath.pi(digits);
    return angle.add(x.signum() < 0 ? half.negate() : half);
  }

  /** √(x² + y²). */
  static BigDecimal hypot(BigDecimal x, BigDecimal y, int digits) {
    return x.multiply(x).add(y.multiply(y), context(digits)).sqrt(context(digits));
  }

  private static BigDecimal root(BigDecimal square, int digits, String name) {
    if (square.signum() < 0) {
      throw new ArithmeticException(name + " outside its domain");
    }
    return square.sqrt(context(digits));
  }
}
