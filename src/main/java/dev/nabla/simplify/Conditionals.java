package dev.nabla.simplify;

import dev.nabla.expr.Compare;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Logic;
import dev.nabla.expr.Select;

/** Branches that cannot be taken, and conditions that are known. */
final class Conditionals {
  private final ExprPool pool;
  private final Ranges ranges;
  private final Domains domains;

  Conditionals(ExprPool pool, Ranges ranges, Domains domains) {
    this.pool = pool;
    this.ranges = ranges;
    this.domains = domains;
  }

  /** The shorter form, or the node itself. */
  Expr apply(Expr node) {
    if (node instanceof Select select) {
      return ofSelect(select);
    }
    // A comparison without a value is false, so only total sides are decided.
    if ((node instanceof Compare || node instanceof Logic) && domains.isTotal(node)) {
      if (ranges.isTrue(node)) {
        return pool.truth();
      }
      return ranges.isFalse(node) ? pool.falsehood() : node;
    }
    return node;
  }

  private Expr ofSelect(Select select) {
    Expr condition = select.condition();
    if (condition instanceof Logic logic && logic.connective() == Logic.Connective.NOT) {
      return pool.select(
          logic.operands().get(0),
          /* whenTrue= */ select.whenFalse(),
          /* whenFalse= */ select.whenTrue());
    }
    Expr whenTrue = taken(select.whenTrue(), condition, true);
    Expr whenFalse = taken(select.whenFalse(), condition, false);
    return pool.select(condition, whenTrue, whenFalse);
  }

  /** Inside a branch the condition is decided. */
  private static Expr taken(Expr branch, Expr condition, boolean holds) {
    if (branch instanceof Select inner && inner.condition() == condition) {
      return holds ? inner.whenTrue() : inner.whenFalse();
    }
    return branch;
  }
}
