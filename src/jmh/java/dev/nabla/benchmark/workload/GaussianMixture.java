package dev.nabla.benchmark.workload;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.CalculusFieldElement;

/**
 * The logarithm of the likelihood of 100 points of the plane under a mixture of five normal
 * distributions, by weights a, means M and factors q of inverse covariances (the workload GMM of
 * ADBench).
 */
final class GaussianMixture implements Workload {
  private static final int PARTS = 5;
  private static final int POINTS = 100;
  private static final int MEANS = PARTS;
  private static final int FACTORS = MEANS + 2 * PARTS;
  private static final int X = FACTORS + 3 * PARTS;

  @Override
  public String name() {
    return "gmm";
  }

  @Override
  public int variableCount() {
    return X;
  }

  @Override
  public int parameterCount() {
    return 2 * POINTS;
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
    double[] first = new double[PARTS];
    double[] second = new double[PARTS];
    double weights = 0;
    double prior = 0;
    for (int k = 0; k < PARTS; k++) {
      first[k] = Math.exp(inputs[FACTORS + 3 * k]);
      second[k] = Math.exp(inputs[FACTORS + 3 * k + 1]);
      double third = inputs[FACTORS + 3 * k + 2];
      weights += Math.exp(inputs[k]);
      prior += first[k] * first[k] + second[k] * second[k] + third * third;
    }
    double logarithms = 0;
    for (int i = 0; i < POINTS; i++) {
      double sum = 0;
      for (int k = 0; k < PARTS; k++) {
        double c0 = inputs[X + 2 * i] - inputs[MEANS + 2 * k];
        double c1 = inputs[X + 2 * i + 1] - inputs[MEANS + 2 * k + 1];
        double q0 = first[k] * c0;
        double q1 = second[k] * c1 + inputs[FACTORS + 3 * k + 2] * c0;
        sum += Math.exp(height(inputs, k) - 0.5 * (q0 * q0 + q1 * q1));
      }
      logarithms += Math.log(sum);
    }
    values[0] = logarithms - POINTS * Math.log(weights) + 0.5 * prior;
  }

  private static double height(double[] inputs, int k) {
    return inputs[k] + inputs[FACTORS + 3 * k] + inputs[FACTORS + 3 * k + 1];
  }

  @Override
  public void evaluate(double[] inputs, double[] values, double[] partials) {
    double[] first = new double[PARTS];
    double[] second = new double[PARTS];
    double[] weight = new double[PARTS];
    double weights = 0;
    double prior = 0;
    for (int k = 0; k < PARTS; k++) {
      first[k] = Math.exp(inputs[FACTORS + 3 * k]);
      second[k] = Math.exp(inputs[FACTORS + 3 * k + 1]);
      weight[k] = Math.exp(inputs[k]);
      weights += weight[k];
      double third = inputs[FACTORS + 3 * k + 2];
      prior += first[k] * first[k] + second[k] * second[k] + third * third;
    }
    for (int k = 0; k < PARTS; k++) {
      partials[k] = -POINTS * weight[k] / weights;
      partials[MEANS + 2 * k] = 0;
      partials[MEANS + 2 * k + 1] = 0;
      partials[FACTORS + 3 * k] = first[k] * first[k];
      partials[FACTORS + 3 * k + 1] = second[k] * second[k];
      partials[FACTORS + 3 * k + 2] = inputs[FACTORS + 3 * k + 2];
    }
    double[] c0 = new double[PARTS];
    double[] c1 = new double[PARTS];
    double[] q0 = new double[PARTS];
    double[] q1 = new double[PARTS];
    double[] density = new double[PARTS];
    double logarithms = 0;
    for (int i = 0; i < POINTS; i++) {
      double sum = 0;
      for (int k = 0; k < PARTS; k++) {
        c0[k] = inputs[X + 2 * i] - inputs[MEANS + 2 * k];
        c1[k] = inputs[X + 2 * i + 1] - inputs[MEANS + 2 * k + 1];
        q0[k] = first[k] * c0[k];
        q1[k] = second[k] * c1[k] + inputs[FACTORS + 3 * k + 2] * c0[k];
        density[k] = Math.exp(height(inputs, k) - 0.5 * (q0[k] * q0[k] + q1[k] * q1[k]));
        sum += density[k];
      }
      logarithms += Math.log(sum);
      double share = 1 / sum;
      for (int k = 0; k < PARTS; k++) {
        double w = density[k] * share;
        partials[k] += w;
        partials[MEANS + 2 * k] += w * (q0[k] * first[k] + q1[k] * inputs[FACTORS + 3 * k + 2]);
        partials[MEANS + 2 * k + 1] += w * q1[k] * second[k];
        partials[FACTORS + 3 * k] += w * (1 - q0[k] * q0[k]);
        partials[FACTORS + 3 * k + 1] += w * (1 - q1[k] * second[k] * c1[k]);
        partials[FACTORS + 3 * k + 2] -= w * q1[k] * c0[k];
      }
    }
    values[0] = logarithms - POINTS * Math.log(weights) + 0.5 * prior;
  }

  @Override
  public <T extends CalculusFieldElement<T>> List<T> define(List<T> variables, double[] x) {
    T zero = variables.get(0).getField().getZero();
    T weights = zero;
    T prior = zero;
    List<T> first = new ArrayList<>();
    List<T> second = new ArrayList<>();
    for (int k = 0; k < PARTS; k++) {
      first.add(variables.get(FACTORS + 3 * k).exp());
      second.add(variables.get(FACTORS + 3 * k + 1).exp());
      T third = variables.get(FACTORS + 3 * k + 2);
      weights = weights.add(variables.get(k).exp());
      prior = prior.add(first.get(k).square()).add(second.get(k).square()).add(third.square());
    }
    T logarithms = zero;
    for (int i = 0; i < POINTS; i++) {
      T sum = zero;
      for (int k = 0; k < PARTS; k++) {
        T c0 = variables.get(MEANS + 2 * k).negate().add(x[2 * i]);
        T c1 = variables.get(MEANS + 2 * k + 1).negate().add(x[2 * i + 1]);
        T q0 = first.get(k).multiply(c0);
        T third = variables.get(FACTORS + 3 * k + 2);
        T q1 = second.get(k).multiply(c1).add(third.multiply(c0));
        T height =
            variables
                .get(k)
                .add(variables.get(FACTORS + 3 * k))
                .add(variables.get(FACTORS + 3 * k + 1));
        sum = sum.add(height.subtract(q0.square().add(q1.square()).multiply(0.5)).exp());
      }
      logarithms = logarithms.add(sum.log());
    }
    return List.of(logarithms.subtract(weights.log().multiply(POINTS)).add(prior.multiply(0.5)));
  }
}
