package dev.nabla.array;

import dev.nabla.expr.ArrayApply;
import dev.nabla.expr.Axis;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Opening;
import dev.nabla.expr.Reduce;
import dev.nabla.expr.Select;
import dev.nabla.expr.Symbol;
import dev.nabla.index.IndexRanges;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether every subscript provably lies within its array. */
final class Definedness {
  private final ExprPool pool;
  private final Map<Symbol, List<Expr>> sizes;

  Definedness(ExprPool pool, Map<Symbol, List<Expr>> sizes) {
    this.pool = pool;
    this.sizes = sizes;
  }

  boolean holds(Expr expr, IndexRanges ranges) {
    return new Check(ranges).of(expr);
  }

  /** The check where some ranges are known. */
  private final class Check {
    private final IndexRanges ranges;
    private final Map<Expr, Boolean> memo = new HashMap<>();

    Check(IndexRanges ranges) {
      this.ranges = ranges;
    }

    boolean of(Expr expr) {
      Boolean known = memo.get(expr);
      if (known == null) {
        known = compute(expr);
        memo.put(expr, known);
      }
      return known;
    }

    private boolean compute(Expr expr) {
      if (expr instanceof Element element) {
        return isWithin(element, ranges);
      }
      if (expr instanceof Reduce reduce) {
        Opening opening = Opening.of(pool, reduce);
        return holds(opening.body(), ranges.with(opening.axes()));
      }
      if (expr instanceof ArrayApply apply) {
        Opening opening = Opening.of(pool, apply);
        return holds(opening.body(), ranges.with(opening.axes()));
      }
      if (expr instanceof Select select) {
        return of(select.condition())
            && holds(select.whenTrue(), ranges.where(select.condition()))
            && of(select.whenFalse());
      }
      return expr.children().stream().allMatch(this::of);
    }
  }

  private boolean isWithin(Element element, IndexRanges ranges) {
    List<Expr> bounds = sizes.getOrDefault(element.symbol(), List.of());
    for (int d = 0; d < bounds.size(); d++) {
      Expr subscript = element.indices().get(d);
      Axis axis = new Axis(pool.index("'"), pool.one(), bounds.get(d));
      if (ranges.within(subscript, axis) != pool.truth()) {
        return false;
      }
    }
    return true;
  }
}
