package dev.nabla.tape;

/**
 * Runs a tape as it stands, one instruction after the other: the meaning that every backend must
 * match to the bit. Immutable and thread-safe; each call takes one working array.
 */
public final class Interpreter {
  private final Tape tape;
  private final FunctionHandles functions;

  public Interpreter(Tape tape) {
    this.tape = tape;
    this.functions = new FunctionHandles(tape.functions());
  }

  /**
   * values, partials := f(inputs).
   *
   * @param inputs {@link Tape#inputCount} numbers
   * @param values takes {@link Tape#valueCount} numbers; not the same array as the inputs
   * @param partials takes {@link Tape#partialCount} numbers
   */
  public void evaluate(double[] inputs, double[] values, double[] partials) {
    double[] v = new double[tape.size()];
    int i = 0;
    while (i < v.length) {
      i = step(i, v, inputs, values, partials);
    }
  }

  /** Runs instruction i and returns the number of the next one. */
  private int step(int i, double[] v, double[] inputs, double[] values, double[] partials) {
    double a = v[tape.left(i)];
    double b = v[tape.right(i)];
    int k = tape.immediate(i);
    switch (tape.opcode(i)) {
      case INPUT -> v[i] = inputs[k];
      case CONSTANT -> v[i] = tape.constant(i);
      case ADD -> v[i] = a + b;
      case SUB -> v[i] = a - b;
      case MUL -> v[i] = a * b;
      case DIV -> v[i] = a / b;
      case NEG -> v[i] = -a;
      case SQRT -> v[i] = Math.sqrt(a);
      case POW -> v[i] = Math.pow(a, b);
      case CALL_1 -> v[i] = functions.call(k, a);
      case CALL_2 -> v[i] = functions.call(k, a, b);
      case LT -> v[i] = truth(a < b);
      case LE -> v[i] = truth(a <= b);
      case EQ -> v[i] = truth(a == b);
      case NE -> v[i] = truth(a != b);
      case AND -> v[i] = truth(a != 0 && b != 0);
      case OR -> v[i] = truth(a != 0 || b != 0);
      case NOT -> v[i] = truth(a == 0);
      case IF -> {
        return a != 0 ? i + 1 : k + 1;
      }
      case ELSE -> {
        return k + 1;
      }
      case YIELD -> v[k] = a;
      case OUTPUT_VALUE -> values[k] = a;
      case OUTPUT_PARTIAL -> partials[k] = a;
      case PHI, END -> {}
    }
    return i + 1;
  }

  private static double truth(boolean condition) {
    return condition ? 1 : 0;
  }
}
