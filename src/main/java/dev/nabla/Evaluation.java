package dev.nabla;

import java.util.List;

/**
 * Values and partial derivatives at a point.
 *
 * @param rowLabels a label for each value
 * @param columnLabels a label for each variable
 * @param values the values, one for each row
 * @param partials row-major: partials.get(i·columns + j) is ∂valueᵢ/∂variableⱼ
 */
public record Evaluation(
    List<String> rowLabels, List<String> columnLabels, List<Double> values, List<Double> partials) {

  /** ∂valueᵢ/∂variableⱼ, both counted from 0. */
  public double partial(int row, int column) {
    return partials.get(row * columnLabels.size() + column);
  }
}
