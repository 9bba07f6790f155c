package dev.nabla.check;

import dev.nabla.expr.Expr;
import java.math.BigDecimal;

/** What the numeric reference says of ∂f/∂x at a point. */
public sealed interface ReferencePartial {
  /**
   * The derivative.
   *
   * @param value some 35 correct digits
   * @param uncertainty what the value may be wrong by; 0 for a structural zero
   */
  record Derivative(BigDecimal value, BigDecimal uncertainty) implements ReferencePartial {}

  /**
   * There is a value but no derivative: the one-sided differences disagree, or a condition changes.
   *
   * @param node the innermost node that is not smooth there
   */
  record Kink(Expr node) implements ReferencePartial {}

  /**
   * The function has no value at the point, or none on one side of it.
   *
   * @param outcome an {@link Outcome.Undefined} or {@link Outcome.Pole}
   */
  record NoValue(Outcome outcome) implements ReferencePartial {}

  /**
   * The differences did not settle at any number of digits, so that nothing is certified.
   *
   * @param node the value that was differenced
   */
  record Unresolved(Expr node) implements ReferencePartial {}
}
