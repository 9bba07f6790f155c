package dev.nabla.index;

import dev.nabla.expr.Axis;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.expr.Opening;
import dev.nabla.expr.Product;
import dev.nabla.expr.Reduce;
import dev.nabla.expr.Sum;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** c·Σ_k a_k + c·Σ_k b_k = c·Σ_k (a_k + b_k), where that is shorter: a and b share a factor. */
public final class SumMerging {
  private final ExprPool pool;
  private final UnaryOperator<Expr> simplifier;

  /** Merges sums; the simplifier brings out what the bodies share. */
  public SumMerging(ExprPool pool, UnaryOperator<Expr> simplifier) {
    this.pool = pool;
    this.simplifier = simplifier;
  }

  /** A sum with its range and with what stands before it. */
  private record Key(Expr factor, Expr lower, Expr upper) {}

  /** The sum with its reductions merged, if it has become shorter. */
  public Expr apply(Expr expr) {
    if (!(expr instanceof Sum sum)) {
      return expr;
    }
    Map<Key, List<Reduce>> groups = new LinkedHashMap<>();
    List<Expr> rest = new ArrayList<>();
    for (Expr term : sum.terms()) {
      List<Expr> factors =
          new ArrayList<>(term instanceof Product product ? product.factors() : List.of(term));
      List<Expr> reductions =
          factors.stream()
              .filter(
                  factor ->
                      factor instanceof Reduce reduce && reduce.operation() == Reduce.Operation.SUM)
              .toList();
      if (reductions.size() == 1) {
        Reduce reduce = (Reduce) reductions.get(0);
        factors.remove(reduce);
        Key key = new Key(pool.product(factors), reduce.lower(), reduce.upper());
        groups.computeIfAbsent(key, unused -> new ArrayList<>()).add(reduce);
      } else {
        rest.add(term);
      }
    }
    groups.forEach((key, reductions) -> rest.add(merged(key, reductions)));
    return pool.sum(rest);
  }

  private Expr merged(Key key, List<Reduce> reductions) {
    Expr apart = pool.product(key.factor(), pool.sum(List.copyOf(reductions)));
    if (reductions.size() == 1) {
      return apart;
    }
    Index index = pool.index("'m");
    List<Expr> bodies = new ArrayList<>();
    for (Reduce reduce : reductions) {
      bodies.add(Opening.of(pool, reduce).at(pool, List.of(index)));
    }
    Axis axis = new Axis(index, key.lower(), key.upper());
    Expr body = pool.sum(bodies);
    Expr together =
        simplifier.apply(
            pool.product(key.factor(), new Opening(List.of(axis), body).sum(pool, body)));
    return together.treeSize() < apart.treeSize() - reductions.size() ? together : apart;
  }
}
