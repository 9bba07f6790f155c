package dev.nabla.benchmark.workload;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.CalculusFieldElement;

/**
 * The Brusselator with diffusion on a line (Hairer and Wanner, <i>Solving Ordinary Differential
 * Equations II</i>, IV.10): u and v alternate, so the Jacobian has five diagonals.
 */
final class Brusselator implements Workload {
  private static final double U_AT_ENDS = 1;
  private static final double V_AT_ENDS = 3;

  private final int points;
  private final double diffusion;

  Brusselator(int points) {
    this.points = points;
    diffusion = (points + 1.0) * (points + 1.0) / 50;
  }

  @Override
  public String name() {
    return "bruss" + points;
  }

  @Override
  public int variableCount() {
    return 2 * points;
  }

  @Override
  public int valueCount() {
    return 2 * points;
  }

  @Override
  public double leastVariable() {
    return 0.1;
  }

  @Override
  public Derivative derivative() {
    return Derivative.JACOBIAN;
  }

  /** By rows: the point before, u and v of the point, the point after. */
  @Override
  public Pattern pattern() {
    Pattern.Builder pattern = new Pattern.Builder(2 * points, 2 * points);
    for (int row = 0; row < 2 * points; row++) {
      int u = row - row % 2;
      if (row >= 2) {
        pattern.add(row, row - 2);
      }
      pattern.add(row, u).add(row, u + 1);
      if (row + 2 < 2 * points) {
        pattern.add(row, row + 2);
      }
    }
    return pattern.build();
  }

  @Override
  public void values(double[] w, double[] rates) {
    double uBefore = U_AT_ENDS;
    double vBefore = V_AT_ENDS;
    for (int i = 0; i < points; i++) {
      double u = w[2 * i];
      double v = w[2 * i + 1];
      boolean isLast = i + 1 == points;
      double uAfter = isLast ? U_AT_ENDS : w[2 * i + 2];
      double vAfter = isLast ? V_AT_ENDS : w[2 * i + 3];
      double uuv = u * u * v;
      rates[2 * i] = 1 + uuv - 4 * u + diffusion * (uBefore - 2 * u + uAfter);
      rates[2 * i + 1] = 3 * u - uuv + diffusion * (vBefore - 2 * v + vAfter);
      uBefore = u;
      vBefore = v;
    }
  }

  @Override
  public void evaluate(double[] w, double[] rates, double[] partials) {
    values(w, rates);
    int k = 0;
    for (int i = 0; i < points; i++) {
      double u = w[2 * i];
      double v = w[2 * i + 1];
      double uv2 = 2 * u * v;
      double uu = u * u;
      if (i > 0) {
        partials[k++] = diffusion;
      }
      partials[k++] = uv2 - 4 - 2 * diffusion;
      partials[k++] = uu;
      if (i + 1 < points) {
        partials[k++] = diffusion;
      }
      if (i > 0) {
        partials[k++] = diffusion;
      }
      partials[k++] = 3 - uv2;
      partials[k++] = -uu - 2 * diffusion;
      if (i + 1 < points) {
        partials[k++] = diffusion;
      }
    }
  }

  @Override
  public <T extends CalculusFieldElement<T>> List<T> define(List<T> w, double[] parameters) {
    T zero = w.get(0).getField().getZero();
    List<T> rates = new ArrayList<>();
    for (int i = 0; i < points; i++) {
      T u = w.get(2 * i);
      T v = w.get(2 * i + 1);
      boolean isLast = i + 1 == points;
      T uAround =
          (i == 0 ? zero.add(U_AT_ENDS) : w.get(2 * i - 2))
              .add(isLast ? zero.add(U_AT_ENDS) : w.get(2 * i + 2));
      T vAround =
          (i == 0 ? zero.add(V_AT_ENDS) : w.get(2 * i - 1))
              .add(isLast ? zero.add(V_AT_ENDS) : w.get(2 * i + 3));
      T uuv = u.square().multiply(v);
      T uSpread = uAround.subtract(u.multiply(2)).multiply(diffusion);
      T vSpread = vAround.subtract(v.multiply(2)).multiply(diffusion);
      rates.add(uuv.subtract(u.multiply(4)).add(1).add(uSpread));
      rates.add(u.multiply(3).subtract(uuv).add(vSpread));
    }
    return rates;
  }
}
