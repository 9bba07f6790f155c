package dev.nabla.matrix;

import dev.nabla.expr.Axis;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.expr.Num;
import dev.nabla.expr.Substitution;
import dev.nabla.expr.Traversal;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The indices in use and their ranges 1..size; binders are opened with fresh ones. */
final class Scope {
  private final ExprPool pool;
  private final Map<Index, Expr> sizes = new HashMap<>();
  private final Map<Expr, Set<Index>> free = new HashMap<>();
  private int opened;

  Scope(ExprPool pool) {
    this.pool = pool;
  }

  ExprPool pool() {
    return pool;
  }

  /** A body whose bound indices were replaced by free ones. */
  record Opened(List<Index> indices, Expr body) {}

  /** Lets a free index run over 1..size. */
  void declare(Index index, Expr size) {
    sizes.put(index, size);
  }

  /** The size of each index. */
  Map<Index, Expr> sizes() {
    return sizes;
  }

  /** The body with fresh indices for those of the axes; empty where an axis is not 1..size. */
  Optional<Opened> open(List<Axis> axes, Expr body) {
    Map<Index, Index> fresh = new HashMap<>();
    for (Axis axis : axes) {
      if (!isWhole(axis)) {
        return Optional.empty();
      }
      Index index = pool.index("'m" + opened++);
      sizes.put(index, axis.upper());
      fresh.put(axis.index(), index);
    }
    return Optional.of(
        new Opened(
            axes.stream().map(axis -> fresh.get(axis.index())).toList(),
            new Substitution(pool, fresh).apply(body)));
  }

  /** Whether an axis runs from 1 to a size that depends on no index. */
  static boolean isWhole(Axis axis) {
    return axis.lower() instanceof Num lower && lower.value().isOne() && !axis.upper().isIndexed();
  }

  /** The free indices that an expression depends on, in a fixed order. */
  Set<Index> freeIndices(Expr expr) {
    return free.computeIfAbsent(expr, Scope::find);
  }

  private static Set<Index> find(Expr expr) {
    Set<Index> found = new LinkedHashSet<>();
    for (Expr node : Traversal.postOrder(expr)) {
      if (node instanceof Index index && !index.isBound()) {
        found.add(index);
      }
    }
    return found;
  }
}
