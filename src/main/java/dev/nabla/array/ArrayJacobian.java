package dev.nabla.array;

import dev.nabla.expr.Axis;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Symbol;
import dev.nabla.resolve.IndexedFunction;
import java.util.List;
import java.util.Optional;

/**
 * ∂f/∂x for each variable x of a function of arrays, without any size having a value.
 *
 * @param function the function as resolved
 * @param rows the indices of the differentiated array's axes, with their ranges
 * @param element the differentiated array's element: f itself, or its gradient
 * @param blocks one block for each variable
 * @param gradientOf for a Hessian, the variable of the gradient that is differentiated
 * @param names arrays that have a name: f itself and those that its text names
 * @param sideConditions conditions that simplification assumed, such as x ≠ 0
 */
public record ArrayJacobian(
    IndexedFunction function,
    List<Axis> rows,
    Expr element,
    List<JacobianBlock> blocks,
    Optional<Symbol> gradientOf,
    List<Definition> names,
    List<Expr> sideConditions) {}
