package dev.nabla.function;

import org.apache.commons.numbers.gamma.Gamma;
import org.apache.commons.numbers.gamma.LogGamma;

/** The gamma function and its logarithmic derivatives in doubles. */
public final class DoubleGamma {
  /** 171! is greater than every double. */
  private static final int LARGEST_ORDER = 170;

  private static final double TINY = 1e-30;

  private DoubleGamma() {}

  public static double gamma(double x) {
    return Gamma.value(x);
  }

  /** log |Γ(x)|. */
  public static double lgamma(double x) {
    // |Γ(x)| = 1/|x| to the last digit there, which overflows while its logarithm does not.
    return Math.abs(x) < TINY ? -Math.log(Math.abs(x)) : LogGamma.value(x);
  }

  public static double digamma(double x) {
    return DoublePolygamma.digamma(x);
  }

  public static double trigamma(double x) {
    return DoublePolygamma.value(1, x);
  }

  /** ψ⁽ˣ⁾(y); NaN unless the order x is a natural number whose factorial is a double. */
  public static double polygamma(double x, double y) {
    if (!(x >= 0 && x <= LARGEST_ORDER && x == Math.rint(x))) {
      return Double.NaN;
    }
    return x == 0 ? digamma(y) : DoublePolygamma.value((int) x, y);
  }
}
