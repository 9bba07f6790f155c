package dev.nabla.benchmark;

import dev.nabla.benchmark.workload.Pattern;
import dev.nabla.benchmark.workload.Workload;

/**
 * Central differences, (g(x + h) − g(x − h))/2h: two evaluations of the function written by hand
 * for each variable.
 */
final class Differences {
  /** Balances what is cut off and what is rounded: the cube root of 2⁻⁵². */
  private static final double STEP = Math.cbrt(Math.ulp(1.0));

  private Differences() {}

  static Evaluation of(Workload workload) {
    int rows = workload.valueCount();
    int columns = workload.variableCount();
    int inputCount = columns + workload.parameterCount();
    return new Evaluation(
        (inputs, values, partials) -> {
          double[] near = new double[inputCount];
          System.arraycopy(inputs, 0, near, 0, inputCount);
          double[] above = new double[rows];
          double[] below = new double[rows];
          workload.values(inputs, values);
          for (int j = 0; j < columns; j++) {
            double step = STEP * Math.max(1, Math.abs(inputs[j]));
            double up = inputs[j] + step;
            double down = inputs[j] - step;
            near[j] = up;
            workload.values(near, above);
            near[j] = down;
            workload.values(near, below);
            near[j] = inputs[j];
            double scale = 1 / (up - down);
            for (int i = 0; i < rows; i++) {
              partials[i * columns + j] = (above[i] - below[i]) * scale;
            }
          }
        },
        Pattern.dense(rows, columns));
  }
}
