package dev.nabla.check;

import java.util.Collections;
import java.util.List;

/** How large an error rounding alone can cause: an a-priori bound for each entry at a point. */
@FunctionalInterface
public interface ConditionEstimate {
  /** The bounds at {@code inputs}. */
  Bounds at(double[] inputs);

  /**
   * Absolute errors that rounding can explain; infinite where there is no bound.
   *
   * @param values for each value
   * @param partials for each ∂fᵢ/∂xⱼ at i·columns + j
   */
  record Bounds(List<Double> values, List<Double> partials) {
    public Bounds {
      values = List.copyOf(values);
      partials = List.copyOf(partials);
    }
  }

  /** No allowance beyond a few ulps. */
  static ConditionEstimate none(int rows, int columns) {
    Bounds zero =
        new Bounds(Collections.nCopies(rows, 0.0), Collections.nCopies(rows * columns, 0.0));
    return inputs -> zero;
  }
}
