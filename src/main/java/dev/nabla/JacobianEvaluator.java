package dev.nabla;

import dev.nabla.array.SparsityPattern;
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
}
