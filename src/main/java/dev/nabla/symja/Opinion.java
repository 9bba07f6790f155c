package dev.nabla.symja;

import dev.nabla.expr.Expr;
import java.util.List;

/** What Symja's derivative says of a closed form. */
public sealed interface Opinion {
  /**
   * Symja simplifies the difference to 0, and no point contradicts.
   *
   * @param points the number of points at which both have the same value
   */
  record Proved(int points) implements Opinion {}

  /**
   * The same value wherever both have one.
   *
   * @param points the number of points at which they were compared
   */
  record Agrees(int points) implements Opinion {}

  /**
   * Different values at a point.
   *
   * @param theirs Symja's derivative
   * @param dispute where they differ, and who is right
   */
  record Disagrees(Expr theirs, Dispute dispute) implements Opinion {}

  /**
   * Symja has no opinion.
   *
   * @param reason why: time, no counterpart, no point to compare at
   */
  record Silent(String reason) implements Opinion {}

  /** Who is right where two closed forms differ. */
  enum Verdict {
    /** The numeric reference confirms Nabla. */
    SYMJA_WRONG,
    /** The numeric reference does not settle. */
    OPEN,
    /** The numeric reference confirms neither. */
    BOTH_WRONG,
    /** The numeric reference confirms Symja. */
    NABLA_WRONG;

    /** Whether there is something wrong with Nabla's form, or may be. */
    public boolean isFailure() {
      return this != SYMJA_WRONG;
    }
  }

  /**
   * A point at which two closed forms differ.
   *
   * @param point where
   * @param ours the value of Nabla's form, or why it has none
   * @param theirs the value of Symja's form
   * @param reference the difference quotient of the function itself, or why it has none
   * @param verdict who is right
   */
  record Dispute(
      List<Double> point, String ours, String theirs, String reference, Verdict verdict) {
    public Dispute {
      point = List.copyOf(point);
    }
  }

  /** Whether the opinion speaks against Nabla. */
  default boolean isFailure() {
    return this instanceof Disagrees disagrees && disagrees.dispute().verdict().isFailure();
  }
}
