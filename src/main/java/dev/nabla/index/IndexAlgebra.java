package dev.nabla.index;

import dev.nabla.expr.Apply;
import dev.nabla.expr.ArrayApply;
import dev.nabla.expr.Axis;
import dev.nabla.expr.Compare;
import dev.nabla.expr.Delta;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.expr.Logic;
import dev.nabla.expr.Num;
import dev.nabla.expr.Opening;
import dev.nabla.expr.Power;
import dev.nabla.expr.Product;
import dev.nabla.expr.Reduce;
import dev.nabla.expr.Select;
import dev.nabla.expr.Sum;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * e → an equal expression in which sums over Kronecker deltas are contracted: Σ_k δ(k, j)·a_k =
 * a_j, with a condition where j can lie outside the range of k.
 *
 * <p>Under a δ(i, j) the later index is replaced by the other, conditions on indices that always or
 * never hold are decided, sums are split where a part contracts, and what does not depend on the
 * bound index stands outside the sum. It never expands a range, so its cost does not depend on
 * sizes. A factor δ or [condition] counts as the end of the product where it is 0, whatever the
 * other factors are.
 */
public final class IndexAlgebra {
  private final ExprPool pool;
  private final IndexRanges ranges;
  private final FreeIndices free;
  private final IndexMatcher matcher;
  private final SoftmaxForm softmax;
  private final Optional<IndexAlgebra> parent;
  private final Set<Index> own;
  private final Map<Expr, Expr> memo = new HashMap<>();
  private final Map<IndexRanges, IndexAlgebra> inner = new HashMap<>();

  /** The algebra where the free indices have the given ranges. */
  public IndexAlgebra(ExprPool pool, IndexRanges ranges) {
    this(pool, ranges, new FreeIndices(), new IndexMatcher(pool), Optional.empty());
  }

  private IndexAlgebra(
      ExprPool pool,
      IndexRanges ranges,
      FreeIndices free,
      IndexMatcher matcher,
      Optional<IndexAlgebra> parent) {
    this.pool = pool;
    this.matcher = matcher;
    this.softmax = new SoftmaxForm(pool, ranges, matcher);
    this.ranges = ranges;
    this.free = free;
    this.parent = parent;
    this.own = parent.map(outer -> learned(outer.ranges)).orElse(Set.of());
  }

  /** The indices of which more is known here than outside. */
  private Set<Index> learned(IndexRanges outside) {
    Set<Index> indices = new HashSet<>();
    ranges.axes().subList(outside.axes().size(), ranges.axes().size())
        .forEach(axis -> indices.add(axis.index()));
    ranges.facts().subList(outside.facts().size(), ranges.facts().size())
        .forEach(fact -> indices.addAll(free.of(fact)));
    return indices;
  }

  ExprPool pool() {
    return pool;
  }

  IndexRanges ranges() {
    return ranges;
  }

  FreeIndices free() {
    return free;
  }

  /** The contracted form. Recursive in the nesting of the expression below indices. */
  public Expr normalize(Expr node) {
    if (!node.isIndexed()) {
      return node;
    }
    if (parent.isPresent() && Collections.disjoint(free.of(node), own)) {
      // What happens here does not matter to it: the outside may have met it before.
      return parent.get().normalize(node);
    }
    Expr known = memo.get(node);
    if (known == null) {
      known = compute(node);
      memo.put(node, known);
      memo.putIfAbsent(known, known);
    }
    return known;
  }

  private Expr compute(Expr node) {
    if (node instanceof Reduce reduce) {
      return ofReduce(reduce);
    }
    if (node instanceof ArrayApply apply) {
      return ofArrayApply(apply);
    }
    if (node instanceof Select select) {
      return ofSelect(select);
    }
    List<Expr> children = new ArrayList<>(node.children().size());
    for (Expr child : node.children()) {
      children.add(normalize(child));
    }
    Expr rebuilt = children.equals(node.children()) ? node : node.rebuild(pool, children);
    if (rebuilt instanceof Compare compare) {
      return ranges.decide(compare).map(this::truth).orElse(compare);
    }
    if (rebuilt instanceof Delta delta) {
      return ofDelta(delta);
    }
    if (rebuilt instanceof Power power
        && power.base() instanceof Delta
        && power.exponent() instanceof Num exponent
        && exponent.value().signum() > 0) {
      return power.base();
    }
    if (rebuilt instanceof Apply apply) {
      return softmax.ofApply(apply);
    }
    if (rebuilt instanceof Sum sum) {
      return joined(sum);
    }
    return rebuilt instanceof Product product ? ofProduct(product) : rebuilt;
  }

