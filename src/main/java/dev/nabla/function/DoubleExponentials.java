package dev.nabla.function;

/** Logarithm to base 2 and the activations made of exponentials, in doubles. */
public final class DoubleExponentials {
  private static final double INVERSE_LN2 = 1 / Math.log(2);
  private static final double INVERSE_LN2_REST = 2.0355273740931033e-17;
  private static final double SQRT2 = Math.sqrt(2);

  private DoubleExponentials() {}

  /** log₂ x = k + log m/log 2 for x = m·2ᵏ with m in [√½, √2]; exact at powers of 2. */
  public static double log2(double x) {
    if (!(x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE)) {
      return x > 0 && x < Double.MIN_NORMAL ? log2(x * 0x1p54) - 54 : Math.log(x);
    }
    int exponent = Math.getExponent(x);
    double mantissa = Math.scalb(x, -exponent);
    if (mantissa > SQRT2) {
      mantissa *= 0.5;
      exponent++;
    }
    double log = Math.log(mantissa);
    double high = log * INVERSE_LN2;
    double rest = Math.fma(log, INVERSE_LN2, -high) + log * INVERSE_LN2_REST;
    double sum = exponent + high;
    // Where the exponent is not 0 it is the larger one: Dekker's fast two-sum.
    return exponent == 0 ? high + rest : sum + (exponent - sum + high + rest);
  }

  /** 1/(1 + e^−x), as e^x/(1 + e^x) for negative x; the rounding of 1 + e is made good. */
  public static double sigmoid(double x) {
    double e = Math.exp(-Math.abs(x));
    double below = 1 + e;
    double lost = e - (below - 1);
    double ratio = (x < 0 ? e : 1) / below;
    return ratio - ratio * (lost / below);
  }

  /** log(1 + e^x) = max(x, 0) + log(1 + e^−|x|). */
  public static double softplus(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }

  /** max(x, 0). */
  public static double relu(double x) {
    return Math.max(x, 0);
  }
}
