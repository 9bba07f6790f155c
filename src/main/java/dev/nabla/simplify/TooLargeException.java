package dev.nabla.simplify;

/** A form was given up because it grew beyond its budget: the expression stays as it is. */
final class TooLargeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TooLargeException() {
    super("beyond the budget", null, false, false);
  }
}
