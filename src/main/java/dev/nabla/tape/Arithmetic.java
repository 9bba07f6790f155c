package dev.nabla.tape;

/** The operations on doubles that have a value; the truth values are 1 and 0. */
final class Arithmetic {
  private final FunctionHandles functions;

  Arithmetic(Tape tape) {
    functions = new FunctionHandles(tape.functions());
  }

  /** The value of an operation with immediate number k on operands a and b. */
  double apply(Opcode opcode, int k, double a, double b) {
    return switch (opcode) {
      case ADD -> a + b;
      case SUB -> a - b;
      case MUL -> a * b;
      case DIV -> a / b;
      case NEG -> -a;
      case SQRT -> Math.sqrt(a);
      case POW -> Math.pow(a, b);
      case CALL_1 -> functions.call(k, a);
      case CALL_2 -> functions.call(k, a, b);
      case LT -> truth(a < b);
      case LE -> truth(a <= b);
      case EQ -> truth(a == b);
      case NE -> truth(a != b);
      case AND -> truth(a != 0 && b != 0);
      case OR -> truth(a != 0 || b != 0);
      case NOT -> truth(a == 0);
      default -> throw new IllegalStateException(opcode + " is no operation on numbers");
    };
  }

  private static double truth(boolean condition) {
    return condition ? 1 : 0;
  }
}
