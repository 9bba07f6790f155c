package dev.nabla.check;

import java.math.BigDecimal;
import java.math.MathContext;

/** |computed − exact| in units in the last place of the double nearest to the exact value. */
final class UlpDistance {
  private UlpDistance() {}

  /**
   * The distance; in multiples of {@code Double.MIN_VALUE} where the exact value is 0 or subnormal,
   * infinite for NaN and for an infinity that the exact value does not round to.
   *
   * @param uncertainty the part of the difference that is the exact value's own
   */
  static double of(double computed, BigDecimal exact, BigDecimal uncertainty) {
    double nearest = exact.doubleValue();
    if (Double.isInfinite(computed) || Double.isInfinite(nearest)) {
      return computed == nearest ? 0 : Double.POSITIVE_INFINITY;
    }
    if (Double.isNaN(computed)) {
      return Double.POSITIVE_INFINITY;
    }
    BigDecimal unit = new BigDecimal(Math.ulp(nearest));
    return absolute(computed, exact, uncertainty).divide(unit, MathContext.DECIMAL32).doubleValue();
  }

  /** max(0, |computed − exact| − uncertainty) of a finite double. */
  static BigDecimal absolute(double computed, BigDecimal exact, BigDecimal uncertainty) {
    BigDecimal error = new BigDecimal(computed).subtract(exact).abs().subtract(uncertainty);
    return error.max(BigDecimal.ZERO);
  }

  /** The amplification of rounding errors: the bound in ulps of the exact value. */
  static double condition(double bound, BigDecimal exact) {
    return bound / Math.ulp(exact.doubleValue());
  }
}
