package dev.nabla.print;

/**
 * A rendered piece of LaTeX.
 *
 * @param rope the LaTeX
 * @param level how tightly its outermost operator binds
 * @param width the estimated width, in letters
 * @param tall whether it is taller than a line: delimiters around it must grow
 * @param join how it meets a neighbouring factor
 */
record LatexPiece(Rope rope, Level level, double width, boolean tall, Join join) {
  /** From the loosest to the tightest. */
  enum Level {
    CASES,
    DISJUNCTION,
    CONJUNCTION,
    NEGATION,
    RELATION,
    SUM,
    /** Reaches as far to the right as it can: Σ, max. */
    REDUCTION,
    TERM,
    /** A factor that cannot take an exponent. */
    FACTOR,
    ATOM
  }

  /** How a factor meets its neighbours. */
  enum Join {
    /** Juxtaposition is enough. */
    LETTER,
    /** Starts with a digit: · in front. */
    DIGIT,
    /** A word of several letters: a thin space around. */
    WORD
  }

  static LatexPiece of(String latex, Level level, double width) {
    return new LatexPiece(Rope.of(latex), level, width, false, Join.LETTER);
  }

  LatexPiece tallIf(boolean condition) {
    return new LatexPiece(rope, level, width, tall || condition, join);
  }

  LatexPiece joining(Join newJoin) {
    return new LatexPiece(rope, level, width, tall, newJoin);
  }

  /** This piece, in parentheses where it binds looser than {@code needed}. */
  LatexPiece at(Level needed) {
    return level.compareTo(needed) >= 0 ? this : parenthesized();
  }

  /** This piece in parentheses; they grow only with tall content. */
  LatexPiece parenthesized() {
    Rope inner = tall ? rope.between("\\left(", "\\right)") : rope.between("(", ")");
    return new LatexPiece(inner, Level.ATOM, width + 2, tall, Join.LETTER);
  }

  /** Two factors side by side, with only as much between them as is needed. */
  LatexPiece times(LatexPiece right) {
    String between = " ";
    if (right.join == Join.DIGIT) {
      between = " \\cdot ";
    } else if (join == Join.WORD || right.join == Join.WORD) {
      between = " \\, ";
    }
    return new LatexPiece(
        Rope.join(rope, Rope.of(between), right.rope),
        Level.TERM,
        width + right.width + (right.join == Join.DIGIT ? 2 : 0.3),
        tall || right.tall,
        right.join == Join.WORD ? Join.WORD : Join.LETTER);
  }
}
