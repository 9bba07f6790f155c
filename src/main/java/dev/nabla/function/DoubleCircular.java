package dev.nabla.function;

/** Reciprocals of the circular functions and their inverses in doubles. */
public final class DoubleCircular {
  private static final double HALF_PI_REST = 6.123233995736766e-17;

  private DoubleCircular() {}

  public static double cot(double x) {
    return 1 / Math.tan(x);
  }

  public static double sec(double x) {
    return 1 / Math.cos(x);
  }

  public static double csc(double x) {
    return 1 / Math.sin(x);
  }

  /** The angle in (−π/2, π/2] whose cotangent is x; NaN at 0, where the angle jumps. */
  public static double acot(double x) {
    return x == 0 ? Double.NaN : Math.atan(1 / x);
  }

  /** atan √(x² − 1), or π less that for x ≤ −1: acos(1/x) would lose half the digits near 1. */
  public static double asec(double x) {
    double angle = Math.atan(side(x));
    return x < 0 ? Math.PI - (angle - 2 * HALF_PI_REST) : angle;
  }

  /** The angle of (√(x² − 1), 1) with the sign of x: asin(1/x) would lose half the digits. */
  public static double acsc(double x) {
    return Math.copySign(Math.atan2(1, side(x)), x);
  }

  /** √(x² − 1); NaN inside (−1, 1). */
  private static double side(double x) {
    double magnitude = Math.abs(x);
    return magnitude > 0x1p500 ? magnitude : Math.sqrt(Math.fma(x, x, -1));
  }
}
