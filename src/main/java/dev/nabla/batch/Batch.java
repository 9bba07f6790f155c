package dev.nabla.batch;

import java.util.Arrays;

/** The arrays of one call, and how points stand in them. */
final class Batch {
  final double[] points;
  final double[] values;
  final double[] partials;
  private final int count;
  private final BatchLayout layout;

  Batch(double[] points, double[] values, double[] partials, int count, BatchLayout layout) {
    this.points = points;
    this.values = values;
    this.partials = partials;
    this.count = count;
    this.layout = layout;
  }

  /**
   * Refuses what no result can be written to, or would be read after it was written.
   *
   * @throws IllegalArgumentException saying which array is too short, or the same as another
   */
  void require(PointShape shape) {
    if (count < 0) {
      throw new IllegalArgumentException("a batch of " + count + " points");
    }
    requireLength("points", points, shape.inputs());
    requireLength("values", values, shape.values());
    requireLength("partials", partials, shape.partials());
    if (points == values || points == partials || values == partials) {
      throw new IllegalArgumentException("points, values and partials must be different arrays");
    }
  }

  private void requireLength(String name, double[] array, int each) {
    long least = (long) count * each;
    if (array.length < least) {
      throw new IllegalArgumentException(
          String.format(
              "%s: %d doubles, but %d points of %d need %d",
              name, array.length, count, each, least));
    }
  }

  /** block[from + p] := number k of point first + p of an array of {@code length} for each point. */
  void read(double[] array, int k, int length, int first, double[] block, int from, int points) {
    if (layout == BatchLayout.BY_SLOT) {
      System.arraycopy(array, k * count + first, block, from, points);
      return;
    }
    int start = first * length + k;
    for (int p = 0; p < points; p++) {
      block[from + p] = array[start + p * length];
    }
  }

  /** Number k of point first + p := block[from + p]. */
  void write(double[] array, int k, int length, int first, double[] block, int from, int points) {
    if (layout == BatchLayout.BY_SLOT) {
      System.arraycopy(block, from, array, k * count + first, points);
      return;
    }
    int start = first * length + k;
    for (int p = 0; p < points; p++) {
      array[start + p * length] = block[from + p];
    }
  }

  /** Number k of point first + p := 0. */
  void clear(double[] array, int k, int length, int first, int points) {
    if (layout == BatchLayout.BY_SLOT) {
      Arrays.fill(array, k * count + first, k * count + first + points, 0.0);
      return;
    }
    int start = first * length + k;
    for (int p = 0; p < points; p++) {
      array[start + p * length] = 0.0;
    }
  }

  /** numbers := those of a point. */
  void readPoint(double[] array, int point, double[] numbers) {
    if (layout == BatchLayout.BY_POINT) {
      System.arraycopy(array, point * numbers.length, numbers, 0, numbers.length);
      return;
    }
    for (int k = 0; k < numbers.length; k++) {
      numbers[k] = array[k * count + point];
    }
  }

  /** Those of a point := numbers. */
  void writePoint(double[] array, int point, double[] numbers) {
    if (layout == BatchLayout.BY_POINT) {
      System.arraycopy(numbers, 0, array, point * numbers.length, numbers.length);
      return;
    }
    for (int k = 0; k < numbers.length; k++) {
      array[k * count + point] = numbers[k];
    }
  }
}
