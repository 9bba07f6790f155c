package dev.nabla.simplify;

/** How much work a simplification may do. */
public enum Level {
  /** Local rules valid at the same points that introduce no new function value: for evaluators. */
  FAST,
  /** Everything: for a form that a person reads. */
  FULL
}
