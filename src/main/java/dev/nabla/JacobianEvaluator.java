package dev.nabla;

import dev.nabla.array.SparsityPattern;
import dev.nabla.batch.BatchEvaluator;
import dev.nabla.batch.BatchLayout;
import dev.nabla.batch.PointShape;
import dev.nabla.compile.BytecodeCompiler;
import dev.nabla.compile.CompiledTape;
import dev.nabla.tape.Tape;
import java.util.Optional;

/**
 * f(x) and ∂f/∂x as bytecode: thread-safe, and without allocation per call.
 *
 * <p>Inputs are the variables' elements row-major in declared order, then the parameters'; values
 * are the outputs row-major; partials are dense and row-major, structural zeros included, or the
 * nonzeros alone in the order of {@link #pattern}.
 */
public final class JacobianEvaluator {
  private final Tape tape;
  private final CompiledTape code;
  private final EvaluatorShape shape;
  private final Subscript[] subscripts;
  private final int[] zeros;
  private final int inputCount;
  private final int valueCount;
  private final int partialCount;
  private Optional<BatchEvaluator> batch = Optional.empty();

  JacobianEvaluator(Tape tape, EvaluatorShape shape) {
    this.tape = tape;
    this.code = BytecodeCompiler.compile(tape);
    this.shape = shape;
    this.subscripts = shape.subscripts().toArray(new Subscript[0]);
    this.inputCount = shape.inputCount();
    this.valueCount = shape.valueCount();
    this.partialCount = shape.partialCount();
    this.zeros = tape.unwrittenPartials(partialCount);
  }

  /** The instructions that are evaluated. */
  public Tape tape() {
    return tape;
  }

  /** Where the partials stand in the matrix, in their order; empty where they are all of it. */
  public Optional<SparsityPattern> pattern() {
    return shape.pattern();
  }

  /** The least length of {@code partials}. */
  public int partialCount() {
    return partialCount;
  }

  /** The least length of {@code values}. */
  public int valueCount() {
    return valueCount;
  }

  /** The length of {@code inputs}. */
  public int inputCount() {
    return inputCount;
  }

  /** The number of rows of the matrix. */
  public int rowCount() {
    return shape.rowCount();
  }

  /** The number of columns of the matrix. */
  public int columnCount() {
    return shape.columnCount();
  }

  /**
   * Writes f(inputs) to {@code values} and the Jacobian to {@code partials}.
   *
   * @throws IllegalArgumentException if an array is shorter than its length, or an input that is
   *     used as an index is none
   */
  public void evaluate(double[] inputs, double[] values, double[] partials) {
    if (inputs.length < inputCount
        || values.length < valueCount
        || partials.length < partialCount) {
      throw new IllegalArgumentException(
          "the evaluator takes "
              + inputCount
              + " inputs, "
              + valueCount
              + " values and "
              + partialCount
              + " partials");
    }
    for (Subscript subscript : subscripts) {
      subscript.check(inputs[subscript.input()]);
    }
    for (int position : zeros) {
      partials[position] = 0.0;
    }
    code.evaluate(inputs, values, partials);
  }

  /**
   * Evaluates at {@code count} points that stand row by row in {@code points}, on all processors:
   * {@link #evaluateBatch(double[], double[], double[], int, BatchLayout, int)}.
   */
  public void evaluateBatch(double[] points, double[] values, double[] partials, int count) {
    int processors = Runtime.getRuntime().availableProcessors();
    evaluateBatch(points, values, partials, count, BatchLayout.BY_POINT, processors);
  }

  /**
   * Writes f and the Jacobian at each of {@code count} points.
   *
   * <p>The bits are those of {@link #evaluate}, whatever the number of threads, unless the module
   * {@code jdk.incubator.vector} is there ({@code java --add-modules jdk.incubator.vector}). Then
   * vector registers take over when HotSpot has compiled the code for them, after some seconds of
   * work: arithmetic and branches have the same bits, but exp, sin, … are then those of the module,
   * within two ulps of Java's.
   *
   * @param points {@code count·inputCount} inputs
   * @param values takes {@code count·valueCount} values
   * @param partials takes {@code count·partialCount} partials
   * @param layout how points stand in the arrays
   * @param parallelism the most threads that work on it; 1 for the calling thread alone
   * @throws IllegalArgumentException if an array is too short, two are the same, or an input that
   *     is used as an index is none; nothing is written then
   */
  public void evaluateBatch(
      double[] points,
      double[] values,
      double[] partials,
      int count,
      BatchLayout layout,
      int parallelism) {
    BatchEvaluator evaluator = batch();
    evaluator.require(points, values, partials, count, layout);
    for (Subscript subscript : subscripts) {
      checkSubscripts(subscript, points, count, layout);
    }
    evaluator.evaluate(points, values, partials, count, layout, parallelism);
  }

  private void checkSubscripts(
      Subscript subscript, double[] points, int count, BatchLayout layout) {
    for (int p = 0; p < count; p++) {
      try {
        subscript.check(points[layout.position(p, subscript.input(), count, inputCount)]);
      } catch (IllegalArgumentException wrong) {
        throw new IllegalArgumentException("point " + p + ": " + wrong.getMessage(), wrong);
      }
    }
  }

  private synchronized BatchEvaluator batch() {
    if (batch.isEmpty()) {
      PointShape points = new PointShape(inputCount, valueCount, partialCount);
      batch = Optional.of(BatchEvaluator.of(tape, code, points));
    }
    return batch.get();
  }
}
