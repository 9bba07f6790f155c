package dev.nabla.matrix;

import dev.nabla.expr.Delta;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.expr.Num;
import dev.nabla.expr.Power;
import dev.nabla.expr.Product;
import dev.nabla.expr.Substitution;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Σ over some indices of a product of factors, from which every δ between two indices is
 * contracted: Σₖ δ(k,j)·a[k] is a[j], and δ(i,j)·a[i,j] keeps its δ beside a[i,i].
 *
 * @param summed the indices that are summed over
 * @param factors the factors
 * @param deltas pairs of free indices that must be equal; the second occurs in no factor
 */
record Contraction(Set<Index> summed, List<Expr> factors, List<Pair> deltas) {
  /** Two indices that must be equal. */
  record Pair(Index first, Index second) {}

  /** The sum of the body; empty where a δ joins indices of different ranges or shifts one. */
  static Optional<Contraction> of(
      ExprPool pool, Map<Index, Expr> sizes, Set<Index> summed, Expr body) {
    Set<Index> bound = new LinkedHashSet<>(summed);
    List<Pair> deltas = new ArrayList<>();
    Expr current = body;
    while (true) {
      Optional<Delta> found = factors(current).stream().flatMap(f -> delta(f).stream()).findFirst();
      if (found.isEmpty()) {
        return Optional.of(new Contraction(bound, factors(current), List.copyOf(deltas)));
      }
      Delta delta = found.get();
      if (!(delta.left() instanceof Index left)
          || !(delta.right() instanceof Index right)
          || sizes.get(left) != sizes.get(right)) {
        return Optional.empty();
      }
      Index kept = bound.contains(right) ? left : right;
      Index dropped = kept == left ? right : left;
      if (!bound.remove(dropped)) {
        deltas.add(new Pair(kept, dropped));
      }
      current = new Substitution(pool, Map.of(dropped, kept)).apply(without(pool, current, delta));
    }
  }

  private static List<Expr> factors(Expr body) {
    return body instanceof Product product ? product.factors() : List.of(body);
  }

  /** δ itself, or a power of it, which it equals. */
  private static Optional<Delta> delta(Expr factor) {
    if (factor instanceof Power power
        && power.base() instanceof Delta delta
        && power.exponent() instanceof Num exponent
        && exponent.value().signum() > 0) {
      return Optional.of(delta);
    }
    return factor instanceof Delta delta ? Optional.of(delta) : Optional.empty();
  }

  private static Expr without(ExprPool pool, Expr body, Delta delta) {
    List<Expr> rest = new ArrayList<>(factors(body));
    rest.removeIf(factor -> delta(factor).filter(found -> found == delta).isPresent());
    return pool.product(rest);
  }
}
