package dev.nabla.check;

import dev.nabla.expr.Power;
import dev.nabla.function.DecimalMath;
import java.math.BigDecimal;
import java.math.MathContext;

/** base^exponent over the reals, with the domain that {@link Power} states. */
final class RealPower {
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final int LARGEST_INTEGER = 100_000_000;

  private final MathContext context;

  RealPower(MathContext context) {
    this.context = context;
  }

  Outcome of(Power power, BigDecimal base, BigDecimal exponent) {
    if (base.signum() == 0 && exponent.signum() < 0) {
      return new Outcome.Pole(power);
    }
    if (power.hasIntegerExponent()) {
      if (exponent.abs().compareTo(BigDecimal.valueOf(LARGEST_INTEGER)) <= 0) {
        return integer(base, exponent.intValueExact());
      }
      BigDecimal magnitude =
          base.signum() == 0 ? base : DecimalMath.pow(base.abs(), exponent, context.getPrecision());
      boolean odd = exponent.toBigInteger().testBit(0);
      return new Outcome.Real(base.signum() < 0 && odd ? magnitude.negate() : magnitude);
    }
    if (base.signum() < 0) {
      return new Outcome.Undefined(power, "a negative base of a real power");
    }
    if (base.signum() == 0) {
      return exponent.signum() > 0
          ? new Outcome.Real(BigDecimal.ZERO)
          : new Outcome.Undefined(power, "0^0 with a real exponent");
    }
    return new Outcome.Real(
        exponent.compareTo(HALF) == 0
            ? base.sqrt(context)
            : DecimalMath.pow(base, exponent, context.getPrecision()));
  }

  private Outcome integer(BigDecimal base, int exponent) {
    BigDecimal positive =
        exponent == -1 ? base : base.round(context).pow(Math.abs(exponent), context);
    return new Outcome.Real(exponent < 0 ? BigDecimal.ONE.divide(positive, context) : positive);
  }
}
