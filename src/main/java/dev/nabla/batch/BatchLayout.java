package dev.nabla.batch;

/** Where number k of point p stands in an array of {@code length} numbers for each point. */
public enum BatchLayout {
  /** At p·length + k: the numbers of one point are next to each other. */
  BY_POINT,
  /** At k·count + p: what belongs to one slot is next to each other, for all {@code count} points. */
  BY_SLOT
}
