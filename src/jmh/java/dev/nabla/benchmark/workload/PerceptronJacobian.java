package dev.nabla.benchmark.workload;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.CalculusFieldElement;

/** ∂y/∂x of a perceptron, W₂·diag(1 − h²)·W₁. */
final class PerceptronJacobian implements Workload {
  @Override
  public String name() {
    return "mlp_jac";
  }

  @Override
  public int variableCount() {
    return Perceptron.INPUTS;
  }

  @Override
  public int parameterCount() {
    return Perceptron.WEIGHTS;
  }

  @Override
  public int valueCount() {
    return Perceptron.OUTPUTS;
  }

  @Override
  public Derivative derivative() {
    return Derivative.JACOBIAN;
  }

  @Override
  public void values(double[] inputs, double[] values) {
    double[] hidden = Perceptron.hidden(inputs, Perceptron.INPUTS, 0);
    Perceptron.outputs(inputs, Perceptron.INPUTS, hidden, values);
  }

  @Override
  public void evaluate(double[] inputs, double[] values, double[] partials) {
    int w1 = Perceptron.INPUTS;
    int w2 = Perceptron.INPUTS + Perceptron.W2;
    double[] hidden = Perceptron.hidden(inputs, w1, 0);
    Perceptron.outputs(inputs, w1, hidden, values);
    double[] row = new double[Perceptron.INPUTS];
    for (int k = 0; k < Perceptron.OUTPUTS; k++) {
      Arrays.fill(row, 0);
      for (int i = 0; i < Perceptron.HIDDEN; i++) {
        double slope = 1 - hidden[i] * hidden[i];
        double factor = inputs[w2 + k * Perceptron.HIDDEN + i] * slope;
        int start = w1 + i * Perceptron.INPUTS;
        for (int j = 0; j < Perceptron.INPUTS; j++) {
          row[j] += factor * inputs[start + j];
        }
      }
      System.arraycopy(row, 0, partials, k * Perceptron.INPUTS, Perceptron.INPUTS);
    }
  }

  @Override
  public <T extends CalculusFieldElement<T>> List<T> define(List<T> x, double[] parameters) {
    List<T> weights = Perceptron.constants(x.get(0), parameters, 0, Perceptron.WEIGHTS);
    return Perceptron.define(weights, x);
  }
}