  /** [c]·a + [c]·b = [c]·(a + b). */
  Expr joined(Sum sum) {
    Map<Expr, List<Expr>> guarded = new LinkedHashMap<>();
    List<Expr> terms = new ArrayList<>();
    for (Expr term : sum.terms()) {
      if (DeltaProduct.isGuard(term)) {
        Select select = (Select) term;
        guarded
            .computeIfAbsent(select.condition(), key -> new ArrayList<>())
            .add(select.whenTrue());
      } else {
        terms.add(term);
      }
    }
    if (guarded.values().stream().allMatch(values -> values.size() == 1)) {
      return sum;
    }
    guarded.forEach(
        (condition, values) ->
            terms.add(pool.select(condition, pool.sum(values), pool.zero())));
    return pool.sum(terms);
  }

  private Expr ofProduct(Product product) {
    Expr contracted = new DeltaProduct(this).of(product);
    return contracted instanceof Product same && same == product
        ? softmax.ofProduct(same)
        : contracted;
  }

  private Expr truth(boolean holds) {
    return holds ? pool.truth() : pool.falsehood();
  }

  /** δ(l, r) is 0 where one side is always the greater. */
  private Expr ofDelta(Delta delta) {
    Expr equal = pool.compare(Compare.Relation.EQ, delta.left(), delta.right());
    return equal instanceof Compare compare && ranges.decide(compare).equals(Optional.of(false))
        ? pool.zero()
        : delta;
  }

  /** [i = j]·a is δ(i, j)·a; in a branch its condition is known. */
  private Expr ofSelect(Select select) {
    Expr condition = normalize(select.condition());
    Expr whenTrue = within(ranges.where(condition)).normalize(select.whenTrue());
    Expr whenFalse = normalize(select.whenFalse());
    if (whenFalse == pool.zero()) {
      if (condition instanceof Compare compare
          && compare.relation() == Compare.Relation.EQ
          && IndexRanges.isOfIndices(compare)) {
        return normalize(pool.product(pool.delta(compare.left(), compare.right()), whenTrue));
      }
      return guarded(condition, whenTrue);
    }
    return pool.select(condition, whenTrue, whenFalse);
  }

  /** [condition]·value; nested conditions are joined. */
  Expr guarded(Expr condition, Expr value) {
    if (value == pool.zero()) {
      return value;
    }
    if (value instanceof Select inner && inner.whenFalse() == pool.zero()) {
      Expr both =
          pool.logic(
              Logic.Connective.AND, List.of(condition, inner.condition()));
      return pool.select(both, inner.whenTrue(), pool.zero());
    }
    return pool.select(condition, value, pool.zero());
  }

  /** The algebra where more is known than here. */
  IndexAlgebra within(IndexRanges more) {
    return more.equals(ranges)
        ? this
        : inner.computeIfAbsent(
            more, key -> new IndexAlgebra(pool, key, free, matcher, Optional.of(this)));
  }

  private Expr ofReduce(Reduce reduce) {
    Opening opening = Opening.of(pool, reduce);
    Axis axis = opening.axes().get(0);
    Axis normal = new Axis(axis.index(), normalize(axis.lower()), normalize(axis.upper()));
    IndexAlgebra inside = within(ranges.with(List.of(normal)));
    Expr body = inside.normalize(opening.body());
    if (reduce.operation() == Reduce.Operation.SUM) {
      return new Contraction(this, inside, normal).sum(body);
    }
    return pool.reduce(
        reduce.operation(), normal.index(), normal.lower(), normal.upper(), body);
  }

  private Expr ofArrayApply(ArrayApply apply) {
    Opening opening = Opening.of(pool, apply);
    List<Axis> axes =
        opening.axes().stream()
            .map(axis -> new Axis(axis.index(), normalize(axis.lower()), normalize(axis.upper())))
            .toList();
    Expr body = within(ranges.with(axes)).normalize(opening.body());
    return pool.arrayApply(
        apply.function(), axes, body, apply.subscripts().stream().map(this::normalize).toList());
  }
}
