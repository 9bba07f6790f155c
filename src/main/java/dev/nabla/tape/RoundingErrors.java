package dev.nabla.tape;

import java.util.function.DoubleUnaryOperator;

/**
 * What an operation makes of the errors of its operands, with its own rounding, to first order
 * (Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., §3.3).
 */
public final class RoundingErrors {
  private static final double STEP = 0x1p-17;

  private RoundingErrors() {}

  /** Half a unit in the last place: the largest error of rounding to nearest. */
  public static double rounding(double result) {
    return Math.ulp(result) / 2;
  }

  /** The error of a + b or a − b. */
  public static double ofSum(double result, double ea, double eb) {
    return ea + eb + rounding(result);
  }

  /** The error of a·b. */
  public static double ofProduct(double result, double a, double b, double ea, double eb) {
    return times(b, ea) + times(a, eb) + productRounding(a, b, result);
  }

  /** The error of a/b. */
  public static double ofQuotient(double result, double b, double ea, double eb) {
    return (ea + times(result, eb)) / Math.abs(b) + rounding(result);
  }

  /** The error of √a. */
  public static double ofRoot(double result, double ea) {
    return (ea == 0 ? 0 : ea / (2 * result)) + rounding(result);
  }

  /** A product by a power of two is exact while it does not underflow. */
  private static double productRounding(double a, double b, double result) {
    boolean exact = isPowerOfTwo(a) || isPowerOfTwo(b);
    return exact && Math.abs(result) >= Double.MIN_NORMAL ? 0 : rounding(result);
  }

  private static boolean isPowerOfTwo(double x) {
    return Math.abs(x) >= Double.MIN_NORMAL
        && (Double.doubleToRawLongBits(x) & ((1L << 52) - 1)) == 0;
  }

  /** |factor|·error, where no error stays none whatever the factor. */
  private static double times(double factor, double error) {
    return error == 0 ? 0 : Math.abs(factor) * error;
  }

  /** |f(x + error) − f(x)| to first order, from differences of f: no derivative rule is used. */
  public static double passedOn(double x, double error, DoubleUnaryOperator f) {
    if (error == 0) {
      return 0;
    }
    double step = STEP * (x == 0 ? 1 : Math.abs(x));
    if (error > step) {
      return Math.max(difference(f, x, x + error), difference(f, x, x - error));
    }
    double slope = difference(f, x - step, x + step) / (2 * step);
    if (Double.isNaN(slope)) {
      // At the edge of the domain one side has to do.
      double above = difference(f, x, x + step);
      double below = difference(f, x, x - step);
      slope = (Double.isNaN(above) ? below : above) / step;
    }
    return slope * error;
  }

  private static double difference(DoubleUnaryOperator f, double from, double to) {
    return Math.abs(f.applyAsDouble(to) - f.applyAsDouble(from));
  }
}
