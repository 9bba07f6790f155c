package dev.nabla.loop;

import dev.nabla.array.EvaluatedForms;
import dev.nabla.expr.Apply;
import dev.nabla.expr.ArrayApply;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.expr.Num;
import dev.nabla.expr.Power;
import dev.nabla.expr.Reduce;
import dev.nabla.expr.Select;
import dev.nabla.expr.Substitution;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of the expressions of a nest: their free indices, and where they may be evaluated
 * ahead of their turn.
 *
 * <p>Every reduction is opened: its bound index is replaced by a free one of its own.
 */
final class Facts {
  /** An opened reduction: operation over index = lower..upper of the body. */
  record Opened(Reduce.Operation operation, Index index, Expr lower, Expr upper, Expr body) {}

  /**
   * What is known of an expression.
   *
   * @param free the indices that occur free
   * @param costly whether more than arithmetic occurs, so that a branch must keep it
   * @param partial whether it may fail, so that it waits for its turn
   */
  private record Fact(Set<Index> free, boolean costly, boolean partial) {}

  private final ExprPool pool;
  private final Indices indices;
  private final Places places;
  private final Map<Expr, Fact> facts = new HashMap<>();
  private final Map<Reduce, Opened> opened = new HashMap<>();
  private int made;
  private final Map<ArrayApply, Expr> formulas = new HashMap<>();

  Facts(ExprPool pool, Indices indices, Places places) {
    this.pool = pool;
    this.indices = indices;
    this.places = places;
  }

  ExprPool pool() {
    return pool;
  }

  Opened open(Reduce reduce) {
    Opened known = opened.get(reduce);
    if (known != null) {
      return known;
    }
    Index index = newIndex();
    indices.declare(index, reduce.lower(), reduce.upper());
    Expr body = new Substitution(pool, Map.of(reduce.index(), index)).apply(reduce.body());
    Opened result = new Opened(reduce.operation(), index, reduce.lower(), reduce.upper(), body);
    opened.put(reduce, result);
    return result;
  }

  /** An index that nothing depends on yet. */
  Index newIndex() {
    made++;
    // The blank keeps the name apart from all that others choose.
    return pool.index("loop " + made);
  }

  /** The reductions that a function of a whole array stands for, free of overflow. */
  Expr formula(ArrayApply application) {
    if (application.function().argumentRank() > 1) {
      throw new IllegalArgumentException(
          application.function().text() + " of a matrix needs a step of its own");
    }
    return formulas.computeIfAbsent(application, new EvaluatedForms(pool)::of);
  }

  /** The operands, those of a reduction in opened form. */
  List<Expr> children(Expr expr) {
    if (expr instanceof Reduce reduce) {
      Opened loop = open(reduce);
      return List.of(loop.lower(), loop.upper(), loop.body());
    }
    if (expr instanceof ArrayApply application) {
      return List.of(formula(application));
    }
    return expr.children();
  }

  boolean depends(Expr expr, Index index) {
    return fact(expr).free().contains(index);
  }

  boolean isCostly(Expr expr) {
    return fact(expr).costly();
  }

  boolean isPartial(Expr expr) {
    return fact(expr).partial();
  }

  private Fact fact(Expr root) {
    Deque<Expr> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      Expr node = open.peek();
      if (facts.containsKey(node)) {
        open.pop();
        continue;
      }
      boolean complete = true;
      for (Expr child : children(node)) {
        if (!facts.containsKey(child)) {
          open.push(child);
          complete = false;
        }
      }
      if (complete) {
        facts.put(open.pop(), made(node));
      }
    }
    return facts.get(root);
  }

  private Fact made(Expr node) {
    Set<Index> free = new HashSet<>();
    boolean costly = isCall(node);
    boolean partial = node instanceof Element element && !isTotal(element);
    for (Expr child : children(node)) {
      Fact fact = facts.get(child);
      free.addAll(fact.free());
      costly |= fact.costly();
      partial |= fact.partial();
    }
    if (node instanceof Reduce reduce) {
      free.remove(open(reduce).index());
    } else if (node instanceof Index index) {
      free.add(index);
    }
    return new Fact(Set.copyOf(free), costly || partial, partial);
  }

  private static boolean isCall(Expr node) {
    return node instanceof Apply
        || node instanceof Reduce
        || node instanceof Select
        || (node instanceof Power power && !(power.exponent() instanceof Num));
  }

  /** Whether all subscripts are within the array at every iteration. */
  private boolean isTotal(Element element) {
    List<Integer> sizes = places.of(element.symbol()).sizes();
    if (sizes.size() != element.indices().size()) {
      throw new IllegalArgumentException(
          "array '"
              + element.symbol().name()
              + "' has "
              + sizes.size()
              + " axes, not "
              + element.indices().size());
    }
    for (int d = 0; d < sizes.size(); d++) {
      Optional<Affine> subscript = indices.withoutData(element.indices().get(d));
      if (subscript.isEmpty() || !indices.isWithin(subscript.get(), 1, sizes.get(d))) {
        return false;
      }
    }
    return true;
  }
}
