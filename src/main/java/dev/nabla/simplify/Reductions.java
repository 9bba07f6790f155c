package dev.nabla.simplify;

import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Product;
import dev.nabla.expr.Reduce;
import dev.nabla.expr.Traversal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Σ_k c·a_k → c·Σ_k a_k, and Σ_{k=l..u} c → (u − l + 1)·c, where c does not depend on k. */
final class Reductions {
  private final ExprPool pool;
  private final Ranges ranges;
  private final Domains domains;

  Reductions(ExprPool pool, Ranges ranges, Domains domains) {
    this.pool = pool;
    this.ranges = ranges;
    this.domains = domains;
  }

  /** The form without constant factors, or the node itself. */
  Expr apply(Expr node) {
    return node instanceof Reduce reduce && reduce.operation() == Reduce.Operation.SUM
        ? ofSum(reduce)
        : node;
  }

  private Expr ofSum(Reduce reduce) {
    Set<Expr> dependents = dependents(reduce);
    Expr steps = pool.subtract(reduce.upper(), reduce.lower());
    boolean nonEmpty = ranges.of(steps).isNonNegative();
    if (!dependents.contains(reduce.body())) {
      Expr count = pool.sum(steps, pool.one());
      return nonEmpty ? pool.product(count, reduce.body()) : reduce;
    }
    if (!(reduce.body() instanceof Product product)) {
      return reduce;
    }
    List<Expr> outside = new ArrayList<>();
    List<Expr> inside = new ArrayList<>();
    for (Expr factor : product.factors()) {
      // Over an empty range the sum is 0 even where the factor has no value.
      boolean free = !dependents.contains(factor) && (nonEmpty || alwaysExists(factor));
      (free ? outside : inside).add(factor);
    }
    if (outside.isEmpty()) {
      return reduce;
    }
    outside.add(
        pool.reduce(
            Reduce.Operation.SUM,
            reduce.index(),
            reduce.lower(),
            reduce.upper(),
            pool.product(inside)));
    return pool.product(outside);
  }

  private boolean alwaysExists(Expr factor) {
    return domains.isTotal(factor)
        && Traversal.postOrder(factor).stream()
            .allMatch(node -> !(node instanceof Element element) || element.isPlain());
  }

  private static Set<Expr> dependents(Reduce reduce) {
    Set<Expr> dependents = new HashSet<>(Set.of(reduce.index()));
    for (Expr node : Traversal.postOrder(reduce.body())) {
      if (node.isIndexed() && node.children().stream().anyMatch(dependents::contains)) {
        dependents.add(node);
      }
    }
    return dependents;
  }
}
