package dev.nabla;

import java.util.List;

/**
 * Values and partial derivatives at a point.
 *
 * @param rowLabels a label for each value
 * @param columnLabels a label for each variable
 * @param values the values, one for each row
 * @param partials row-major: partials.get(i·columns + j) is ∂valueᵢ/∂variableⱼ
 * @param remarks why something has no value, such as a matrix that has no inverse here
 */
public record Evaluation(
    List<String> rowLabels,
    List<String> columnLabels,
    List<Double> values,
    List<Double> partials,
    List<String> remarks) {

  /** ∂valueᵢ/∂variableⱼ, both counted from 0. */
  public double partial(int row, int column) {
    return partials.get(row * columnLabels.size() + column);
  }
}
