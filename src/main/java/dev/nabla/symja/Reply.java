package dev.nabla.symja;

import dev.nabla.expr.Expr;

/** What Symja answered, in expressions of the model that was asked about. */
public sealed interface Reply {
  /** An expression. */
  record Expression(Expr expr) implements Reply {}

  /**
   * No answer.
   *
   * @param reason why: time, no counterpart, a failure of Symja
   */
  record None(String reason) implements Reply {}
}
