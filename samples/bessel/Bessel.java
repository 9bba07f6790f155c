/**
 * The Bessel functions J₀ and J₁ in doubles: below 25 by Bessel's integral, whose trapezoidal sum
 * converges faster than any power (A&S 9.1.21), above by Hankel's expansion (A&S 9.2.5).
 */
public final class Bessel {
  private static final double FAR = 25;
  private static final int POINTS = 64;
  private static final int TERMS = 24;

  private Bessel() {}

  /** J₀(x), within 1e-14. */
  public static double besselj0(double x) {
    return Math.abs(x) < FAR ? integral(0, x) : expansion(0, Math.abs(x));
  }

  /** J₁(x), within 1e-14. */
  public static double besselj1(double x) {
    return Math.abs(x) < FAR ? integral(1, x) : Math.signum(x) * expansion(1, Math.abs(x));
  }

  /** 1/π ∫ cos(nθ − x sin θ) dθ from 0 to π. */
  private static double integral(int n, double x) {
    double sum = 0;
    for (int k = 0; k < POINTS; k++) {
      double angle = (k + 0.5) * Math.PI / POINTS;
      sum += Math.cos(n * angle - x * Math.sin(angle));
    }
    return sum / POINTS;
  }

  /** √(2/πx)·(P·cos χ − Q·sin χ), where χ = x − (2n + 1)π/4. */
  private static double expansion(int n, double x) {
    double p = 0;
    double q = 0;
    double term = 1;
    for (int k = 0; k < TERMS; k++) {
      switch (k % 4) {
        case 0 -> p += term;
        case 1 -> q += term;
        case 2 -> p -= term;
        default -> q -= term;
      }
      double odd = 2 * k + 1;
      term *= (4 * n * n - odd * odd) / (8 * (k + 1) * x);
    }
    double sin = Math.sin(x);
    double cos = Math.cos(x);
    double cosChi = n == 0 ? cos + sin : sin - cos;
    double sinChi = n == 0 ? sin - cos : -(sin + cos);
    return (p * cosChi - q * sinChi) / Math.sqrt(Math.PI * x);
  }
}
