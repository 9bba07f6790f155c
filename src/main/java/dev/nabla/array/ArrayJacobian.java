package dev.nabla.array;

import dev.nabla.expr.Axis;
import dev.nabla.expr.Expr;
import dev.nabla.resolve.IndexedFunction;
import java.util.List;

/**
 * ∂f/∂x for each variable x of a function of arrays, without any size having a value.
 *
 * @param function the function as resolved
 * @param rows the indices of the differentiated array's axes, with their ranges
 * @param element the differentiated array's element: f itself, or its gradient
 * @param blocks one block for each variable
 * @param sideConditions conditions that simplification assumed, such as x ≠ 0
 */
public record ArrayJacobian(
    IndexedFunction function,
    List<Axis> rows,
    Expr element,
    List<JacobianBlock> blocks,
    List<Expr> sideConditions) {}
