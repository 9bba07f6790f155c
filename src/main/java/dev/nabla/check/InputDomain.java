package dev.nabla.check;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * An interval for one input, less some points, and how test values are drawn from it: ordinary ones
 * uniformly from about [−2, 2], special ones, and some that are tiny or larger.
 */
record InputDomain(
    double lower,
    boolean lowerOpen,
    double upper,
    boolean upperOpen,
    boolean isWhole,
    List<Double> excluded) {
  /** All reals. */
  static final InputDomain REALS =
      new InputDomain(
          Double.NEGATIVE_INFINITY, true, Double.POSITIVE_INFINITY, true, false, List.of());

  /** Where kinks and poles are usually met. */
  private static final double[] SPECIAL = {0, 1, -1, 0.5, -0.5};

  private static final double USUAL = 2;

  /** How far integers are drawn where the interval has no end. */
  private static final double WHOLE = 8;

  InputDomain {
    excluded = List.copyOf(excluded);
  }

  InputDomain above(double bound, boolean open) {
    boolean tighter = bound > lower || (bound == lower && open);
    return tighter ? new InputDomain(bound, open, upper, upperOpen, isWhole, excluded) : this;
  }

  InputDomain below(double bound, boolean open) {
    boolean tighter = bound < upper || (bound == upper && open);
    return tighter ? new InputDomain(lower, lowerOpen, bound, open, isWhole, excluded) : this;
  }

  InputDomain without(double point) {
    List<Double> more = new ArrayList<>(excluded);
    more.add(point);
    return new InputDomain(lower, lowerOpen, upper, upperOpen, isWhole, more);
  }

  /** The integers of the interval. */
  InputDomain whole() {
    return new InputDomain(lower, lowerOpen, upper, upperOpen, true, excluded);
  }

  boolean contains(double x) {
    return (lowerOpen ? x > lower : x >= lower)
        && (upperOpen ? x < upper : x <= upper)
        && (!isWhole || x == Math.rint(x))
        && excluded.stream().noneMatch(point -> point == x);
  }

  /** A value that may be tiny or large. */
  double drawWide(RandomGenerator random) {
    if (isWhole) {
      return drawWhole(random);
    }
    double kind = random.nextDouble();
    double magnitude;
    if (kind < 0.2) {
      magnitude = USUAL * Math.pow(10, 1.5 * random.nextDouble());
    } else if (kind < 0.4) {
      magnitude = Math.pow(10, -6 * random.nextDouble());
    } else {
      return drawOrdinary(random);
    }
    double signed = random.nextBoolean() ? magnitude : -magnitude;
    if (contains(signed)) {
      return signed;
    }
    return contains(-signed) ? -signed : drawOrdinary(random);
  }

  /** One of 0, ±1, ±1/2 if the interval has any; else an ordinary value. */
  double drawSpecial(RandomGenerator random) {
    int start = random.nextInt(SPECIAL.length);
    for (int i = 0; i < SPECIAL.length; i++) {
      double candidate = SPECIAL[(start + i) % SPECIAL.length];
      if (contains(candidate)) {
        return candidate;
      }
    }
    return drawOrdinary(random);
  }

  /** A value of no special kind. */
  double drawOrdinary(RandomGenerator random) {
    return isWhole ? drawWhole(random) : drawReal(random);
  }

  /** An integer: uniform in an interval that ends, else near its end or 0. */
  private double drawWhole(RandomGenerator random) {
    double from =
        Math.ceil(lower > Double.NEGATIVE_INFINITY ? lower : Math.min(-WHOLE, upper - WHOLE));
    double to =
        Math.floor(upper < Double.POSITIVE_INFINITY ? upper : Math.max(WHOLE, from + WHOLE));
    double x = from + Math.floor(random.nextDouble() * (to - from + 1));
    return contains(x) ? x : from + Math.floor(random.nextDouble() * (to - from + 1));
  }

  private double drawReal(RandomGenerator random) {
    double from = Math.max(lower, -USUAL);
    double to = Math.min(upper, USUAL);
    if (from >= to && lower >= USUAL) {
      from = lower;
      to = Math.min(upper, lower + Math.max(2 * USUAL, lower));
    } else if (from >= to && upper <= -USUAL) {
      from = Math.max(lower, upper - Math.max(2 * USUAL, -upper));
      to = upper;
    }
    if (from >= to) {
      return from;
    }
    double x = random.nextDouble(from, to);
    return contains(x) ? x : random.nextDouble(from, to);
  }
}
