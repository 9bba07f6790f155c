package dev.nabla.loop;

/** An operation on doubles with one rounding, or none. */
enum Operation {
  COPY(1),
  ADD(2),
  SUBTRACT(2),
  MULTIPLY(2),
  DIVIDE(2),
  NEGATE(1),
  SQUARE_ROOT(1),
  POWER(2),
  MAXIMUM(2),
  MINIMUM(2);

  private final int operands;

  Operation(int operands) {
    this.operands = operands;
  }

  /** The number of operands it looks at. */
  int operands() {
    return operands;
  }

  double apply(double a, double b) {
    return switch (this) {
      case COPY -> a;
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      case MULTIPLY -> a * b;
      case DIVIDE -> a / b;
      case NEGATE -> -a;
      case SQUARE_ROOT -> Math.sqrt(a);
      case POWER -> Math.pow(a, b);
      case MAXIMUM -> Math.max(a, b);
      case MINIMUM -> Math.min(a, b);
    };
  }
}
