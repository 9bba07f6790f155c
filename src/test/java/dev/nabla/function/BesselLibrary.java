package dev.nabla.function;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** J₀ and J₁ with all facets that a function from Java can have. */
public final class BesselLibrary implements FunctionLibrary {
  /** The largest argument of the power series. */
  private static final BigDecimal FAR = new BigDecimal(2000);

  private static final int LEAST_POINTS = 64;

  @Override
  public List<JavaFunction> functions() {
    return List.of(
        JavaFunction.of("besselj0", "x", x -> integral(0, x))
            .derivative("x", "-besselj1(x)")
            .decimals((point, digits) -> series(0, point.get(0), digits))
            .ulps(16)
            .latex("J_0"),
        JavaFunction.of("besselj1", "x", x -> integral(1, x))
            .derivative("x", "if x == 0 then 1/2 else besselj0(x) - besselj1(x)/x")
            .decimals((point, digits) -> series(1, point.get(0), digits))
            .ulps(16)
            .latex("J_1"));
  }

  /** 1/π ∫ cos(nθ − x sin θ) dθ, right to the last digits for |x| below 2000. */
  static double integral(int n, double x) {
    int points = LEAST_POINTS + (int) Math.min(2500, 1.2 * Math.abs(x));
    double sum = 0;
    for (int k = 0; k < points; k++) {
      double angle = (k + 0.5) * Math.PI / points;
      sum += Math.cos(n * angle - x * Math.sin(angle));
    }
    return sum / points;
  }

  /** Σ (−1)^k (x/2)^(2k+n)/(k!·(k + n)!). */
  static BigDecimal series(int n, BigDecimal x, int digits) {
    if (x.abs().compareTo(FAR) > 0) {
      throw new ArithmeticException("the series is too long");
    }
    MathContext context = new MathContext(digits + 10 + x.abs().intValue());
    BigDecimal half = x.round(context).divide(BigDecimal.valueOf(2), context);
    BigDecimal term = n == 0 ? BigDecimal.ONE : half;
    BigDecimal square = half.multiply(half, context).negate();
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal small = BigDecimal.ONE.scaleByPowerOfTen(-context.getPrecision() - 320);
    for (int k = 1; term.abs().compareTo(small) > 0; k++) {
      sum = sum.add(term, context);
      term = term.multiply(square, context).divide(BigDecimal.valueOf((long) k * (k + n)), context);
    }
    return sum;
  }
}
