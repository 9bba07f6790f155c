package dev.nabla.benchmark.workload;

import java.util.List;
import org.hipparchus.CalculusFieldElement;

/** (x²y, xy²). */
final class Polynomials implements Workload {
  @Override
  public String name() {
    return "poly2";
  }

  @Override
  public int variableCount() {
    return 2;
  }

  @Override
  public int valueCount() {
    return 2;
  }

  @Override
  public Derivative derivative() {
    return Derivative.JACOBIAN;
  }

  @Override
  public void values(double[] inputs, double[] values) {
    double x = inputs[0];
    double y = inputs[1];
    values[0] = x * x * y;
    values[1] = x * y * y;
  }

  @Override
  public void evaluate(double[] inputs, double[] values, double[] partials) {
    double x = inputs[0];
    double y = inputs[1];
    double xy = x * y;
    values[0] = x * xy;
    values[1] = xy * y;
    partials[0] = 2 * xy;
    partials[1] = x * x;
    partials[2] = y * y;
    partials[3] = 2 * xy;
  }

  @Override
  public <T extends CalculusFieldElement<T>> List<T> define(
      List<T> variables, double[] parameters) {
    T x = variables.get(0);
    T y = variables.get(1);
    return List.of(x.square().multiply(y), x.multiply(y.square()));
  }
}
