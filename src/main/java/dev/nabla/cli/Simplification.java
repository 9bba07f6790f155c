package dev.nabla.cli;

import dev.nabla.simplify.Level;

/** How far results are simplified, and by whom. */
enum Simplification {
  NONE(Level.NONE),
  FAST(Level.FAST),
  FULL(Level.FULL),
  /** Our own shortest form, or Symja's where that is shorter and holds. */
  SYMJA(Level.FULL);

  private final Level level;

  Simplification(Level level) {
    this.level = level;
  }

  /** Our own part of it. */
  Level level() {
    return level;
  }
}
