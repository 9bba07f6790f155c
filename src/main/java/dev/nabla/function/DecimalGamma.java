package dev.nabla.function;

import static dev.nabla.function.DecimalMath.context;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** The gamma function and its logarithmic derivatives to a given number of digits (DLMF 5). */
final class DecimalGamma {
  private static final BigDecimal ONE = BigDecimal.ONE;
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final BigDecimal HALF = new BigDecimal("0.5");

  /** Γ overflows the exponents of decimals from here on. */
  private static final BigDecimal LARGEST = BigDecimal.valueOf(10_000_000L);

  private DecimalGamma() {}

  /** Γ(x); by Γ(x)·Γ(1 − x) = π/sin πx on the left (DLMF 5.5.3). */
  static BigDecimal gamma(BigDecimal x, int digits) {
    requireNoPole(x, "gamma");
    int guarded = digits + 12;
    if (x.compareTo(LARGEST) > 0) {
      throw new ArithmeticException("overflow in gamma");
    }
    if (x.compareTo(HALF) < 0) {
      if (x.compareTo(LARGEST.negate()) < 0) {
        return BigDecimal.ZERO;
      }
      BigDecimal below = sinPi(x, guarded).multiply(gamma(ONE.subtract(x), guarded));
      return DecimalMath.pi(guarded).divide(below, context(digits));
    }
    Shift shift = Shift.of(x, 1, guarded);
    return DecimalExponentials.exp(stirling(shift.end(), guarded), guarded)
        .divide(shift.product(), context(digits));
  }

  /** log |Γ(x)|. */
  static BigDecimal lgamma(BigDecimal x, int digits) {
    requireNoPole(x, "lgamma");
    // Near the zeros at 1 and 2 what is left is as small as the distance.
    int guarded = digits + 12 + Math.max(small(x.subtract(ONE)), small(x.subtract(TWO)));
    if (x.compareTo(ONE) == 0 || x.compareTo(TWO) == 0) {
      return BigDecimal.ZERO;
    }
    if (x.compareTo(HALF) < 0) {
      BigDecimal sine = sinPi(x, guarded).abs();
      return DecimalMath.log(DecimalMath.pi(guarded).divide(sine, context(guarded)), guarded)
          .subtract(logGamma(ONE.subtract(x), guarded));
    }
    return logGamma(x, guarded);
  }

  /** log Γ(x) for x ≥ ½, with so many decimals. */
  private static BigDecimal logGamma(BigDecimal x, int guarded) {
    Shift shift = Shift.of(x, 1, guarded);
    return stirling(shift.end(), guarded).subtract(DecimalMath.log(shift.product(), guarded));
  }

  /** ψ(x) = Γ′(x)/Γ(x). */
  static BigDecimal digamma(BigDecimal x, int digits) {
    return polygamma(BigDecimal.ZERO, x, digits);
  }

  /** ψ′(x). */
  static BigDecimal trigamma(BigDecimal x, int digits) {
    return polygamma(ONE, x, digits);
  }

  /** ψ⁽ˣ⁾(y) for a natural number x. */
  static BigDecimal polygamma(BigDecimal x, BigDecimal y, int digits) {
    requireNoPole(y, "polygamma");
    if (x.signum() < 0 || x.stripTrailingZeros().scale() > 0) {
      throw new ArithmeticException("polygamma of an order that is no natural number");
    }
    return DecimalPolygamma.value(x.intValueExact(), y, digits + 12);
  }

  private static void requireNoPole(BigDecimal x, String name) {
    if (x.signum() == 0 || (x.signum() < 0 && x.stripTrailingZeros().scale() <= 0)) {
      throw new ArithmeticException("pole of " + name);
    }
  }

  private static int small(BigDecimal distance) {
    return distance.signum() == 0 ? 0 : DecimalExponentials.cancelled(distance);
  }

  /** sin πx, from the distance to the nearest integer. */
  static BigDecimal sinPi(BigDecimal x, int digits) {
    BigDecimal nearest = x.setScale(0, RoundingMode.HALF_EVEN);
    BigDecimal rest = x.subtract(nearest).multiply(DecimalMath.pi(digits));
    BigDecimal sine = DecimalMath.sin(rest, digits);
    return nearest.toBigInteger().testBit(0) ? sine.negate() : sine;
  }

  /** (y − ½)·log y − y + ½·log 2π + Σ B₂ₖ/(2k·(2k − 1)·y^(2k−1)) (DLMF 5.11.1). */
  private static BigDecimal stirling(BigDecimal y, int digits) {
    MathContext context = context(digits + Math.max(0, DecimalMath.exponent(y)));
    int wide = context.getPrecision();
    BigDecimal total =
        y.subtract(HALF)
            .multiply(DecimalMath.log(y, wide), context)
            .subtract(y)
            .add(DecimalMath.log(DecimalMath.pi(wide).multiply(TWO), wide).multiply(HALF));
    BigDecimal inverse = ONE.divide(y, context);
    BigDecimal square = inverse.multiply(inverse, context);
    BigDecimal smallest = ONE.movePointLeft(digits + 12);
    BigDecimal power = inverse;
    BigDecimal term = ONE;
    for (int k = 1; term.abs().compareTo(smallest) > 0; k++) {
      BigDecimal below = BigDecimal.valueOf(2L * k * (2L * k - 1));
      term = power.multiply(Bernoulli.even(k, context), context).divide(below, context);
      total = total.add(term, context);
      power = power.multiply(square, context);
    }
    return total;
  }
}
