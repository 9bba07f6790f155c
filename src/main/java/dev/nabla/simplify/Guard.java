package dev.nabla.simplify;

import dev.nabla.expr.Expr;
import dev.nabla.expr.Num;
import dev.nabla.expr.Rational;

/**
 * A condition on what a placeholder stands for, decided before a rule applies.
 *
 * @param placeholder the placeholder's name
 * @param fact what must be known
 */
public record Guard(String placeholder, Fact fact) {
  /** What can be known of an expression, wherever it is defined. */
  public enum Fact {
    POSITIVE,
    NON_NEGATIVE,
    NEGATIVE,
    NON_POSITIVE,
    NON_ZERO,
    /** −π/2 ≤ a ≤ π/2. */
    QUARTER_TURN,
    /** 0 ≤ a ≤ π. */
    HALF_TURN,
    NUMBER,
    POSITIVE_NUMBER,
    NEGATIVE_NUMBER,
    EVEN
  }

  public static Guard positive(String placeholder) {
    return new Guard(placeholder, Fact.POSITIVE);
  }

  public static Guard nonNegative(String placeholder) {
    return new Guard(placeholder, Fact.NON_NEGATIVE);
  }

  public static Guard negative(String placeholder) {
    return new Guard(placeholder, Fact.NEGATIVE);
  }

  public static Guard nonPositive(String placeholder) {
    return new Guard(placeholder, Fact.NON_POSITIVE);
  }

  public static Guard nonZero(String placeholder) {
    return new Guard(placeholder, Fact.NON_ZERO);
  }

  public static Guard number(String placeholder) {
    return new Guard(placeholder, Fact.NUMBER);
  }

  public static Guard positiveNumber(String placeholder) {
    return new Guard(placeholder, Fact.POSITIVE_NUMBER);
  }

  public static Guard negativeNumber(String placeholder) {
    return new Guard(placeholder, Fact.NEGATIVE_NUMBER);
  }

  public static Guard even(String placeholder) {
    return new Guard(placeholder, Fact.EVEN);
  }

  /** −π/2 ≤ a ≤ π/2. */
  public static Guard quarterTurn(String placeholder) {
    return new Guard(placeholder, Fact.QUARTER_TURN);
  }

  /** 0 ≤ a ≤ π. */
  public static Guard halfTurn(String placeholder) {
    return new Guard(placeholder, Fact.HALF_TURN);
  }

  /** Whether the placeholder may only stand for a number. */
  boolean isNumeric() {
    return switch (fact) {
      case NUMBER, POSITIVE_NUMBER, NEGATIVE_NUMBER, EVEN -> true;
      default -> false;
    };
  }

  /** Whether the fact is known of {@code expr}. */
  boolean holds(Expr expr, Ranges ranges) {
    if (isNumeric()) {
      return expr instanceof Num num && holds(num.value());
    }
    Interval range = ranges.of(expr);
    return switch (fact) {
      case POSITIVE -> range.isPositive();
      case NON_NEGATIVE -> range.isNonNegative();
      case NEGATIVE -> range.isNegative();
      case NON_POSITIVE -> range.isNonPositive();
      case NON_ZERO -> ranges.isNonZero(expr);
      // Doubles below π/2 and π, so that the facts are exact.
      case QUARTER_TURN -> range.lower() >= -Math.PI / 2 && range.upper() <= Math.PI / 2;
      case HALF_TURN -> range.lower() >= 0 && range.upper() <= Math.PI;
      default -> throw new IllegalStateException(fact.name());
    };
  }

  private boolean holds(Rational value) {
    return switch (fact) {
      case POSITIVE_NUMBER -> value.signum() > 0;
      case NEGATIVE_NUMBER -> value.signum() < 0;
      case EVEN -> value.isInteger() && !value.numerator().testBit(0);
      default -> true;
    };
  }
}
