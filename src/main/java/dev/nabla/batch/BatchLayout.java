package dev.nabla.batch;

/** Where number k of point p stands in an array of {@code length} numbers for each point. */
public enum BatchLayout {
  /** At p·length + k: the numbers of one point are next to each other. */
  BY_POINT,
  /**
   * At k·count + p: what belongs to one slot is next to each other, for all {@code count} points.
   */
  BY_SLOT;

  /** Where number k of point p stands among {@code count} points of {@code length} numbers each. */
  public int position(int p, int k, int count, int length) {
    return this == BY_POINT ? p * length + k : k * count + p;
  }
}
