package dev.nabla.benchmark;

import java.util.Collection;

/**
 * The nanoseconds of a call, over iterations.
 *
 * @param lower the lower quartile
 * @param median the median
 * @param upper the upper quartile
 */
record Timing(double lower, double median, double upper) {
  static Timing of(Collection<Double> nanoseconds) {
    double[] sorted = nanoseconds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return new Timing(quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75));
  }

  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  /** Half of what lies between the quartiles, relative to the median. */
  double spread() {
    return (upper - lower) / (2 * median);
  }
}
