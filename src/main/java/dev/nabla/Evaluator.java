package dev.nabla;

/** What evaluates a function: one instruction for each operation, or loops over arrays. */
public enum Evaluator {
  /** Bytecode without loops: {@link JacobianEvaluator}. */
  STRAIGHT,
  /** The same, derived operation by operation, without closed forms. */
  DERIVED,
  /** Loops over whole arrays: {@link RolledEvaluator}. */
  ROLLED;

  /** Up to so many entries code without loops is small, and fast at once. */
  private static final int MOST_ENTRIES = 1_000;

  /** The cheaper one for a function whose sizes all have a value. */
  public static Evaluator suited(VectorFunction function) {
    boolean isLarge = function.hasArrays() && function.entryCount() > MOST_ENTRIES;
    return isLarge || function.isMadeForLoops() ? ROLLED : STRAIGHT;
  }
}
