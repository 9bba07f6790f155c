package dev.nabla.function;

/** ψ⁽ⁿ⁾(x) in doubles: recurrence to the right, then the asymptotic series (DLMF 5.15). */
final class DoublePolygamma {
  /** B₂, B₄, … (DLMF 24.2). */
  private static final double[] BERNOULLI = {
    1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66, -691.0 / 2730, 7.0 / 6, -3617.0 / 510
  };

  /** The zero of ψ on the right, to twice the digits of a double. */
  private static final double ZERO = 0x1.762d86356be3fp+0;

  private static final double ZERO_REST = 0x1.b86a722197829p-54;

  /** ψ(x)/(x − zero) on [1, 2], interpolated at the Chebyshev points, in powers of x − 3/2. */
  private static final double[] QUOTIENT = {
    0.9510558760318328,
    -0.4236274212814606,
    0.24054248424078697,
    -0.14840492305388092,
    0.09498872445289039,
    -0.06192213327548831,
    0.040760833940846085,
    -0.026975796659787055,
    0.017907248317313294,
    -0.011908220105959716,
    0.007927021796868154,
    -0.005279937255532708,
    0.003518106563802472,
    -0.0023454947397380833,
    0.0015633696313653504,
    -0.0010364584817312839,
    0.0006909255761282986,
    -0.00048595039220036254,
    0.00032395945401345196,
    -0.00014480643368061614,
    9.653646261410062e-05,
    -0.0001782188548855923,
    0.00011881232908510335
  };

  private static final double ENOUGH = 12;

  private DoublePolygamma() {}

  static double digamma(double x) {
    if (x <= 0) {
      return x == Math.rint(x) ? Double.NaN : digamma(1 - x) - Math.PI * cotangentPi(x);
    }
    if (x < 1) {
      double next = x + 1;
      double lost = x - (next - 1);
      return nearZero(next) + lost * value(1, next) - 1 / x;
    }
    if (x > ENOUGH) {
      double square = 1 / (x * x);
      double series = 0;
      for (int k = BERNOULLI.length; k >= 1; k--) {
        series = (series + BERNOULLI[k - 1] / (2 * k)) * square;
      }
      return Math.log(x) - (0.5 / x + series);
    }
    double sum = 0;
    double base = x;
    while (base > 2) {
      base -= 1;
      sum += 1 / base;
    }
    return sum + nearZero(base);
  }

  /** ψ on [1, 2]. */
  private static double nearZero(double x) {
    double t = x - 1.5;
    double quotient = 0;
    for (int k = QUOTIENT.length - 1; k >= 0; k--) {
      quotient = quotient * t + QUOTIENT[k];
    }
    return (x - ZERO - ZERO_REST) * quotient;
  }

  /** ψ⁽ⁿ⁾(x) for n ≥ 1. */
  static double value(int n, double x) {
    if (x <= 0) {
      return x == Math.rint(x) ? Double.NaN : reflected(n, x);
    }
    return n % 2 == 0 ? -magnitude(n, x) : magnitude(n, x);
  }

  /** n!·Σ 1/(x + k)^(n+1) over k = 0, 1, … for x &gt; 0, the first terms summed with care. */
  private static double magnitude(int n, double x) {
    double factorial = factorial(n);
    double sum = 0;
    double lost = 0;
    double y = x;
    for (; y < ENOUGH + n; y += 1) {
      double term = factorial / Math.pow(y, n + 1);
      double next = sum + term;
      if (Double.isInfinite(next)) {
        return next;
      }
      lost += sum > term ? sum - next + term : term - next + sum;
      sum = next;
    }
    return sum + (lost + asymptotic(n, y));
  }

  /** (n − 1)!/yⁿ·(1 + n/(2y) + Σ B₂ₖ·(2k + n − 1)!/((n − 1)!·(2k)!·y^2k)) (DLMF 5.15.8). */
  private static double asymptotic(int n, double y) {
    double square = 1 / (y * y);
    double coefficient = 1;
    double power = 1;
    double series = 0.5 * n / y;
    for (int k = 1; k <= BERNOULLI.length; k++) {
      coefficient *= (2.0 * k + n - 1) * (2.0 * k + n - 2) / (2.0 * k * (2.0 * k - 1));
      power *= square;
      series += BERNOULLI[k - 1] * coefficient * power;
    }
    // In two steps, so that yⁿ does not overflow before the quotient underflows.
    double leading = factorial(n - 1) / y / Math.pow(y, n - 1);
    return leading + leading * series;
  }

  /**
   * Left of 0, with x = m + r and m the nearest integer: the sum over all integers but those on the
   * left of x, (−1)^(n+1)·(n!/r^(n+1) + M(1 + r)) + M(1 − r) − M(1 − x) with M the magnitude.
   */
  private static double reflected(int n, double x) {
    double r = x - Math.rint(x);
    double right = factorial(n) / Math.pow(r, n + 1) + magnitude(n, 1 + r);
    double left = magnitude(n, 1 - r) - magnitude(n, 1 - x);
    return (n % 2 == 0 ? -right : right) + left;
  }

  /** cot πx, from the distance to the nearest integer, which is exact. */
  private static double cotangentPi(double x) {
    return 1 / Math.tan(Math.PI * (x - Math.rint(x)));
  }

  private static double factorial(int n) {
    double value = 1;
    for (int k = 2; k <= n; k++) {
      value *= k;
    }
    return value;
  }
}
