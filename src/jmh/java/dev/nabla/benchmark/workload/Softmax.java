package dev.nabla.benchmark.workload;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.CalculusFieldElement;

/** exp(z[i])/Σ exp(z[k]): a dense Jacobian, diag(s) − s·sᵀ. */
final class Softmax implements Workload {
  private final int n;

  Softmax(int n) {
    this.n = n;
  }

  @Override
  public String name() {
    return "softmax" + n;
  }

  @Override
  public int variableCount() {
    return n;
  }

  @Override
  public int valueCount() {
    return n;
  }

  @Override
  public Derivative derivative() {
    return Derivative.JACOBIAN;
  }

  @Override
  public void values(double[] z, double[] s) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      s[i] = Math.exp(z[i]);
      sum += s[i];
    }
    double scale = 1 / sum;
    for (int i = 0; i < n; i++) {
      s[i] *= scale;
    }
  }

  @Override
  public void evaluate(double[] z, double[] s, double[] partials) {
    values(z, s);
    for (int i = 0; i < n; i++) {
      double negative = -s[i];
      int start = i * n;
      for (int j = 0; j < n; j++) {
        partials[start + j] = negative * s[j];
      }
      partials[start + i] += s[i];
    }
  }

  @Override
  public <T extends CalculusFieldElement<T>> List<T> define(List<T> z, double[] parameters) {
    List<T> exponentials = new ArrayList<>();
    T sum = z.get(0).getField().getZero();
    for (T element : z) {
      T exponential = element.exp();
      exponentials.add(exponential);
      sum = sum.add(exponential);
    }
    List<T> values = new ArrayList<>();
    for (T exponential : exponentials) {
      values.add(exponential.divide(sum));
    }
    return values;
  }
}
