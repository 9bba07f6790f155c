package dev.nabla.symja;

import org.matheclipse.core.interfaces.IExpr;

/** What Symja says to a question. */
sealed interface Answer {
  /** An expression. */
  record Value(IExpr expression) implements Answer {}

  /**
   * No answer.
   *
   * @param reason why
   */
  record Silence(String reason) implements Answer {}
}
