package dev.nabla.expr;

/** An exact number with more than {@link Rational#MOST_BITS} bits: it would cost without end. */
public final class NumberTooLargeException extends ArithmeticException {
  private static final long serialVersionUID = 1L;

  NumberTooLargeException() {
    super("an exact number here has more than " + Rational.MOST_BITS + " bits");
  }
}
