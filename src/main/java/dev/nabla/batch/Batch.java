package dev.nabla.batch;

/** The arrays of one call, and how points stand in them. */
final class Batch {
  private final double[] points;
  private final double[] values;
  private final double[] partials;
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

  double[] points() {
    return points;
  }

  double[] values() {
    return values;
  }

  double[] partials() {
    return partials;
  }

  int count() {
    return count;
  }

  BatchLayout layout() {
    return layout;
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
