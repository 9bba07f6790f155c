package dev.nabla.simplify;

/** How much work a simplification may do. */
public enum Level {
  /** Nothing: the canonical form, as the chain rule gives it. */
  NONE,
  /** Local rules valid at the same points that introduce no new function value; linear work. */
  LOCAL,
  /** All rules and strategies, bottom-up in one pass. */
  FAST,
  /** And a search among other whole forms: for what a person reads. */
  FULL;

  boolean isAtLeast(Level other) {
    return compareTo(other) >= 0;
  }
}
