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
    POSITIVE("%s > 0"),
    NON_NEGATIVE("%s >= 0"),
    NEGATIVE("%s < 0"),
    NON_POSITIVE("%s <= 0"),
    NON_ZERO("%s != 0"),
    QUARTER_TURN("-pi/2 <= %s <= pi/2"),
    HALF_TURN("0 <= %s <= pi"),
    /** Defined everywhere, as log(a) is not. */
    DEFINED("%s is always defined"),
    NUMBER("%s is a number"),
    POSITIVE_NUMBER("%s is a positive number"),
    NEGATIVE_NUMBER("%s is a negative number"),
    INTEGER("%s is an integer"),
    POSITIVE_INTEGER("%s is one of 1, 2, 3, ..."),
    EVEN("%s is an even number"),
    ODD("%s is an odd number");

    private final String text;

    Fact(String text) {
      this.text = text;
    }
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

  public static Guard defined(String placeholder) {
    return new Guard(placeholder, Fact.DEFINED);
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

  public static Guard integer(String placeholder) {
    return new Guard(placeholder, Fact.INTEGER);
  }

  public static Guard positiveInteger(String placeholder) {
    return new Guard(placeholder, Fact.POSITIVE_INTEGER);
  }

  public static Guard even(String placeholder) {
    return new Guard(placeholder, Fact.EVEN);
  }

  public static Guard odd(String placeholder) {
    return new Guard(placeholder, Fact.ODD);
  }

  /** −π/2 ≤ a ≤ π/2. */
  public static Guard quarterTurn(String placeholder) {
    return new Guard(placeholder, Fact.QUARTER_TURN);
  }

  /** 0 ≤ a ≤ π. */
  public static Guard halfTurn(String placeholder) {
    return new Guard(placeholder, Fact.HALF_TURN);
  }

  /** The condition as a person writes it, such as {@code a > 0}. */
  public String text() {
    return fact.text.replace("%s", placeholder);
  }

  /** Whether the placeholder may only stand for a number. */
  boolean isNumeric() {
    return switch (fact) {
      case NUMBER, POSITIVE_NUMBER, NEGATIVE_NUMBER, INTEGER, POSITIVE_INTEGER, EVEN, ODD -> true;
      default -> false;
    };
  }

  /** Whether the fact is known of {@code expr}. */
  boolean holds(Expr expr, Ranges ranges, Domains domains) {
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
      case DEFINED -> domains.isTotal(expr);
      // Doubles below π/2 and π, so that the facts are exact.
      case QUARTER_TURN -> range.lower() >= -Math.PI / 2 && range.upper() <= Math.PI / 2;
      case HALF_TURN -> range.lower() >= 0 && range.upper() <= Math.PI;
      default -> throw new IllegalStateException(fact.name());
    };
  }

  /** Whether the fact, which must be one about numbers, holds of {@code value}. */
  boolean holds(Rational value) {
    boolean integer = value.isInteger();
    return switch (fact) {
      case POSITIVE_NUMBER -> value.signum() > 0;
      case NEGATIVE_NUMBER -> value.signum() < 0;
      case INTEGER -> integer;
      case POSITIVE_INTEGER -> integer && value.signum() > 0;
      case EVEN -> integer && !value.numerator().testBit(0);
      case ODD -> integer && value.numerator().testBit(0);
      default -> true;
    };
  }
}
