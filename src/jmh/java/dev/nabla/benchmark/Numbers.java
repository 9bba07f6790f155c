package dev.nabla.benchmark;

import dev.nabla.benchmark.workload.Pattern;
import dev.nabla.benchmark.workload.Workload;

/** Values g and the whole derivative ∂g/∂x, row by row, at a point. */
final class Numbers {
  private final double[] values;
  private final double[] matrix;

  private Numbers(double[] values, double[] matrix) {
    this.values = values;
    this.matrix = matrix;
  }

  static Numbers of(Evaluation evaluation, double[] inputs) {
    double[] values = new double[evaluation.pattern().rowCount()];
    double[] partials = new double[evaluation.pattern().count()];
    evaluation.code().evaluate(inputs, values, partials);
    return of(values, partials, evaluation.pattern());
  }

  static Numbers of(double[] values, double[] partials, Pattern pattern) {
    return new Numbers(values, pattern.scatter(partials));
  }

  static Numbers byHand(Workload workload) {
    return of(new Evaluation(workload::evaluate, workload.pattern()), workload.point());
  }

  /** The largest error of a value or an entry, relative to the largest of its row. */
  double distance(Numbers expected) {
    if (values.length != expected.values.length || matrix.length != expected.matrix.length) {
      return Double.POSITIVE_INFINITY;
    }
    int columns = matrix.length / values.length;
    double largest = 0;
    for (int i = 0; i < values.length; i++) {
      double scale = Math.max(Double.MIN_NORMAL, Math.abs(expected.values[i]));
      double error = Math.abs(values[i] - expected.values[i]);
      for (int k = i * columns; k < (i + 1) * columns; k++) {
        scale = Math.max(scale, Math.abs(expected.matrix[k]));
        error = Math.max(error, Math.abs(matrix[k] - expected.matrix[k]));
      }
      largest = Math.max(largest, Double.isNaN(error) ? Double.POSITIVE_INFINITY : error / scale);
    }
    return largest;
  }
}
