package dev.nabla.benchmark.workload;

import java.util.List;
import org.hipparchus.CalculusFieldElement;

/**
 * A function g of n variables and p parameters with m values, and its derivative ∂g/∂x. Where a
 * Hessian is asked for, g is the gradient of the function.
 *
 * <p>{@code inputs} holds the variables, then the parameters, in the order of the workload's text.
 */
public interface Workload {
  /** The name of its text, its C file and its row of the table. */
  String name();

  /** n. */
  int variableCount();

  /** p. */
  default int parameterCount() {
    return 0;
  }

  /** m. */
  int valueCount();

  /** Which derivative of the text this is. */
  Derivative derivative();

  /** What {@link #evaluate} writes; by default every entry. */
  default Pattern pattern() {
    return Pattern.dense(valueCount(), variableCount());
  }

  /** The smallest number that a variable is drawn from; the largest is 1. */
  default double leastVariable() {
    return -1;
  }

  /** The point at which everything is evaluated. */
  default double[] point() {
    return Points.uniform(this);
  }

  /** values := g(inputs). */
  void values(double[] inputs, double[] values);

  /** values := g(inputs) and partials := ∂g/∂x, as one writes it by hand. */
  void evaluate(double[] inputs, double[] values, double[] partials);

  /**
   * The function as its text says it, for numbers of any kind: g, or for a Hessian the function
   * whose gradient is g.
   */
  <T extends CalculusFieldElement<T>> List<T> define(List<T> variables, double[] parameters);

  /** Which derivative. */
  enum Derivative {
    JACOBIAN,
    GRADIENT,
    HESSIAN
  }
}
