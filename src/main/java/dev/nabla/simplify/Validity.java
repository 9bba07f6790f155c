package dev.nabla.simplify;

/** Where the two sides of a rule are defined; where both are, they are equal. */
public enum Validity {
  /** At the same points. */
  EXACT,
  /** The right side also at points where the left is not: the lost condition is reported. */
  EXTENDS_DOMAIN
}
