package dev.nabla.benchmark.workload;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.CalculusFieldElement;

/** y = W₂·tanh(W₁x + b₁) + b₂ with 16 inputs, 32 hidden units and 8 outputs. */
final class Perceptron {
  static final int INPUTS = 16;
  static final int HIDDEN = 32;
  static final int OUTPUTS = 8;

  /** Where the weights start, in the order W₁, b₁, W₂, b₂. */
  static final int B1 = HIDDEN * INPUTS;

  static final int W2 = B1 + HIDDEN;
  static final int B2 = W2 + OUTPUTS * HIDDEN;

  /** The number of all weights. */
  static final int WEIGHTS = B2 + OUTPUTS;

  private Perceptron() {}

  /** tanh(W₁x + b₁), for weights and inputs that start somewhere in {@code numbers}. */
  static double[] hidden(double[] numbers, int weights, int x) {
    double[] hidden = new double[HIDDEN];
    for (int i = 0; i < HIDDEN; i++) {
      double sum = numbers[weights + B1 + i];
      int row = weights + i * INPUTS;
      for (int j = 0; j < INPUTS; j++) {
        sum += numbers[row + j] * numbers[x + j];
      }
      hidden[i] = Math.tanh(sum);
    }
    return hidden;
  }

  /** W₂h + b₂. */
  static void outputs(double[] numbers, int weights, double[] hidden, double[] outputs) {
    for (int k = 0; k < OUTPUTS; k++) {
      double sum = numbers[weights + B2 + k];
      int row = weights + W2 + k * HIDDEN;
      for (int i = 0; i < HIDDEN; i++) {
        sum += numbers[row + i] * hidden[i];
      }
      outputs[k] = sum;
    }
  }

  /** The same for numbers of any kind. */
  static <T extends CalculusFieldElement<T>> List<T> define(List<T> weights, List<T> x) {
    List<T> hidden = new ArrayList<>();
    for (int i = 0; i < HIDDEN; i++) {
      T sum = weights.get(B1 + i);
      for (int j = 0; j < INPUTS; j++) {
        sum = sum.add(weights.get(i * INPUTS + j).multiply(x.get(j)));
      }
      hidden.add(sum.tanh());
    }
    List<T> outputs = new ArrayList<>();
    for (int k = 0; k < OUTPUTS; k++) {
      T sum = weights.get(B2 + k);
      for (int i = 0; i < HIDDEN; i++) {
        sum = sum.add(weights.get(W2 + k * HIDDEN + i).multiply(hidden.get(i)));
      }
      outputs.add(sum);
    }
    return outputs;
  }

  /** Numbers as constants of the kind of {@code one}. */
  static <T extends CalculusFieldElement<T>> List<T> constants(
      T one, double[] numbers, int from, int to) {
    List<T> constants = new ArrayList<>();
    for (int i = from; i < to; i++) {
      constants.add(one.newInstance(numbers[i]));
    }
    return constants;
  }
}
