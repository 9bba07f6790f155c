package dev.nabla.tape;

/**
 * Runs a tape as it stands, one instruction after the other: the meaning that every backend must
 * match to the bit. Immutable and thread-safe; each call takes one working array.
 */
public final class Interpreter {
  private final Tape tape;
  private final Arithmetic arithmetic;

  public Interpreter(Tape tape) {
    this.tape = tape;
    this.arithmetic = new Arithmetic(tape);
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
    int k = tape.immediate(i);
    switch (tape.opcode(i)) {
      case INPUT -> v[i] = inputs[k];
      case CONSTANT -> v[i] = tape.constant(i);
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
      default -> v[i] = arithmetic.apply(tape.opcode(i), k, a, v[tape.right(i)]);
    }
    return i + 1;
  }
}
