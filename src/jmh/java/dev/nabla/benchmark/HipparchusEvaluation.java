package dev.nabla.benchmark;

import dev.nabla.benchmark.workload.Pattern;
import dev.nabla.benchmark.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.analysis.differentiation.Gradient;

/**
 * Forward automatic differentiation by Hipparchus: {@code Gradient}, and {@code
 * DerivativeStructure} of order 2 for a Hessian. Every number carries all its derivatives.
 */
final class HipparchusEvaluation {
  /** A second derivative of more variables takes tables beyond the memory of most machines. */
  private static final int MOST_VARIABLES_OF_HESSIAN = 100;

  private HipparchusEvaluation() {}

  static boolean canDo(Workload workload) {
    return workload.derivative() != Workload.Derivative.HESSIAN
        || workload.variableCount() <= MOST_VARIABLES_OF_HESSIAN;
  }

  static Evaluation of(Workload workload) {
    return workload.derivative() == Workload.Derivative.HESSIAN
        ? hessian(workload)
        : gradients(workload);
  }

  private static Evaluation gradients(Workload workload) {
    int columns = workload.variableCount();
    return new Evaluation(
        (inputs, values, partials) -> {
          List<Gradient> variables = new ArrayList<>(columns);
          for (int j = 0; j < columns; j++) {
            variables.add(Gradient.variable(columns, j, inputs[j]));
          }
          List<Gradient> results = workload.define(variables, parameters(workload, inputs));
          for (int i = 0; i < results.size(); i++) {
            Gradient result = results.get(i);
            values[i] = result.getValue();
            for (int j = 0; j < columns; j++) {
              partials[i * columns + j] = result.getPartialDerivative(j);
            }
          }
        },
        Pattern.dense(workload.valueCount(), columns));
  }

  private static Evaluation hessian(Workload workload) {
    int n = workload.variableCount();
    DSFactory factory = new DSFactory(n, 2);
    return new Evaluation(
        (inputs, values, partials) -> {
          List<DerivativeStructure> variables = new ArrayList<>(n);
          for (int j = 0; j < n; j++) {
            variables.add(factory.variable(j, inputs[j]));
          }
          DerivativeStructure result =
              workload.define(variables, parameters(workload, inputs)).get(0);
          int[] orders = new int[n];
          for (int i = 0; i < n; i++) {
            orders[i]++;
            values[i] = result.getPartialDerivative(orders);
            for (int j = 0; j < n; j++) {
              orders[j]++;
              partials[i * n + j] = result.getPartialDerivative(orders);
              orders[j]--;
            }
            orders[i]--;
          }
        },
        Pattern.dense(n, n));
  }

  private static double[] parameters(Workload workload, double[] inputs) {
    double[] parameters = new double[workload.parameterCount()];
    System.arraycopy(inputs, workload.variableCount(), parameters, 0, parameters.length);
    return parameters;
  }
}
