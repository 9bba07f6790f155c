package dev.nabla.function;

/** The hyperbolic functions that {@link Math} lacks, in doubles. */
public final class DoubleHyperbolic {
  private static final double LN2 = Math.log(2);

  /** From here on e^−2x is below half an ulp of 1. */
  private static final double SATURATED = 20;

  /** From here on x² + 1 is x². */
  private static final double LARGE = 0x1p28;

  private DoubleHyperbolic() {}

  public static double coth(double x) {
    return 1 / Math.tanh(x);
  }

  /** 1/cosh x, as 2·e^−|x| where cosh may overflow. */
  public static double sech(double x) {
    double magnitude = Math.abs(x);
    return magnitude > SATURATED ? 2 * Math.exp(-magnitude) : 1 / Math.cosh(x);
  }

  /** 1/sinh x, as 2·e^−|x| where sinh may overflow. */
  public static double csch(double x) {
    double magnitude = Math.abs(x);
    return magnitude > SATURATED ? Math.copySign(2 * Math.exp(-magnitude), x) : 1 / Math.sinh(x);
  }

  /** log(1 + |x| + x²/(1 + √(1 + x²))) with the sign of x. */
  public static double asinh(double x) {
    double magnitude = Math.abs(x);
    double value;
    if (magnitude > LARGE) {
      value = Math.log(magnitude) + LN2;
    } else if (magnitude > 2) {
      value = Math.log(magnitude + Math.sqrt(Math.fma(x, x, 1)));
    } else {
      double square = x * x;
      value = Math.log1p(magnitude + square / (1 + Math.sqrt(1 + square)));
    }
    return Math.copySign(value, x);
  }

  /** log(x + √(x² − 1)); near 1 as log(1 + t + √(2t + t²)) with t = x − 1. */
  public static double acosh(double x) {
    if (x > LARGE) {
      return Math.log(x) + LN2;
    }
    if (x > 2) {
      return Math.log(x + Math.sqrt(Math.fma(x, x, -1)));
    }
    return acosh1p(x - 1);
  }

  /** acosh(1 + t); NaN for negative t. */
  private static double acosh1p(double t) {
    return Math.log1p(t + Math.sqrt(Math.fma(t, t, 2 * t)));
  }

  /** log(1 + 2|x|/(1 − |x|))/2 with the sign of x; infinite at ±1. */
  public static double atanh(double x) {
    double magnitude = Math.abs(x);
    double twice = 2 * magnitude;
    double value =
        magnitude < 0.5
            ? Math.log1p(twice + twice * magnitude / (1 - magnitude))
            : Math.log1p(twice / (1 - magnitude));
    return magnitude > 1 ? Double.NaN : Math.copySign(0.5 * value, x);
  }

  /** log(1 + 2/(|x| − 1))/2 with the sign of x; infinite at ±1. */
  public static double acoth(double x) {
    double magnitude = Math.abs(x);
    return magnitude < 1 ? Double.NaN : Math.copySign(0.5 * Math.log1p(2 / (magnitude - 1)), x);
  }

  /** acosh(1/x); as log(1 + √(1 − x²)) − log x for small x; infinite at 0. */
  public static double asech(double x) {
    if (!(x >= 0 && x <= 1)) {
      return Double.NaN;
    }
    return x < 0.5 ? Math.log1p(Math.sqrt(Math.fma(-x, x, 1))) - Math.log(x) : acosh1p((1 - x) / x);
  }

  /** asinh(1/x); where that overflows, log(2/|x|). */
  public static double acsch(double x) {
    double magnitude = Math.abs(x);
    return magnitude < 1 / LARGE ? Math.copySign(LN2 - Math.log(magnitude), x) : asinh(1 / x);
  }
}
