package dev.nabla.batch;

import dev.nabla.compile.BytecodeCompiler;
import dev.nabla.compile.CompiledTape;
import dev.nabla.tape.Tape;
import java.util.Arrays;
import java.util.Optional;

/** Evaluates points of a tape one by one and as a batch; results row by row, values first. */
final class Batches {
  private final Tape tape;
  private final PointShape shape;
  private final CompiledTape single;
  private final BatchEvaluator batch;

  Batches(Tape tape, Optional<VectorModule> module) {
    this.tape = tape;
    this.shape = new PointShape(tape.inputCount(), tape.valueCount(), tape.partialCount() + 1);
    this.single = BytecodeCompiler.compile(tape);
    this.batch = BatchEvaluator.of(tape, single, shape, module);
  }

  double[][] oneByOne(double[][] points) {
    return Arrays.stream(points)
        .map(
            point -> {
              double[] values = new double[tape.valueCount()];
              double[] partials = new double[shape.partials()];
              single.evaluate(point, values, partials);
              return joined(values, partials);
            })
        .toArray(double[][]::new);
  }

  /** The batch, in arrays that are full of other numbers at first. */
  double[][] atOnce(double[][] points, BatchLayout layout, int threads) {
    int count = points.length;
    double[] inputs = new double[count * shape.inputs()];
    for (int p = 0; p < count; p++) {
      for (int k = 0; k < shape.inputs(); k++) {
        inputs[layout.position(p, k, count, shape.inputs())] = points[p][k];
      }
    }
    double[] values = new double[count * shape.values()];
    double[] partials = new double[count * shape.partials()];
    Arrays.fill(values, 77);
    Arrays.fill(partials, 77);
    batch.evaluate(inputs, values, partials, count, layout, threads);
    double[][] results = new double[count][];
    for (int p = 0; p < count; p++) {
      results[p] =
          joined(
              numbers(values, layout, p, count, shape.values()),
              numbers(partials, layout, p, count, shape.partials()));
    }
    return results;
  }

  private static double[] numbers(
      double[] array, BatchLayout layout, int p, int count, int length) {
    double[] numbers = new double[length];
    Arrays.setAll(numbers, k -> array[layout.position(p, k, count, length)]);
    return numbers;
  }

  private static double[] joined(double[] values, double[] partials) {
    double[] all = Arrays.copyOf(values, values.length + partials.length);
    System.arraycopy(partials, 0, all, values.length, partials.length);
    return all;
  }

  /** The bits, all NaNs being one. */
  static long[][] bits(double[][] numbers) {
    return Arrays.stream(numbers)
        .map(row -> Arrays.stream(row).mapToLong(Double::doubleToLongBits).toArray())
        .toArray(long[][]::new);
  }
}
