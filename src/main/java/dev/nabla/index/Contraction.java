package dev.nabla.index;

import dev.nabla.expr.Axis;
import dev.nabla.expr.Delta;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.expr.Logic;
import dev.nabla.expr.Power;
import dev.nabla.expr.Product;
import dev.nabla.expr.Reduce;
import dev.nabla.expr.Select;
import dev.nabla.expr.Substitution;
import dev.nabla.expr.Sum;
import dev.nabla.expr.Traversal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Σ over one index of a body in normal form. */
final class Contraction {
  private final IndexAlgebra outer;
  private final IndexAlgebra inner;
  private final ExprPool pool;
  private final Axis axis;
  private final Index index;

  /** Sums over {@code axis}, whose index {@code inner} knows and {@code outer} does not. */
  Contraction(IndexAlgebra outer, IndexAlgebra inner, Axis axis) {
    this.outer = outer;
    this.inner = inner;
    this.pool = outer.pool();
    this.axis = axis;
    this.index = axis.index();
  }

  Expr sum(Expr body) {
    if (body == pool.zero()) {
      return body;
    }
    if (!depends(body)) {
      return ofConstant(body);
    }
    if (body instanceof Sum sum) {
      return ofSum(sum);
    }
    if (body instanceof Select select && select.whenFalse() == pool.zero()) {
      return ofGuarded(select);
    }
    if (body instanceof Select select && !depends(select.condition())) {
      return pool.select(
          select.condition(),
          /* whenTrue= */ sum(select.whenTrue()),
          /* whenFalse= */ sum(select.whenFalse()));
    }
    if (body instanceof Delta delta) {
      return ofDelta(delta, List.of(), List.of()).orElseGet(() -> reduce(body));
    }
    if (body instanceof Product product) {
      return ofProduct(product);
    }
    return outer.deltaSums().contain(body) ? sum(distributed(body, List.of())) : reduce(body);
  }

  private boolean depends(Expr expr) {
    return outer.free().dependsOn(expr, index);
  }

  private Expr reduce(Expr body) {
    return pool.reduce(Reduce.Operation.SUM, index, axis.lower(), axis.upper(), body);
  }

  /** Σ_{k=l..u} c = (u − l + 1)·c, if the range cannot be worse than empty. */
  private Expr ofConstant(Expr body) {
    Expr steps = pool.subtract(axis.upper(), axis.lower());
    Expr count = LinearForm.of(pool.sum(steps, pool.one())).expression(pool);
    return outer.ranges().isNonNegative(count)
        ? whereNotEmpty(List.of(body), pool.product(count, body))
        : reduce(body);
  }

  /**
   * The value, which has factors that stood in the sum. Where its range is empty they count as 0,
   * also if they are elements that do not exist there.
   */
  private Expr whereNotEmpty(List<Expr> factors, Expr value) {
    boolean alwaysExists =
        Traversal.postOrder(factors).stream()
            .allMatch(node -> !(node instanceof Element element) || element.isPlain());
    if (alwaysExists) {
      return value;
    }
    Expr condition = outer.ranges().condition(pool.subtract(axis.upper(), axis.lower()));
    return pool.select(condition, value, pool.zero());
  }

  /** What contracts, or has a δ to bring out, stands alone; the rest stays one sum. */
  private Expr ofSum(Sum sum) {
    List<Expr> terms = new ArrayList<>();
    List<Expr> rest = new ArrayList<>();
    for (Expr term : sum.terms()) {
      (!depends(term) || carriesDelta(term) ? terms : rest).add(term);
    }
    if (terms.isEmpty()) {
      return reduce(sum);
    }
    List<Expr> results = new ArrayList<>();
    terms.forEach(term -> results.add(sum(term)));
    if (!rest.isEmpty()) {
      results.add(sum(pool.sum(rest)));
    }
    Expr total = pool.sum(results);
    return total instanceof Sum several ? outer.grouped(several) : total;
  }

  private boolean carriesDelta(Expr term) {
    return DeltaProduct.isGuard(term)
        || DeltaSums.hasDelta(term)
        || DeltaSums.factors(term).stream().anyMatch(outer.deltaSums()::contain);
  }

  private Expr ofProduct(Product product) {
    List<Expr> outside = new ArrayList<>();
    List<Expr> inside = new ArrayList<>();
    for (Expr factor : product.factors()) {
      (depends(factor) ? inside : outside).add(factor);
    }
    for (Expr factor : inside) {
      if (factor instanceof Delta delta) {
        List<Expr> others = new ArrayList<>(inside);
        others.remove(delta);
        Optional<Expr> contracted = ofDelta(delta, others, outside);
        if (contracted.isPresent()) {
          return contracted.get();
        }
      }
    }
    for (Expr factor : inside) {
      if (outer.deltaSums().contain(factor)) {
        List<Expr> others = new ArrayList<>(inside);
        others.remove(factor);
        return outside(outside, sum(distributed(factor, others)));
      }
    }
    return outside(outside, outside.isEmpty() ? reduce(product) : sum(pool.product(inside)));
  }

