package dev.nabla.function;

import static dev.nabla.function.DecimalMath.context;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** ψ⁽ⁿ⁾(x), the derivatives of the digamma function (DLMF 5.15). */
final class DecimalPolygamma {
  private static final BigDecimal ONE = BigDecimal.ONE;
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private final int n;
  private final int digits;
  private final MathContext context;

  private DecimalPolygamma(int n, int digits) {
    this.n = n;
    this.digits = digits;
    this.context = context(digits);
  }

  static BigDecimal value(int n, BigDecimal x, int digits) {
    DecimalPolygamma order = new DecimalPolygamma(n, digits);
    return x.compareTo(HALF) < 0 ? order.reflected(x) : order.right(x);
  }

  /** Left of ½: ψ(1 − x) − π·cot πx (DLMF 5.5.4), and for n &gt; 0 the n-th derivative of that. */
  private BigDecimal reflected(BigDecimal x) {
    BigDecimal nearest = x.setScale(0, RoundingMode.HALF_EVEN);
    BigDecimal r = x.subtract(nearest);
    if (n == 0) {
      BigDecimal angle = r.multiply(DecimalMath.pi(digits));
      BigDecimal cotangent = DecimalCircular.cot(angle, digits);
      return right(ONE.subtract(x)).subtract(cotangent.multiply(DecimalMath.pi(digits)));
    }
    // π·cot πx is the sum of 1/(r + k) over all integers k.
    BigDecimal pole = factorial(n).divide(r.pow(n + 1, context), context);
    BigDecimal above = pole.add(magnitude(ONE.add(r)), context);
    BigDecimal below = magnitude(ONE.subtract(r)).subtract(magnitude(ONE.subtract(x)), context);
    return (n % 2 == 0 ? above.negate() : above).add(below);
  }

  private BigDecimal right(BigDecimal x) {
    return n % 2 == 0 ? magnitude(x).negate() : magnitude(x);
  }

  /** n!·Σ 1/(x + k)^(n+1): over the shift, then the asymptotic series. */
  private BigDecimal magnitude(BigDecimal x) {
    Shift shift = Shift.of(x, n, digits);
    BigDecimal total = asymptotic(shift.end());
    BigDecimal factorial = factorial(n);
    for (int k = 0; k < shift.steps(); k++) {
      BigDecimal below = x.add(BigDecimal.valueOf(k)).pow(n + 1, context);
      total = total.add(factorial.divide(below, context), context);
    }
    return total;
  }

  /**
   * (n − 1)!/yⁿ + n!/(2y^(n+1)) + Σ B₂ₖ·(2k + n − 1)!/((2k)!·y^(2k+n)), with −log y in the place of
   * the first term for n = 0 (DLMF 5.11.2, 5.15.8).
   */
  private BigDecimal asymptotic(BigDecimal y) {
    BigDecimal inverse = ONE.divide(y, context);
    BigDecimal power = inverse.pow(n, context);
    BigDecimal first =
        n == 0 ? DecimalMath.log(y, digits).negate() : factorial(n - 1).multiply(power, context);
    BigDecimal total =
        first.add(factorial(n).multiply(power, context).multiply(inverse).divide(TWO, context));
    BigDecimal square = inverse.multiply(inverse, context);
    BigDecimal coefficient = n == 0 ? ONE : factorial(n - 1);
    BigDecimal term = ONE;
    BigDecimal smallest = power.movePointLeft(digits + 10);
    for (int k = 1; term.abs().compareTo(smallest) > 0; k++) {
      power = power.multiply(square, context);
      // (2k + n − 1)!/(2k)!; for n = 0 it is 1/(2k).
      coefficient =
          n == 0
              ? ONE.divide(BigDecimal.valueOf(2L * k), context)
              : coefficient
                  .multiply(BigDecimal.valueOf((2L * k + n - 1) * (2L * k + n - 2)))
                  .divide(BigDecimal.valueOf(2L * k * (2L * k - 1)), context);
      term = Bernoulli.even(k, context).multiply(coefficient, context).multiply(power, context);
      total = total.add(term, context);
    }
    return total;
  }

  private static BigDecimal factorial(int n) {
    BigInteger value = BigInteger.ONE;
    for (int k = 2; k <= n; k++) {
      value = value.multiply(BigInteger.valueOf(k));
    }
    return new BigDecimal(value);
  }
}
