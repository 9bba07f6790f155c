package dev.nabla.function;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The piecewise linear functions: exact, so that the number of digits does not matter. */
final class DecimalPiecewise {
  private DecimalPiecewise() {}

  static BigDecimal abs(BigDecimal x, int digits) {
    return x.abs();
  }

  static BigDecimal sign(BigDecimal x, int digits) {
    return BigDecimal.valueOf(x.signum());
  }

  static BigDecimal min(BigDecimal x, BigDecimal y, int digits) {
    return x.min(y);
  }

  static BigDecimal max(BigDecimal x, BigDecimal y, int digits) {
    return x.max(y);
  }

  static BigDecimal floor(BigDecimal x, int digits) {
    return x.setScale(0, RoundingMode.FLOOR);
  }

  static BigDecimal ceil(BigDecimal x, int digits) {
    return x.setScale(0, RoundingMode.CEILING);
  }

  static BigDecimal relu(BigDecimal x, int digits) {
    return x.max(BigDecimal.ZERO);
  }
}
