package dev.nabla.check;

import dev.nabla.expr.Expr;
import java.util.List;

/**
 * A function of concrete size with the evaluator that claims to compute it and its derivatives.
 *
 * @param inputs all inputs, scalar symbols or elements with numeric indices
 * @param inputNames their names, for reports
 * @param values the function: scalars over the inputs, without indices
 * @param wrt the positions of the inputs that columns are derivatives for
 * @param evaluator what is to be checked
 * @param rowLabels a name for each value
 * @param columnLabels a name for each column
 * @param assumptions conditions over the inputs that the points must satisfy
 * @param sideConditions what the derivatives were simplified under
 */
public record CheckModel(
    List<Expr> inputs,
    List<String> inputNames,
    List<Expr> values,
    List<Integer> wrt,
    EvaluatorUnderTest evaluator,
    List<String> rowLabels,
    List<String> columnLabels,
    List<Expr> assumptions,
    SideConditions sideConditions) {
  public CheckModel {
    inputs = List.copyOf(inputs);
    inputNames = List.copyOf(inputNames);
    values = List.copyOf(values);
    wrt = List.copyOf(wrt);
    rowLabels = List.copyOf(rowLabels);
    columnLabels = List.copyOf(columnLabels);
    assumptions = List.copyOf(assumptions);
    requireSame("inputs", inputs.size(), "input names", inputNames.size());
    requireSame("values", values.size(), "row labels", rowLabels.size());
    requireSame("columns", wrt.size(), "column labels", columnLabels.size());
  }

  private static void requireSame(String what, int size, String other, int otherSize) {
    if (size != otherSize) {
      throw new IllegalArgumentException(size + " " + what + " but " + otherSize + " " + other);
    }
  }

  /** The number of values. */
  public int rows() {
    return values.size();
  }

  /** The number of inputs that are differentiated for. */
  public int columns() {
    return wrt.size();
  }
}
