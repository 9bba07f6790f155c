package dev.nabla.benchmark.workload;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.CalculusFieldElement;

/** softmax(QKᵀ/√8)·V with eight queries, keys and values of eight elements, by Q. */
final class Attention implements Workload {
  private static final int N = 8;
  private static final int K = N * N;
  private static final int V = 2 * N * N;
  private static final double SCALE = 1 / Math.sqrt(N);

  @Override
  public String name() {
    return "attn8";
  }

  @Override
  public int variableCount() {
    return N * N;
  }

  @Override
  public int parameterCount() {
    return 2 * N * N;
  }

  @Override
  public int valueCount() {
    return N * N;
  }

  @Override
  public Derivative derivative() {
    return Derivative.JACOBIAN;
  }

  /** A row of the output depends on the same row of Q only. */
  @Override
  public Pattern pattern() {
    Pattern.Builder pattern = new Pattern.Builder(N * N, N * N);
    for (int row = 0; row < N * N; row++) {
      for (int m = 0; m < N; m++) {
        pattern.add(row, row / N * N + m);
      }
    }
    return pattern.build();
  }

  @Override
  public void values(double[] inputs, double[] values) {
    double[] weights = new double[N];
    for (int i = 0; i < N; i++) {
      row(inputs, i, weights, values);
    }
  }

  /** The weights of query i, and its row of the output. */
  private static void row(double[] inputs, int i, double[] weights, double[] values) {
    double sum = 0;
    for (int j = 0; j < N; j++) {
      double score = 0;
      for (int k = 0; k < N; k++) {
        score += inputs[i * N + k] * inputs[K + j * N + k];
      }
      weights[j] = Math.exp(score * SCALE);
      sum += weights[j];
    }
    Arrays.fill(values, i * N, i * N + N, 0);
    double share = 1 / sum;
    for (int j = 0; j < N; j++) {
      weights[j] *= share;
      for (int k = 0; k < N; k++) {
        values[i * N + k] += weights[j] * inputs[V + j * N + k];
      }
    }
  }

  /** Σⱼ wⱼ(Vⱼₖ − Oᵢₖ)Kⱼₘ/√8 in row (i, k) and column (i, m). */
  @Override
  public void evaluate(double[] inputs, double[] values, double[] partials) {
    double[] weights = new double[N];
    double[] row = new double[N];
    for (int i = 0; i < N; i++) {
      row(inputs, i, weights, values);
      for (int k = 0; k < N; k++) {
        Arrays.fill(row, 0);
        for (int j = 0; j < N; j++) {
          double factor = weights[j] * SCALE * (inputs[V + j * N + k] - values[i * N + k]);
          for (int m = 0; m < N; m++) {
            row[m] += factor * inputs[K + j * N + m];
          }
        }
        System.arraycopy(row, 0, partials, (i * N + k) * N, N);
      }
    }
  }

  @Override
  public <T extends CalculusFieldElement<T>> List<T> define(List<T> q, double[] parameters) {
    T zero = q.get(0).getField().getZero();
    List<T> values = new ArrayList<>();
    for (int i = 0; i < N; i++) {
      List<T> weights = new ArrayList<>();
      T sum = zero;
      for (int j = 0; j < N; j++) {
        T score = zero;
        for (int k = 0; k < N; k++) {
          score = score.add(q.get(i * N + k).multiply(parameters[j * N + k]));
        }
        weights.add(score.multiply(SCALE).exp());
        sum = sum.add(weights.get(j));
      }
      for (int k = 0; k < N; k++) {
        T value = zero;
        for (int j = 0; j < N; j++) {
          value = value.add(weights.get(j).multiply(parameters[K + j * N + k]));
        }
        values.add(value.divide(sum));
      }
    }
    return values;
  }
}
