package dev.nabla.function;

import org.apache.commons.numbers.gamma.Erf;
import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.Erfcx;

/** The error function and what is made of it, in doubles. */
public final class DoubleErrorFunction {
  private static final double INVERSE_SQRT2 = Math.sqrt(0.5);
  private static final double INVERSE_SQRT2_REST = -4.833646656726457e-17;
  private static final double SLOPE_AT_0 = 2 / Math.sqrt(Math.PI);

  /** Below, x·Φ(x) is smaller than the least double. */
  private static final double UNDERFLOW = -40;

  /** Below, erfc is subnormal where x·erfc is not yet: e^−x²·erfcx there. */
  private static final double SCALED = -36;

  private DoubleErrorFunction() {}

  public static double erf(double x) {
    return Erf.value(x);
  }

  public static double erfc(double x) {
    return Erfc.value(x);
  }

  /** x·Φ(x) = x/2·erfc(−x/√2), with the rounding of x/√2 made good by erfc's derivative. */
  public static double gelu(double x) {
    if (x < UNDERFLOW) {
      return -0.0;
    }
    if (x < SCALED) {
      double square = x * x;
      double rest = Math.fma(x, x, -square);
      double gauss = Math.exp(-0.5 * square) * (1 - 0.5 * rest);
      return 0.5 * x * Erfcx.value(-x * INVERSE_SQRT2) * gauss;
    }
    double t = -x * INVERSE_SQRT2;
    double lost = Math.fma(-x, INVERSE_SQRT2, -t) - x * INVERSE_SQRT2_REST;
    return 0.5 * x * (Erfc.value(t) - SLOPE_AT_0 * Math.exp(-t * t) * lost);
  }
}
