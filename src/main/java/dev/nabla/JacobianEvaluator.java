package dev.nabla;

import dev.nabla.compile.CompiledTape;
import java.util.List;

/**
 * f(x) and ∂f/∂x as bytecode: thread-safe, and without allocation per call.
 *
 * <p>Inputs are the variables' elements row-major in declared order, then the parameters'; values
 * are the outputs row-major; partials are dense and row-major, structural zeros included.
 */
public final class JacobianEvaluator {
  private final CompiledTape code;
  private final int inputCount;
  private final Subscript[] subscripts;
  private final int rows;
  private final int columns;
  private final int[] zeros;

  JacobianEvaluator(
      CompiledTape code,
      int inputCount,
      List<Subscript> subscripts,
      int rows,
      int columns,
      int[] zeros) {
    this.code = code;
    this.inputCount = inputCount;
    this.subscripts = subscripts.toArray(new Subscript[0]);
    this.rows = rows;
    this.columns = columns;
    this.zeros = zeros;
  }

  /** The length of {@code inputs}. */
  public int inputCount() {
    return inputCount;
  }

  /** The length of {@code values}. */
  public int rowCount() {
    return rows;
  }

  /** The length of a row of {@code partials}. */
  public int columnCount() {
    return columns;
  }

  /**
   * Writes f(inputs) to {@code values} and the Jacobian to {@code partials}.
   *
   * @throws IllegalArgumentException if an array is shorter than its length, or an input that is
   *     used as an index is none
   */
  public void evaluate(double[] inputs, double[] values, double[] partials) {
    if (inputs.length < inputCount || values.length < rows || partials.length < rows * columns) {
      throw new IllegalArgumentException(
          "the evaluator takes "
              + inputCount
              + " inputs, "
              + rows
              + " values and "
              + rows * columns
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
