package dev.nabla.function;

/** The hyperbolic functions in doubles, where {@link Math} lacks them or errs by two ulps. */
public final class DoubleHyperbolic {
  private static final double LN2 = Math.log(2);

  /** From here on e^−2x is below half an ulp of 1. */
  private static final double SATURATED = 20;

  /** From here on x² + 1 is x². */
  private static final double LARGE = 0x1p28;

  /** Within it tanh x is a polynomial, and its reciprocal as good as one division. */
  private static final double SMALL = 0.55;

  /** From here on e^x alone overflows, though half of it may not. */
  private static final double OVERFLOW = 709;

  /** sinh x = x + x³·(1/3! + x²/5! + …) (DLMF 4.33.1). */
  private static final double[] SINH = {
    1.0 / 6,
    1.0 / 120,
    1.0 / 5040,
    1.0 / 362880,
    1.0 / 39916800,
    1.0 / 6227020800.0,
    1.0 / 1307674368000.0,
    1.0 / 355687428096000.0,
    1.0 / 121645100408832000.0
  };

  /** (tanh x/x − 1)/x² in powers of x², interpolated at the Chebyshev points of [0, 0.31]. */
  private static final double[] TANH = {
    -0.3333333333333333,
    0.13333333333332556,
    -0.05396825396724726,
    0.02186948848524601,
    -0.00886323420601293,
    0.0035921078811045905,
    -0.001455642111220305,
    0.0005888400422537283,
    -0.00023435314845645768,
    8.465718640250347e-05,
    -2.0289800612514075e-05
  };

  private DoubleHyperbolic() {}

  private static double polynomial(double[] coefficients, double x) {
    double value = 0;
    for (int k = coefficients.length - 1; k >= 0; k--) {
      value = value * x + coefficients[k];
    }
    return value;
  }

  /** Taylor's series within [−1, 1], beyond (e^x − e^−x)/2. */
  public static double sinh(double x) {
    double magnitude = Math.abs(x);
    if (magnitude < 1) {
      double square = x * x;
      return x + x * (square * polynomial(SINH, square));
    }
    if (magnitude > SATURATED) {
      double root = Math.exp(0.5 * magnitude);
      return Math.copySign(magnitude > OVERFLOW ? 0.5 * root * root : 0.5 * Math.exp(magnitude), x);
    }
    double e = Math.exp(magnitude);
    return Math.copySign(0.5 * (e - 1 / e), x);
  }

  /** A polynomial near 0, beyond 1 − 2/(e^2|x| + 1). */
  public static double tanh(double x) {
    double magnitude = Math.abs(x);
    if (magnitude < SMALL) {
      double square = x * x;
      return x + x * (square * polynomial(TANH, square));
    }
    return Math.copySign(1 - 2 / (Math.exp(2 * magnitude) + 1), x);
  }

  /** 1 + 2/(e^2|x| − 1) with the sign of x, near 0 as the reciprocal of tanh. */
  public static double coth(double x) {
    double magnitude = Math.abs(x);
    return magnitude < SMALL ? 1 / tanh(x) : Math.copySign(1 + 2 / Math.expm1(2 * magnitude), x);
  }

  /** 2/(e^|x| + e^−|x|), with the rounding of the sum made good. */
  public static double sech(double x) {
    double magnitude = Math.abs(x);
    if (magnitude > SATURATED) {
      return 2 * Math.exp(-magnitude);
    }
    double e = Math.exp(magnitude);
    double inverse = 1 / e;
    double sum = e + inverse;
    double lost = e - sum + inverse;
    double ratio = 2 / sum;
    return ratio - ratio * (lost / sum);
  }

  /** 1/sinh x near 0, beyond 2/(e^|x| − e^−|x|) with the rounding of the difference made good. */
  public static double csch(double x) {
    double magnitude = Math.abs(x);
    if (magnitude < 1) {
      return 1 / sinh(x);
    }
    if (magnitude > SATURATED) {
      return Math.copySign(2 * Math.exp(-magnitude), x);
    }
    double e = Math.exp(magnitude);
    double inverse = 1 / e;
    double difference = e - inverse;
    double lost = e - difference - inverse;
    double ratio = 2 / difference;
    return Math.copySign(ratio - ratio * (lost / difference), x);
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
    return x < 1 ? Double.NaN : acosh1p(x - 1);
  }

  /** acosh(1 + t). */
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
