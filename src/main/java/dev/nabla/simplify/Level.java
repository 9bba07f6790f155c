package dev.nabla.simplify;

/** How much work a simplification may do. */
public enum Level {
  /** Nothing: the canonical form, as the chain rule gives it. */
  NONE,
  /** Local rules valid at the same points that introduce no new function value; linear work. */
  FAST,
  /** Everything: for a form that a person reads. */
  FULL
}
