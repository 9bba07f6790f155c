package dev.nabla.check;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers in few digits: 2 and not 2.0, 1e-300, 0.4400505857. */
final class ShortNumber {
  private static final int DIGITS = 10;
  private static final double SMALLEST_PLAIN = 1e-4;
  private static final double LARGEST_PLAIN = 1e7;

  private ShortNumber() {}

  /** The shortest text that reads as the double. */
  static String of(double x) {
    if (x == 0 || !Double.isFinite(x)) {
      return 1 / x < 0 && x == 0 ? "-0.0" : x == 0 ? "0" : Double.toString(x);
    }
    return text(new BigDecimal(Double.toString(x)));
  }

  /** Two numbers in ten digits, or in as many as tell them apart. */
  static String[] apart(BigDecimal a, BigDecimal b) {
    for (int digits = DIGITS; ; digits++) {
      String first = text(a.round(new MathContext(digits)));
      String second = text(b.round(new MathContext(digits)));
      if (!first.equals(second) || digits > 50) {
        return new String[] {first, second};
      }
    }
  }

  static String of(BigDecimal value) {
    return text(value.round(new MathContext(DIGITS)));
  }

  private static String text(BigDecimal value) {
    if (value.signum() == 0) {
      return "0";
    }
    BigDecimal stripped = value.stripTrailingZeros();
    double size = Math.abs(value.doubleValue());
    if (size >= SMALLEST_PLAIN && size < LARGEST_PLAIN) {
      return stripped.toPlainString();
    }
    int exponent = stripped.precision() - stripped.scale() - 1;
    String mantissa = stripped.movePointLeft(exponent).toPlainString();
    return mantissa + "e" + exponent;
  }
}
