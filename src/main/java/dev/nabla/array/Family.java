package dev.nabla.array;

import dev.nabla.expr.Axis;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Num;
import java.util.ArrayList;
import java.util.List;

/**
 * Nonzeros of a block that one nest of loops reaches, each once; the values stand one behind the
 * other in the order of the loops.
 *
 * @param block the block
 * @param part which of its elements
 * @param offset the position of the first value among all nonzeros
 */
public record Family(JacobianBlock block, Overlay part, Expr offset) {
  /** The number of values along each loop. */
  List<Expr> counts(ExprPool pool) {
    List<Expr> counts = new ArrayList<>();
    for (Axis axis : part.axes()) {
      Expr count = pool.sum(axis.upper(), pool.negate(axis.lower()), pool.one());
      boolean isEmpty = count instanceof Num number && number.value().signum() < 0;
      counts.add(isEmpty ? pool.zero() : count);
    }
    return List.copyOf(counts);
  }

  /** The place of an element of the block among the values of each loop, from 1. */
  List<Expr> place(ExprPool pool, List<Expr> subscripts) {
    List<Expr> place = new ArrayList<>();
    for (Axis axis : part.axes()) {
      int d = 0;
      while (block.axes().get(d).index() != axis.index()) {
        d++;
      }
      place.add(pool.sum(subscripts.get(d), pool.negate(axis.lower()), pool.one()));
    }
    return List.copyOf(place);
  }
}
