package dev.nabla.array;

import dev.nabla.expr.Axis;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Substitution;
import dev.nabla.resolve.IndexedFunction;
import java.util.ArrayList;
import java.util.List;

/**
 * ∂f[rows]/∂x[columns] for one variable x: all its partial derivatives as one expression.
 *
 * @param variable x
 * @param rows the indices of the output's axes, with their ranges
 * @param columns the indices of the variable's axes, with their ranges
 * @param element the derivative at those indices
 */
public record JacobianBlock(
    IndexedFunction.Argument variable, List<Axis> rows, List<Axis> columns, Expr element) {

  /** The axes of the block: those of the output, then those of the variable. */
  public List<Axis> axes() {
    List<Axis> axes = new ArrayList<>(rows);
    axes.addAll(columns);
    return List.copyOf(axes);
  }

  JacobianBlock at(Substitution sizes) {
    return new JacobianBlock(
        new IndexedFunction.Argument(
            variable.symbol(), variable.sizes().stream().map(sizes::apply).toList()),
        ArrayJacobian.axes(rows, sizes),
        ArrayJacobian.axes(columns, sizes),
        sizes.apply(element));
  }
}
