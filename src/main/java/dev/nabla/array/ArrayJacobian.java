package dev.nabla.array;

import dev.nabla.expr.Axis;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Substitution;
import dev.nabla.expr.Symbol;
import dev.nabla.resolve.IndexedFunction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * @param ownRules the rules of the text that simplification applied
 */
public record ArrayJacobian(
    IndexedFunction function,
    List<Axis> rows,
    Expr element,
    List<JacobianBlock> blocks,
    Optional<Symbol> gradientOf,
    List<Definition> names,
    List<Expr> sideConditions,
    List<String> ownRules) {

  /** The same derivative with some sizes as numbers, so that every range is known. */
  public ArrayJacobian at(Map<String, Integer> sizes) {
    ExprPool pool = function.pool();
    Map<Expr, Expr> values = new HashMap<>();
    for (Symbol size : function.openSizes()) {
      if (sizes.containsKey(size.name())) {
        values.put(pool.element(size), pool.num(sizes.get(size.name())));
      }
    }
    Substitution at = new Substitution(pool, values);
    return new ArrayJacobian(
        function.at(sizes),
        axes(rows, at),
        at.apply(element),
        blocks.stream().map(block -> block.at(at)).toList(),
        gradientOf,
        names.stream()
            .map(
                name ->
                    new Definition(name.symbol(), axes(name.axes(), at), at.apply(name.element())))
            .toList(),
        sideConditions.stream().map(at::apply).toList(),
        ownRules);
  }

  static List<Axis> axes(List<Axis> axes, Substitution at) {
    return axes.stream()
        .map(axis -> new Axis(axis.index(), at.apply(axis.lower()), at.apply(axis.upper())))
        .toList();
  }
}
