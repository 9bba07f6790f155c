package dev.nabla.simplify;

/**
 * How far a simplification goes.
 *
 * @param level how much work
 * @param strict whether the result must be undefined wherever the original is: then removable
 *     singularities stay, and no side condition is ever needed
 */
public record Effort(Level level, boolean strict) {
  /** The shortest form, with its side conditions. */
  public static final Effort FULL = new Effort(Level.FULL, false);

  /** The same, but no more work than that. */
  public Effort atMost(Level most) {
    return new Effort(level.compareTo(most) <= 0 ? level : most, strict);
  }

  /** Whether a rule may be applied at all. */
  boolean mayUse(Rule rule) {
    return rule.validity() == Validity.EXACT || (level.isAtLeast(Level.FAST) && !strict);
  }
}
