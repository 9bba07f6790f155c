package dev.nabla;

import java.util.List;

/**
 * Values and partial derivatives at a point.
 *
 * @param rowLabels a label for each value
 * @param columnLabels a label for each variable
 * @param values the values, one for each row
 * @param partials row-major: partials.get(i·columns + j) is ∂valueᵢ/∂variableⱼ
 * @param conditions what the closed forms were simplified under, such as x != 0
 * @param remarks what of that fails at this point, and why something has no value, such as a matrix
 *     that has no inverse here
 */
public record Evaluation(
    List<String> rowLabels,
    List<String> columnLabels,
    List<Double> values,
    List<Double> partials,
    List<String> conditions,
    List<String> remarks) {

  /** ∂valueᵢ/∂variableⱼ, both counted from 0. */
  public double partial(int row, int column) {
    return partials.get(row * columnLabels.size() + column);
  }
}