  private Expr outside(List<Expr> factors, Expr sum) {
    if (factors.isEmpty()) {
      return sum;
    }
    List<Expr> all = new ArrayList<>(factors);
    all.add(sum);
    return outer.normalize(whereNotEmpty(factors, pool.product(all)));
  }

  private Expr distributed(Expr factor, List<Expr> others) {
    List<Expr> rest = new ArrayList<>(others);
    Sum sum;
    if (factor instanceof Power power) {
      sum = (Sum) power.base();
      rest.add(pool.power(sum, pool.subtract(power.exponent(), pool.one())));
    } else {
      sum = (Sum) factor;
    }
    List<Expr> parts = new ArrayList<>();
    List<Expr> plain = new ArrayList<>();
    for (Expr term : sum.terms()) {
      (carriesDelta(term) ? parts : plain).add(term);
    }
    parts.add(pool.sum(plain));
    List<Expr> terms = new ArrayList<>();
    for (Expr part : parts) {
      List<Expr> factors = new ArrayList<>(rest);
      factors.add(part);
      terms.add(inner.normalize(pool.product(factors)));
    }
    return pool.sum(terms);
  }

  /** Σ_k δ(k, j)·a_k·c = a_j·c, where j lies in the range. */
  private Optional<Expr> ofDelta(Delta delta, List<Expr> others, List<Expr> outside) {
    LinearForm form = LinearForm.of(pool.subtract(delta.left(), delta.right()));
    if (!form.isSolvable(index)) {
      return Optional.empty();
    }
    Expr solution = form.solve(pool, index);
    List<Expr> factors = new ArrayList<>(outside);
    Substitution at = new Substitution(pool, Map.of(index, solution));
    others.forEach(other -> factors.add(at.apply(other)));
    Expr guard = outer.ranges().within(solution, axis);
    Expr value = pool.product(factors);
    return Optional.of(outer.normalize(pool.select(guard, value, pool.zero())));
  }

  /** Σ_k [condition]·a_k: conditions free of k stand outside, limits of k narrow the range. */
  private Expr ofGuarded(Select select) {
    if (depends(select.condition())) {
      Optional<Expr> contracted = ofGuardedDelta(select);
      if (contracted.isPresent()) {
        return contracted.get();
      }
    }
    List<Expr> outside = new ArrayList<>();
    List<Expr> inside = new ArrayList<>();
    Axis narrowed = axis;
    for (Expr condition : Conjunction.of(select.condition())) {
      if (!depends(condition)) {
        outside.add(condition);
        continue;
      }
      Optional<Axis> next = outer.ranges().narrowed(narrowed, condition);
      narrowed = next.orElse(narrowed);
      if (next.isEmpty()) {
        inside.add(condition);
      }
    }
    Expr guard = pool.logic(Logic.Connective.AND, outside);
    IndexAlgebra guardedOuter = outer.within(outer.ranges().where(guard));
    Expr body =
        pool.select(pool.logic(Logic.Connective.AND, inside), select.whenTrue(), pool.zero());
    Expr sum;
    if (narrowed.equals(axis) && outside.isEmpty()) {
      sum = reduce(body);
    } else {
      IndexAlgebra narrowedInner =
          guardedOuter.within(guardedOuter.ranges().with(List.of(narrowed)));
      Contraction contraction = new Contraction(guardedOuter, narrowedInner, narrowed);
      Expr inBody = narrowedInner.normalize(body);
      sum =
          inBody instanceof Select again && again.condition() == select.condition()
              ? contraction.reduce(inBody)
              : contraction.sum(inBody);
    }
    return outside.isEmpty() ? sum : outer.guarded(guard, sum);
  }

  /** Σ_k [condition]·δ(k, j)·a_k: under the δ the condition loses k too. */
  private Optional<Expr> ofGuardedDelta(Select select) {
    for (Expr factor : DeltaSums.factors(select.whenTrue())) {
      if (factor instanceof Delta delta) {
        List<Expr> others = new ArrayList<>(DeltaSums.factors(select.whenTrue()));
        others.remove(delta);
        Expr rest = pool.select(select.condition(), pool.product(others), pool.zero());
        Optional<Expr> contracted = ofDelta(delta, List.of(rest), List.of());
        if (contracted.isPresent()) {
          return contracted;
        }
      }
    }
    return Optional.empty();
  }
}
