package dev.nabla.simplify;

/**
 * A set lower ≤ v ≤ upper of reals, either end possibly excluded; bounds are rounded outwards.
 *
 * @param lower the lower bound or −∞
 * @param upper the upper bound or +∞
 * @param lowerOpen whether the lower bound itself is excluded
 * @param upperOpen whether the upper bound itself is excluded
 */
record Interval(double lower, double upper, boolean lowerOpen, boolean upperOpen) {
  static final Interval ALL =
      new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, true, true);
  static final Interval POSITIVE = above(0, true);
  static final Interval NON_NEGATIVE = above(0, false);

  static Interval above(double lower, boolean open) {
    return new Interval(lower, Double.POSITIVE_INFINITY, open, true);
  }

  static Interval closed(double lower, double upper) {
    return new Interval(lower, upper, false, false);
  }

  static Interval open(double lower, double upper) {
    return new Interval(lower, upper, true, true);
  }

  boolean isPositive() {
    return lower > 0 || (lower == 0 && lowerOpen);
  }

  boolean isNonNegative() {
    return lower >= 0;
  }

  boolean isNegative() {
    return upper < 0 || (upper == 0 && upperOpen);
  }

  boolean isNonPositive() {
    return upper <= 0;
  }

  private boolean isZero() {
    return lower == 0 && upper == 0;
  }

  boolean excludesZero() {
    return isPositive() || isNegative();
  }

  Interval negate() {
    boolean newLowerOpen = upperOpen;
    boolean newUpperOpen = lowerOpen;
    return new Interval(-upper + 0.0, -lower + 0.0, newLowerOpen, newUpperOpen);
  }

  Interval intersect(Interval other) {
    double low = Math.max(lower, other.lower);
    double high = Math.min(upper, other.upper);
    return new Interval(
        low,
        high,
        (lower == low && lowerOpen) || (other.lower == low && other.lowerOpen),
        (upper == high && upperOpen) || (other.upper == high && other.upperOpen));
  }

  /** The smallest interval that holds both. */
  Interval union(Interval other) {
    double low = Math.min(lower, other.lower);
    double high = Math.max(upper, other.upper);
    return new Interval(
        low,
        high,
        (lower != low || lowerOpen) && (other.lower != low || other.lowerOpen),
        (upper != high || upperOpen) && (other.upper != high || other.upperOpen));
  }

  Interval add(Interval other) {
    return new Interval(
        addDown(lower, other.lower),
        -addDown(-upper, -other.upper) + 0.0,
        lowerOpen || other.lowerOpen,
        upperOpen || other.upperOpen);
  }

  /** a + b rounded down; exact sums stay exact, so that 0 + 1 is 1. */
  private static double addDown(double a, double b) {
    double sum = a + b;
    if (Double.isInfinite(sum)) {
      return sum > 0 ? Double.MAX_VALUE : sum;
    }
    double other = sum - a;
    double error = (a - (sum - other)) + (b - other);
    return error < 0 ? Math.nextDown(sum) : sum;
  }

  Interval multiply(Interval other) {
    if (isZero() || other.isZero()) {
      return closed(0, 0);
    }
    if (isNonNegative() && other.isNonNegative()) {
      return multiplyNonNegative(other);
    }
    if (isNonPositive()) {
      return negate().multiply(other).negate();
    }
    if (other.isNonPositive()) {
      return multiply(other.negate()).negate();
    }
    return ALL;
  }

  private Interval multiplyNonNegative(Interval other) {
    double low = lower == 0 || other.lower == 0 ? 0 : down(lower, other.lower);
    double high = upper == 0 || other.upper == 0 ? 0 : up(upper, other.upper);
    return new Interval(
        low,
        high,
        low == 0 ? isPositive() && other.isPositive() : lowerOpen || other.lowerOpen,
        high != 0 && (upperOpen || other.upperOpen));
  }

  private static double down(double a, double b) {
    double product = a * b;
    if (Double.isInfinite(product)) {
      return Double.MAX_VALUE;
    }
    return Math.fma(a, b, -product) < 0 ? Math.max(0, Math.nextDown(product)) : product;
  }

  private static double up(double a, double b) {
    double product = a * b;
    if (Double.isInfinite(product)) {
      return product;
    }
    return Math.fma(a, b, -product) > 0 || product == 0 ? Math.nextUp(product) : product;
  }
}
