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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
  private final DeltaSums deltaSums;
  private final IndexMatcher matcher;
  private final SoftmaxForm softmax;
  private final Map<IndexRanges, IndexAlgebra> all;
  private final Map<Set<Index>, IndexAlgebra> homes = new HashMap<>();
  private final Map<Expr, Expr> memo = new HashMap<>();

  /** The algebra where the free indices have the given ranges. */
  public IndexAlgebra(ExprPool pool, IndexRanges ranges) {
    this(pool, ranges, new FreeIndices(), new DeltaSums(), new IndexMatcher(pool), new HashMap<>());
  }

  private IndexAlgebra(
      ExprPool pool,
      IndexRanges ranges,
      FreeIndices free,
      DeltaSums deltaSums,
      IndexMatcher matcher,
      Map<IndexRanges, IndexAlgebra> all) {
    this.pool = pool;
    this.matcher = matcher;
    this.softmax = new SoftmaxForm(pool, ranges, matcher);
    this.ranges = ranges;
    this.free = free;
    this.deltaSums = deltaSums;
    this.all = all;
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

  DeltaSums deltaSums() {
    return deltaSums;
  }

  /** The contracted form. Recursive in the nesting of binders and branches alone. */
  public Expr normalize(Expr root) {
    Deque<Expr> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      Expr node = open.peek();
      if (isKnown(node)) {
        open.pop();
      } else if (pushMissing(node, open)) {
        open.pop();
        home(node).remember(node);
      }
    }
    return image(root);
  }

  private void remember(Expr node) {
    Expr normal = compute(node);
    memo.put(node, normal);
    if (normal.isIndexed()) {
      home(normal).memo.putIfAbsent(normal, normal);
    }
  }

  private boolean isKnown(Expr node) {
    return !node.isIndexed() || home(node).memo.containsKey(node);
  }

  private Expr image(Expr node) {
    return node.isIndexed() ? home(node).memo.get(node) : node;
  }

  /** Whether the operands are known; what a binder or a branch holds is, once it is opened. */
  private boolean pushMissing(Expr node, Deque<Expr> open) {
    if (node instanceof Reduce || node instanceof ArrayApply || node instanceof Select) {
      return true;
    }
    boolean complete = true;
    for (Expr child : node.children()) {
      if (!isKnown(child)) {
        open.push(child);
        complete = false;
      }
    }
    return complete;
  }

  /**
   * The algebra that knows of the node's indices and of nothing else. One node is met in many
   * places, inside of any choice of sums around it, and should be normalised once.
   */
  private IndexAlgebra home(Expr node) {
    Set<Index> indices = free.of(node);
    IndexAlgebra home = homes.get(indices);
    if (home == null) {
      home = within(ranges.of(indices, free));
      homes.put(indices, home);
    }
    return home;
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
    List<Expr> children = node.children().stream().map(this::image).toList();
    Expr rebuilt = children.equals(node.children()) ? node : node.rebuild(pool, children);
    if (rebuilt instanceof Compare compare) {
      return ranges.decide(compare).map(this::truth).orElseGet(() -> ranges.canonical(compare));
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
      return grouped(sum);
    }
    return rebuilt instanceof Product product ? ofProduct(product) : rebuilt;
  }

  /** Terms under one condition, and terms with the same deltas, as one term each. */
  Expr grouped(Sum sum) {
    Expr joined = joined(sum);
    return joined instanceof Sum several ? collected(several) : joined;
  }

  /** [c]·a + [c]·b = [c]·(a + b). */
  private Expr joined(Sum sum) {
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
        (condition, values) -> terms.add(pool.select(condition, pool.sum(values), pool.zero())));
    return pool.sum(terms);
  }

  /** δ·a + δ·b = δ·(a + b), so that nested sums do not multiply out term by term. */
  private Expr collected(Sum sum) {
    Map<Set<Expr>, List<Expr>> groups = new LinkedHashMap<>();
    for (Expr term : sum.terms()) {
      Set<Expr> deltas = new LinkedHashSet<>();
      List<Expr> others = new ArrayList<>();
      for (Expr factor : DeltaSums.factors(term)) {
        (factor instanceof Delta ? deltas : others).add(factor);
      }
      groups.computeIfAbsent(deltas, key -> new ArrayList<>()).add(pool.product(others));
    }
    List<Expr> terms = new ArrayList<>();
    groups.forEach(
        (deltas, others) -> {
          List<Expr> factors = new ArrayList<>(deltas);
          factors.add(pool.sum(others));
          terms.add(pool.product(factors));
        });
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

  /** [i = j and …]·a is δ(i, j)·[…]·a; in a branch its condition is known. */
  private Expr ofSelect(Select select) {
    Expr condition = normalize(select.condition());
    Expr whenTrue = within(ranges.where(condition)).normalize(select.whenTrue());
    Expr whenFalse = normalize(select.whenFalse());
    if (whenFalse == pool.zero()) {
      List<Expr> rest = new ArrayList<>();
      List<Expr> factors = new ArrayList<>();
      for (Expr part : Conjunction.of(condition)) {
        if (part instanceof Compare compare
            && compare.relation() == Compare.Relation.EQ
            && IndexRanges.isOfIndices(compare)) {
          factors.add(pool.delta(compare.left(), compare.right()));
        } else {
          rest.add(part);
        }
      }
      if (!factors.isEmpty()) {
        Expr others = pool.logic(Logic.Connective.AND, rest);
        factors.add(pool.select(others, whenTrue, pool.zero()));
        return normalize(pool.product(factors));
      }
      return guarded(condition, whenTrue);
    }
    return pool.select(condition, whenTrue, whenFalse);
  }

  /** The condition without the comparisons that hold wherever the value's deltas are 1. */
  private Expr withoutImplied(Expr condition, Expr value) {
    IndexRanges known = ranges;
    for (Expr factor : value instanceof Product product ? product.factors() : List.of(value)) {
      if (factor instanceof Delta delta) {
        Expr equal = pool.compare(Compare.Relation.EQ, delta.left(), delta.right());
        known = known.where(equal);
      }
    }
    if (known == ranges) {
      return condition;
    }
    List<Expr> rest = new ArrayList<>();
    boolean isConjunction =
        condition instanceof Logic logic && logic.connective() == Logic.Connective.AND;
    for (Expr part : isConjunction ? condition.children() : List.of(condition)) {
      Optional<Boolean> holds =
          part instanceof Compare compare ? known.decide(compare) : Optional.empty();
      if (holds.isEmpty()) {
        rest.add(part);
      } else if (!holds.get()) {
        return pool.falsehood();
      }
    }
    return pool.logic(Logic.Connective.AND, rest);
  }

  /** [condition]·value; nested conditions are joined, what a δ of the value implies is dropped. */
  Expr guarded(Expr given, Expr value) {
    Expr condition = withoutImplied(given, value);
    if (value == pool.zero() || condition == pool.falsehood()) {
      return pool.zero();
    }
    if (value instanceof Select inner && inner.whenFalse() == pool.zero()) {
      Expr both = pool.logic(Logic.Connective.AND, List.of(condition, inner.condition()));
      return pool.select(both, inner.whenTrue(), pool.zero());
    }
    return pool.select(condition, value, pool.zero());
  }

  /** The algebra where something else is known. */
  IndexAlgebra within(IndexRanges more) {
    return more.equals(ranges)
        ? this
        : all.computeIfAbsent(
            more, key -> new IndexAlgebra(pool, key, free, deltaSums, matcher, all));
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
    return pool.reduce(reduce.operation(), normal.index(), normal.lower(), normal.upper(), body);
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
