package dev.nabla.check;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The one-sided differences of f around x and the central one, (f(x+h) − f(x−h))/2h.
 *
 * @param central the central difference
 * @param gap |forward − backward|: |f″|·h where f is smooth, the jump of f′ at a kink
 * @param noise what rounding can contribute to them
 * @param isFlat whether the three values are identical
 */
record Difference(BigDecimal central, BigDecimal gap, BigDecimal noise, boolean isFlat) {
  private static final MathContext CONTEXT = new MathContext(50);
  private static final MathContext EXACT = new MathContext(2000);

  /** The relative gap below which a central difference needs no second opinion. */
  private static final BigDecimal SETTLED = new BigDecimal("1e-18");

  private static final BigDecimal STEEP = new BigDecimal("1e9");
  private static final BigDecimal SHRUNK = new BigDecimal("1e-3");
  private static final BigDecimal CONVERGED = new BigDecimal("1e-10");
  private static final BigDecimal CLEAR = new BigDecimal("1e6");

  /** The largest noise with which identical values are a derivative of zero. */
  private static final BigDecimal NEGLIGIBLE = new BigDecimal("1e-25");

  static Difference of(
      BigDecimal after, BigDecimal here, BigDecimal before, BigDecimal step, BigDecimal noise) {
    // Neighbours are subtracted exactly; what jumps need not be written out.
    BigDecimal forward = after.subtract(here, EXACT).round(CONTEXT);
    BigDecimal backward = here.subtract(before, EXACT).round(CONTEXT);
    BigDecimal twice = after.subtract(before, EXACT).round(CONTEXT);
    return new Difference(
        twice.divide(step, CONTEXT).divide(BigDecimal.valueOf(2), CONTEXT),
        forward.subtract(backward).divide(step, CONTEXT).abs(),
        noise,
        forward.signum() == 0 && backward.signum() == 0);
  }

  /** Whether the derivative is so large that it may be none: the tangent may be vertical. */
  boolean isSteep() {
    return central.abs().compareTo(STEEP) > 0;
  }

  /** Whether the difference quotient grows as the step shrinks, as at a vertical tangent. */
  boolean growsFrom(Difference larger) {
    return central.abs().multiply(SHRUNK).compareTo(larger.central.abs()) > 0;
  }

  /** Whether both sides agree to far more than a double's digits, and noise is below that. */
  boolean isSettled() {
    if (isFlat) {
      return noise.compareTo(NEGLIGIBLE) < 0;
    }
    BigDecimal tolerance = central.abs().multiply(SETTLED);
    return gap.compareTo(tolerance) <= 0 && noise.compareTo(tolerance) <= 0;
  }

  /** The derivative that a settled difference gives. */
  ReferencePartial.Derivative derivative() {
    return new ReferencePartial.Derivative(
        central, isFlat ? noise : central.abs().multiply(SETTLED));
  }

  /** Whether the derivative is no larger than a step, and may be what that leaves out. */
  boolean isWithin(BigDecimal step) {
    return !isFlat && central.abs().compareTo(step) <= 0;
  }

  /** The derivative 0, as far as differences tell. */
  ReferencePartial.Derivative nothing() {
    return new ReferencePartial.Derivative(BigDecimal.ZERO, central.abs());
  }

  /** Whether the gap shrank from a larger step to this one, as it does where f is smooth. */
  boolean shrankFrom(Difference larger) {
    return gap.compareTo(larger.gap.multiply(SHRUNK)) <= 0;
  }

  /** Whether the gap is real at both steps and stayed: the two sides have different slopes. */
  boolean isKinkAfter(Difference larger) {
    return !shrankFrom(larger) && isClear() && larger.isClear();
  }

  private boolean isClear() {
    return gap.compareTo(noise.multiply(CLEAR)) > 0;
  }

  /** The limit of a sequence whose gap shrinks: this difference, or 0 where it tends to that. */
  ReferencePartial.Derivative limitAfter(Difference larger) {
    BigDecimal uncertainty = larger.central.subtract(central).abs().multiply(CONVERGED).max(noise);
    boolean vanishes = central.abs().compareTo(uncertainty) <= 0;
    return new ReferencePartial.Derivative(vanishes ? BigDecimal.ZERO : central, uncertainty);
  }
}
