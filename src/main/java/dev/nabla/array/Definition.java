package dev.nabla.array;

import dev.nabla.expr.Axis;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.expr.Symbol;
import java.util.List;

/**
 * T[i…] = element at every tuple of its axes: an array computed once for all its uses.
 *
 * @param symbol T
 * @param axes the indices with their ranges
 * @param element the element, of inputs and of arrays defined before
 */
public record Definition(Symbol symbol, List<Axis> axes, Expr element) {
  /** The indices of the axes. */
  public List<Index> indices() {
    return axes.stream().map(Axis::index).toList();
  }

  /** T at other subscripts. */
  public Expr at(ExprPool pool, List<? extends Expr> subscripts) {
    return pool.element(symbol, List.copyOf(subscripts));
  }
}
