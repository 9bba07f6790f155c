package dev.nabla.benchmark.workload;

import java.util.List;
import org.hipparchus.CalculusFieldElement;

/** The gradient of ½·‖y − t‖² by all weights of a perceptron: backpropagation. */
final class PerceptronGradient implements Workload {
  private static final int X = Perceptron.WEIGHTS;
  private static final int T = X + Perceptron.INPUTS;

  @Override
  public String name() {
    return "mlp_grad";
  }

  @Override
  public int variableCount() {
    return Perceptron.WEIGHTS;
  }

  @Override
  public int parameterCount() {
    return Perceptron.INPUTS + Perceptron.OUTPUTS;
  }

  @Override
  public int valueCount() {
    return 1;
  }

  @Override
  public Derivative derivative() {
    return Derivative.GRADIENT;
  }

  @Override
  public void values(double[] inputs, double[] values) {
    double[] errors = new double[Perceptron.OUTPUTS];
    Perceptron.outputs(inputs, 0, Perceptron.hidden(inputs, 0, X), errors);
    values[0] = loss(inputs, errors);
  }

  /** Half the square of the errors, which are made of the outputs. */
  private static double loss(double[] inputs, double[] errors) {
    double sum = 0;
    for (int k = 0; k < Perceptron.OUTPUTS; k++) {
      errors[k] -= inputs[T + k];
      sum += errors[k] * errors[k];
    }
    return 0.5 * sum;
  }

  @Override
  public void evaluate(double[] inputs, double[] values, double[] partials) {
    double[] hidden = Perceptron.hidden(inputs, 0, X);
    double[] errors = new double[Perceptron.OUTPUTS];
    Perceptron.outputs(inputs, 0, hidden, errors);
    values[0] = loss(inputs, errors);
    double[] back = new double[Perceptron.HIDDEN];
    for (int k = 0; k < Perceptron.OUTPUTS; k++) {
      double error = errors[k];
      int row = Perceptron.W2 + k * Perceptron.HIDDEN;
      for (int i = 0; i < Perceptron.HIDDEN; i++) {
        partials[row + i] = error * hidden[i];
        back[i] += error * inputs[row + i];
      }
      partials[Perceptron.B2 + k] = error;
    }
    for (int i = 0; i < Perceptron.HIDDEN; i++) {
      double slope = back[i] * (1 - hidden[i] * hidden[i]);
      partials[Perceptron.B1 + i] = slope;
      for (int j = 0; j < Perceptron.INPUTS; j++) {
        partials[i * Perceptron.INPUTS + j] = slope * inputs[X + j];
      }
    }
  }

  @Override
  public <N extends CalculusFieldElement<N>> List<N> define(List<N> weights, double[] parameters) {
    N zero = weights.get(0).getField().getZero();
    List<N> x = Perceptron.constants(zero, parameters, 0, Perceptron.INPUTS);
    List<N> outputs = Perceptron.define(weights, x);
    N sum = zero;
    for (int k = 0; k < Perceptron.OUTPUTS; k++) {
      sum = sum.add(outputs.get(k).subtract(parameters[Perceptron.INPUTS + k]).square());
    }
    return List.of(sum.multiply(0.5));
  }
}
