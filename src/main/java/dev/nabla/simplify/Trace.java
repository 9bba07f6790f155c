package dev.nabla.simplify;

import dev.nabla.expr.Expr;
import java.util.List;

/** Who is told how each node came to its form, so that it can be derived again step by step. */
interface Trace {
  /** Nobody. */
  Trace NONE =
      new Trace() {
        @Override
        public void rebuilt(Expr node, Expr before, Expr after) {}

        @Override
        public void rewrote(Expr node, Expr before, Expr after, String rule) {}

        @Override
        public void finished(Expr node, Expr result) {}

        @Override
        public void searched(Expr node, List<Event> events, Expr result) {}
      };

  /**
   * What became of a node at some time.
   *
   * @param kind how
   * @param rule the name of what was done; empty where operands were worked on
   */
  record Event(Kind kind, Expr before, Expr after, String rule) {}

  /** How an expression becomes another. */
  enum Kind {
    /** Its operands take their final forms. */
    REBUILT,
    /** A rule is applied at its top. */
    REWROTE,
    /** A pass goes over it. */
    NORMALIZED
  }

  /** A node has become {@code before}, the operands of which take the forms they have so far. */
  void rebuilt(Expr node, Expr before, Expr after);

  /**
   * A node has become {@code before}, its operands in their final form, and that equals another.
   */
  void rewrote(Expr node, Expr before, Expr after, String rule);

  /** The form of a node; itself where all that was made of it was longer. */
  void finished(Expr node, Expr result);

  /** The form that a search gave a node that a pass had finished, and how it is reached. */
  void searched(Expr node, List<Event> events, Expr result);
}
