package dev.nabla.print;

/**
 * A rendered text with the level at which it binds.
 *
 * @param rope the text
 * @param level how tightly its outermost operator binds
 */
record TextPiece(Rope rope, Level level) {
  /** The levels of the grammar, from the loosest to the tightest. */
  enum Level {
    CONDITIONAL,
    DISJUNCTION,
    CONJUNCTION,
    NEGATION,
    COMPARISON,
    SUM,
    TERM,
    POWER,
    PRIMARY
  }

  /** The text, in parentheses where it binds looser than {@code needed}. */
  Rope at(Level needed) {
    return level.compareTo(needed) >= 0 ? rope : rope.between("(", ")");
  }
}
