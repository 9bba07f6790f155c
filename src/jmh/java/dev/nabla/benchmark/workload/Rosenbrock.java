package dev.nabla.benchmark.workload;

import java.util.List;
import org.hipparchus.CalculusFieldElement;

/** Σ 100·(x[i+1] − x[i]²)² + (1 − x[i])²: its gradient and its tridiagonal Hessian. */
final class Rosenbrock implements Workload {
  private final int n;

  Rosenbrock(int n) {
    this.n = n;
  }

  @Override
  public String name() {
    return "rosen" + n;
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
    return Derivative.HESSIAN;
  }

  /** The diagonal, then what stands beside it on both sides. */
  @Override
  public Pattern pattern() {
    Pattern.Builder pattern = new Pattern.Builder(n, n);
    for (int i = 0; i < n; i++) {
      pattern.add(i, i);
    }
    for (int i = 0; i + 1 < n; i++) {
      pattern.add(i, i + 1);
    }
    for (int i = 0; i + 1 < n; i++) {
      pattern.add(i + 1, i);
    }
    return pattern.build();
  }

  @Override
  public void values(double[] x, double[] gradient) {
    gradient[0] = -400 * (x[1] - x[0] * x[0]) * x[0] - 2 * (1 - x[0]);
    for (int i = 1; i + 1 < n; i++) {
      double rise = x[i + 1] - x[i] * x[i];
      double before = x[i] - x[i - 1] * x[i - 1];
      gradient[i] = 200 * before - 400 * rise * x[i] - 2 * (1 - x[i]);
    }
    gradient[n - 1] = 200 * (x[n - 1] - x[n - 2] * x[n - 2]);
  }

  @Override
  public void evaluate(double[] x, double[] gradient, double[] hessian) {
    values(x, gradient);
    hessian[0] = 1200 * x[0] * x[0] - 400 * x[1] + 2;
    for (int i = 1; i + 1 < n; i++) {
      hessian[i] = 1200 * x[i] * x[i] - 400 * x[i + 1] + 202;
    }
    hessian[n - 1] = 200;
    for (int i = 0; i + 1 < n; i++) {
      double beside = -400 * x[i];
      hessian[n + i] = beside;
      hessian[2 * n - 1 + i] = beside;
    }
  }

  @Override
  public <T extends CalculusFieldElement<T>> List<T> define(List<T> x, double[] parameters) {
    T sum = x.get(0).getField().getZero();
    for (int i = 0; i + 1 < n; i++) {
      T rise = x.get(i + 1).subtract(x.get(i).square());
      T gap = x.get(i).negate().add(1);
      sum = sum.add(rise.square().multiply(100)).add(gap.square());
    }
    return List.of(sum);
  }
}
