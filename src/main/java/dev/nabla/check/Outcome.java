package dev.nabla.check;

import dev.nabla.expr.Expr;
import java.math.BigDecimal;

/** What a node has at a point: a real number, a truth value, or the reason why it has none. */
public sealed interface Outcome {
  /** A real number, to the digits of the evaluation. */
  record Real(BigDecimal value) implements Outcome {}

  /** The value of a condition. */
  record Truth(boolean holds) implements Outcome {}

  /**
   * No value: the point is outside the domain of {@code node}.
   *
   * @param node the operation that has no value
   * @param reason what is wrong with its operands
   */
  record Undefined(Expr node, String reason) implements Outcome {
    private static final String BEYOND = "beyond 10^";
    private static final String OVERFLOW = "overflow in ";

    /** A number that is too large to be computed with. */
    static Undefined beyond(Expr node, int exponent) {
      return new Undefined(node, BEYOND + exponent);
    }

    /** Whether there is a number, which only is too large to be computed with. */
    public boolean isBeyondReach() {
      return reason.startsWith(BEYOND) || reason.startsWith(OVERFLOW);
    }
  }

  /** No value: {@code node} divides by zero. */
  record Pole(Expr node) implements Outcome {}

  /** Whether this is a number. */
  default boolean isReal() {
    return this instanceof Real;
  }

  /** The number, which must be one. */
  default BigDecimal real() {
    if (this instanceof Real number) {
      return number.value();
    }
    throw new IllegalStateException("not a number: " + this);
  }
}
