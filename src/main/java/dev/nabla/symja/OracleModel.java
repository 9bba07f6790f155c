package dev.nabla.symja;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import java.util.List;

/**
 * A function of concrete size with closed forms of its partial derivatives.
 *
 * @param pool the pool of all the expressions
 * @param inputs all inputs, scalar symbols or elements with numeric indices
 * @param inputNames their names, for reports
 * @param functions the function: scalars over the inputs
 * @param wrt the positions of the inputs that columns are derivatives for
 * @param partials the closed forms, row-major
 * @param rowLabels a name for each function
 * @param columnLabels a name for each column
 * @param assumptions conditions over the inputs
 */
public record OracleModel(
    ExprPool pool,
    List<? extends Expr> inputs,
    List<String> inputNames,
    List<Expr> functions,
    List<Integer> wrt,
    List<Expr> partials,
    List<String> rowLabels,
    List<String> columnLabels,
    List<Expr> assumptions) {
  public OracleModel {
    inputs = List.copyOf(inputs);
    inputNames = List.copyOf(inputNames);
    functions = List.copyOf(functions);
    wrt = List.copyOf(wrt);
    partials = List.copyOf(partials);
    rowLabels = List.copyOf(rowLabels);
    columnLabels = List.copyOf(columnLabels);
    assumptions = List.copyOf(assumptions);
    if (partials.size() != functions.size() * wrt.size()) {
      throw new IllegalArgumentException(
          partials.size() + " entries of " + functions.size() + " × " + wrt.size());
    }
  }

  /** All inputs. */
  List<Expr> variables() {
    return List.copyOf(inputs);
  }

  /** The closed form of ∂fᵢ/∂xⱼ. */
  Expr partial(int row, int column) {
    return partials.get(row * wrt.size() + column);
  }

  /** The input of a column. */
  Expr variable(int column) {
    return inputs.get(wrt.get(column));
  }

  /** Such as ∂f/∂x. */
  String label(int row, int column) {
    return "∂" + rowLabels.get(row) + "/∂" + columnLabels.get(column);
  }
}
