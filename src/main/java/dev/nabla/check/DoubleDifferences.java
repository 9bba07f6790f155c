package dev.nabla.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * f′(x) from values that are right to a double's digits only: central differences of halved steps,
 * extrapolated to step 0 (Ridders, Advances in Engineering Software 4, 1982), the one whose spread
 * and noise are least, and both as its uncertainty.
 */
final class DoubleDifferences {
  private static final int STEPS = 44;
  private static final int COLUMNS = 8;
  private static final double EPSILON = 0x1p-51;

  /** The finest steps, whose differences are mostly noise, tell how much there is. */
  private static final int NOISY = 12;

  /** The estimate by the spread of neighbours in the tableau is multiplied by this. */
  private static final double CAUTION = 4;

  /** How far above its noise a gap between the two sides must be to tell of a kink. */
  private static final double CLEAR = 1e3;

  /** A derivative that is not known to so many digits is none. */
  private static final double USEFUL = 1e-3;

  /** One step: the values on both sides. */
  private record Sides(double step, double after, double before) {
    double central() {
      return (after - before) / (2 * step);
    }

    double gap(double here) {
      return Math.abs((after - here) - (here - before)) / step;
    }
  }

  private record Estimate(double value, double uncertainty) {}

  private final double here;
  private final List<Sides> sides = new ArrayList<>();

  /** The error of the values themselves, as the scatter of fine differences shows it. */
  private double noise;

  /**
   * The differences of a function at x.
   *
   * @param f the function; empty where it has no value
   */
  DoubleDifferences(BigDecimal x, double here, Function<BigDecimal, Optional<Double>> f) {
    this.here = here;
    double scale = Math.max(1, Math.abs(x.doubleValue()));
    double step = Math.scalb(1.0, Math.getExponent(scale) - 2);
    for (int k = 0; k < STEPS; k++) {
      BigDecimal h = new BigDecimal(step);
      Optional<Double> after = f.apply(x.add(h));
      Optional<Double> before = f.apply(x.subtract(h));
      if (after.isPresent() && before.isPresent()) {
        sides.add(new Sides(step, after.get(), before.get()));
      }
      step /= 2;
    }
    if (isPossible()) {
      noise = EPSILON * finestSize();
      double first = estimate().value();
      for (Sides side : sides.subList(sides.size() - NOISY, sides.size())) {
        noise = Math.max(noise, Math.abs(side.central() - first) * side.step());
      }
    }
  }

  private double finestSize() {
    Sides finest = sides.get(sides.size() - 1);
    return Math.max(Math.abs(here), Math.max(Math.abs(finest.after()), Math.abs(finest.before())));
  }

  /** Whether both sides have values at all. */
  boolean isPossible() {
    return sides.size() > COLUMNS + NOISY;
  }

  /**
   * Whether the two sides have different slopes as far as doubles can tell: their gap stays until
   * noise covers it, where that of a smooth function shrinks with the step.
   */
  boolean hasKink() {
    int finest = -1;
    for (int k = 0; k < sides.size(); k++) {
      if (sides.get(k).gap(here) > CLEAR * noise / sides.get(k).step()) {
        finest = k;
      }
    }
    if (finest < 8) {
      return false;
    }
    double gap = sides.get(finest).gap(here);
    boolean stays =
        gap > sides.get(finest - 4).gap(here) / 2 && gap > sides.get(finest - 8).gap(here) / 2;
    boolean isCovered = gap < 4 * CLEAR * noise / sides.get(finest).step();
    return stays && (isCovered || finest == sides.size() - 1);
  }

  /** The derivative; empty where even its first digits are uncertain. */
  Optional<ReferencePartial.Derivative> derivative() {
    Estimate estimate = estimate();
    double scale = Math.max(Math.abs(estimate.value()), Math.abs(here));
    return estimate.uncertainty() <= USEFUL * scale || estimate.uncertainty() == 0
        ? Optional.of(
            new ReferencePartial.Derivative(
                new BigDecimal(estimate.value()), new BigDecimal(estimate.uncertainty())))
        : Optional.empty();
  }

  private Estimate estimate() {
    double[] row = new double[0];
    Estimate best = new Estimate(0, Double.POSITIVE_INFINITY);
    for (Sides side : sides) {
      double[] next = new double[Math.min(row.length + 1, COLUMNS)];
      next[0] = side.central();
      double power = 1;
      for (int j = 1; j < next.length; j++) {
        power *= 4;
        next[j] = next[j - 1] + (next[j - 1] - row[j - 1]) / (power - 1);
        double spread = Math.max(Math.abs(next[j] - next[j - 1]), Math.abs(next[j] - row[j - 1]));
        double uncertainty = CAUTION * (spread + noise / side.step());
        if (uncertainty < best.uncertainty()) {
          best = new Estimate(next[j], uncertainty);
        }
      }
      row = next;
    }
    return best;
  }
}
