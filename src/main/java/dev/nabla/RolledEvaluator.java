package dev.nabla;

import dev.nabla.batch.BatchEvaluator;
import dev.nabla.batch.BatchLayout;
import dev.nabla.batch.PointShape;
import dev.nabla.compile.CompiledTape;
import dev.nabla.loop.ArrayEvaluator;
import java.util.List;
import java.util.Optional;

/**
 * (inputs, seed) → values and partials, by loops over whole arrays.
 *
 * <p>{@code inputs} holds the variables' elements row-major in declared order, then the
 * parameters'. Thread-safe; a call allocates nothing unless another runs at the same time.
 */
public final class RolledEvaluator {
  private final ArrayEvaluator evaluator;
  private final List<Argument> arguments;
  private final int seedCount;
  private final int rowCount;
  private final int columnCount;
  private Optional<BatchEvaluator> batch = Optional.empty();

  /**
   * An argument at its sizes.
   *
   * @param name its name
   * @param sizes the size of each axis; empty for a scalar
   */
  public record Argument(String name, List<Integer> sizes) {
    public Argument {
      sizes = List.copyOf(sizes);
    }

    /** The number of its elements. */
    public int count() {
      return sizes.stream().reduce(1, Math::multiplyExact);
    }
  }

  RolledEvaluator(
      ArrayEvaluator evaluator,
      List<Argument> arguments,
      int seedCount,
      int rowCount,
      int columnCount) {
    this.evaluator = evaluator;
    this.arguments = List.copyOf(arguments);
    this.seedCount = seedCount;
    this.rowCount = rowCount;
    this.columnCount = columnCount;
  }

  /** The arguments, in the order of the inputs. */
  public List<Argument> arguments() {
    return arguments;
  }

  /** The number of inputs. */
  public int inputCount() {
    return arguments.stream().mapToInt(Argument::count).sum();
  }

  /** The number of elements of the seed; 0 for an evaluator of a whole matrix. */
  public int seedCount() {
    return seedCount;
  }

  /** The number of values, which is the number of rows of the matrix. */
  public int rowCount() {
    return rowCount;
  }

  /** The number of columns of the matrix: the elements of the variables. */
  public int columnCount() {
    return columnCount;
  }

  /** Where to put the values of the arguments, by name. */
  public InputValues.Builder inputs() {
    return InputValues.Builder.of(arguments);
  }

  /**
   * values := f, partials := the dense matrix, row-major.
   *
   * @throws IllegalArgumentException if an array is too short, or an element that is used as an
   *     index is no index of its array
   */
  public void evaluate(double[] inputs, double[] values, double[] partials) {
    evaluate(inputs, NONE, values, partials);
  }

  private static final double[] NONE = {};

  /**
   * Evaluates at {@code count} points that stand row by row in {@code points}, on all processors:
   * {@link #evaluateBatch(double[], double[], double[], int, BatchLayout, int)}.
   */
  public void evaluateBatch(double[] points, double[] values, double[] partials, int count) {
    int processors = Runtime.getRuntime().availableProcessors();
    evaluateBatch(points, values, partials, count, BatchLayout.BY_POINT, processors);
  }

  /**
   * Writes f and the matrix at each of {@code count} points, with the bits of {@link #evaluate}
   * whatever the number of threads.
   *
   * @param points {@code count·inputCount} inputs
   * @param values takes {@code count·rowCount} values
   * @param partials takes {@code count} times what {@link #evaluate} writes
   * @param layout how points stand in the arrays
   * @param parallelism the most threads that work on it; 1 for the calling thread alone
   * @throws IllegalArgumentException if an array is too short, two are the same, or an element that
   *     is used as an index is no index of its array
   */
  public void evaluateBatch(
      double[] points,
      double[] values,
      double[] partials,
      int count,
      BatchLayout layout,
      int parallelism) {
    batch().evaluate(points, values, partials, count, layout, parallelism);
  }

  private synchronized BatchEvaluator batch() {
    if (batch.isEmpty()) {
      PointShape shape = new PointShape(inputCount(), rowCount, evaluator.partialCount());
      batch = Optional.of(BatchEvaluator.pointByPoint(this::ofOneThread, shape));
    }
    return batch.get();
  }

  private CompiledTape ofOneThread() {
    ArrayEvaluator own = evaluator.another();
    return (inputs, values, partials) -> own.run(inputs, NONE, values, partials);
  }

  /**
   * values := f, product := the product of the seed with the Jacobian.
   *
   * @throws IllegalArgumentException if an array is too short, or an element that is used as an
   *     index is no index of its array
   */
  public void evaluate(double[] inputs, double[] seed, double[] values, double[] product) {
    evaluator.run(inputs, seed, values, product);
  }

  /**
   * The operations on doubles that one evaluation takes: what loops do often counts as often;
   * inversions of matrices are left out.
   */
  public long countOperations(double[] inputs, double[] seed) {
    return evaluator.countOperations(inputs, seed);
  }

  /** The bytes of the class file, whatever the sizes. */
  public int classFileSize() {
    return evaluator.classFileSize();
  }

  /**
   * Evaluates as the others do, and says why something has no value: a matrix without an inverse at
   * this point.
   */
  public List<String> evaluateReporting(
      double[] inputs, double[] seed, double[] values, double[] product) {
    return evaluator.runReporting(inputs, seed, values, product);
  }
}
