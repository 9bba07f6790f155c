package dev.nabla.tape;

import java.util.Arrays;

/**
 * |computed − exact| ≤ bound, to first order in the rounding errors: running error analysis
 * (Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., §3.3).
 *
 * <p>What overflows has no bound: it and all that is made of it are given an infinite one.
 *
 * <p>The inputs are taken as exact, arithmetic as rounded to nearest, each function as right within
 * its error bound in the table, and comparisons as decided rightly. The slope of a function, which
 * passes an error on, is a difference quotient of the function of doubles: no derivative rule is
 * used.
 */
public final class ErrorBound {
  private static final double SLACK = 1 + 0x1p-10;

  private final Tape tape;
  private final Arithmetic arithmetic;

  public ErrorBound(Tape tape) {
    this.tape = tape;
    this.arithmetic = new Arithmetic(tape);
  }

  /** Bounds for one point; NaN where there is no finite value. */
  public static final class Result {
    private final double[] values;
    private final double[] valueErrors;
    private final double[] partials;
    private final double[] partialErrors;

    Result(int valueCount, int partialCount) {
      values = nan(valueCount);
      valueErrors = nan(valueCount);
      partials = nan(partialCount);
      partialErrors = nan(partialCount);
    }

    private static double[] nan(int length) {
      double[] array = new double[length];
      Arrays.fill(array, Double.NaN);
      return array;
    }

    /** The bound of values[position] in ulps of it. */
    public double value(int position) {
      return ulps(values[position], valueErrors[position]);
    }

    /** The bound of partials[position] in ulps of it. */
    public double partial(int position) {
      return ulps(partials[position], partialErrors[position]);
    }

    /** The bound of values[position] as an absolute error. */
    public double valueError(int position) {
      return valueErrors[position];
    }

    /** The bound of partials[position] as an absolute error. */
    public double partialError(int position) {
      return partialErrors[position];
    }
  }

  /** Runs the tape at {@code inputs} with a bound beside each value. */
  public Result at(double[] inputs) {
    Result result = new Result(tape.valueCount(), tape.partialCount());
    double[] v = new double[tape.size()];
    double[] e = new double[tape.size()];
    int i = 0;
    while (i < v.length) {
      i = step(i, inputs, v, e, result);
    }
    return result;
  }

  private int step(int i, double[] inputs, double[] v, double[] e, Result result) {
    int left = tape.left(i);
    int k = tape.immediate(i);
    switch (tape.opcode(i)) {
      case INPUT -> v[i] = inputs[k];
      case CONSTANT -> {
        v[i] = tape.constant(i);
        e[i] = tape.isExact(i) ? 0 : RoundingErrors.rounding(v[i]);
      }
      case IF -> {
        return v[left] != 0 ? i + 1 : k + 1;
      }
      case ELSE -> {
        return k + 1;
      }
      case YIELD -> {
        v[k] = v[left];
        e[k] = e[left];
      }
      case OUTPUT_VALUE -> {
        result.values[k] = v[left];
        result.valueErrors[k] = e[left];
      }
      case OUTPUT_PARTIAL -> {
        result.partials[k] = v[left];
        result.partialErrors[k] = e[left];
      }
      case PHI, END -> {}
      default -> {
        int right = tape.right(i);
        v[i] = arithmetic.apply(tape.opcode(i), k, v[left], v[right]);
        e[i] =
            isUnbounded(tape.opcode(i), v[i], v[left], v[right], e[left], e[right])
                ? Double.POSITIVE_INFINITY
                : SLACK * error(i, k, v[i], v[left], v[right], e[left], e[right]);
      }
    }
    return i + 1;
  }

  /** Whether the result overflows, or is made of what did: then it may be off by anything. */
  private static boolean isUnbounded(
      Opcode opcode, double result, double a, double b, double ea, double eb) {
    if (!opcode.isNumber()) {
      return false;
    }
    boolean unary = opcode.operands() == 1;
    if (ea == Double.POSITIVE_INFINITY || (!unary && eb == Double.POSITIVE_INFINITY)) {
      return true;
    }
    if (!Double.isInfinite(result) || !Double.isFinite(a) || !(unary || Double.isFinite(b))) {
      return false;
    }
    return switch (opcode) {
      case DIV -> b != 0;
      // log 0 and atanh 1 are poles; exp 1000 and cosh 1000 overflow.
      case CALL_1 -> Math.abs(a) > 1;
      default -> true;
    };
  }

  private static double ulps(double value, double error) {
    if (!Double.isFinite(value)) {
      return Double.NaN;
    }
    return error == 0 ? 0 : error / Math.ulp(value);
  }

  /** What the errors ea, eb of a and b become, and the new error of an operation's result. */
  private double error(int i, int k, double result, double a, double b, double ea, double eb) {
    Opcode opcode = tape.opcode(i);
    return switch (opcode) {
      case ADD, SUB -> RoundingErrors.ofSum(result, ea, eb);
      case MUL -> RoundingErrors.ofProduct(result, a, b, ea, eb);
      case DIV -> RoundingErrors.ofQuotient(result, b, ea, eb);
      case NEG -> ea;
      case SQRT -> RoundingErrors.ofRoot(result, ea);
      case POW, CALL_1, CALL_2 ->
          RoundingErrors.passedOn(a, ea, x -> arithmetic.apply(opcode, k, x, b))
              + RoundingErrors.passedOn(b, eb, y -> arithmetic.apply(opcode, k, a, y))
              + (opcode == Opcode.POW
                  ? Math.ulp(result)
                  : tape.function(i).errorAt(opcode == Opcode.CALL_2 ? b : a, result));
      default -> 0;
    };
  }
}
