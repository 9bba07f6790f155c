package dev.nabla.cli;

import dev.nabla.VectorFunction;

/** What evaluates a function: one instruction for each operation, or loops over arrays. */
enum Evaluator {
  STRAIGHT,
  ROLLED;

  /** Up to so many entries code without loops is small, and fast at once. */
  private static final int MOST_ENTRIES = 1_000;

  /** The cheaper one. */
  static Evaluator suited(VectorFunction function) {
    boolean isLarge = function.hasArrays() && function.entryCount() > MOST_ENTRIES;
    return isLarge || function.isMadeForLoops() ? ROLLED : STRAIGHT;
  }
}
