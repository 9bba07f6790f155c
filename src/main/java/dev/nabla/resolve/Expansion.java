package dev.nabla.resolve;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Num;
import dev.nabla.expr.Reduce;
import dev.nabla.expr.Substitution;
import dev.nabla.function.FunctionTable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes reductions with numeric ranges out: Σ_{k=1..n} a[k] = a[1] + … + a[n].
 *
 * <p>Inner reductions first, so that what does not depend on the outer index is written once; a
 * range that depends on an outer index waits until that index has a value.
 */
final class Expansion {
  /** More terms than this are a mistake, or a case for a smaller size. */
  static final int MOST_NODES = 20_000_000;

  /** The expansion grew beyond {@link #MOST_NODES}. */
  static final class TooLarge extends Exception {
    private static final long serialVersionUID = 1L;
  }

  private final ExprPool pool;
  private final Map<Expr, Expr> memo = new HashMap<>();
  private final Map<Expr, Expr> unrolled = new HashMap<>();

  Expansion(ExprPool pool) {
    this.pool = pool;
  }

  Expr expand(Expr root) throws TooLarge {
    Deque<Expr> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      Expr node = open.peek();
      if (isDone(node)) {
        open.pop();
      } else if (unrolled.containsKey(node)) {
        finishUnrolled(node, open);
      } else if (pushMissing(node, open)) {
        step(node, open);
      }
    }
    return image(root);
  }

  private boolean isDone(Expr node) {
    return !node.isIndexed() || memo.containsKey(node);
  }

  private Expr image(Expr node) {
    return memo.getOrDefault(node, node);
  }

  private boolean pushMissing(Expr node, Deque<Expr> open) {
    boolean complete = true;
    for (Expr child : node.children()) {
      if (!isDone(child)) {
        open.push(child);
        complete = false;
      }
    }
    return complete;
  }

  private void step(Expr node, Deque<Expr> open) throws TooLarge {
    List<Expr> children = node.children().stream().map(this::image).toList();
    Expr rebuilt = children.equals(node.children()) ? node : node.rebuild(pool, children);
    if (rebuilt instanceof Reduce reduce
        && reduce.lower() instanceof Num
        && reduce.upper() instanceof Num) {
      unrolled.put(node, unroll(reduce));
    } else if (rebuilt == node) {
      open.pop();
      memo.put(node, node);
    } else {
      unrolled.put(node, rebuilt);
    }
  }

  /** What a node became may have reductions to unroll itself. */
  private void finishUnrolled(Expr node, Deque<Expr> open) {
    Expr next = unrolled.get(node);
    if (isDone(next)) {
      open.pop();
      memo.put(node, image(next));
    } else {
      open.push(next);
    }
  }

  private Expr unroll(Reduce reduce) throws TooLarge {
    int lower = ((Num) reduce.lower()).value().intValue();
    int upper = ((Num) reduce.upper()).value().intValue();
    List<Expr> terms = new ArrayList<>(Math.max(0, upper - lower + 1));
    for (int k = lower; k <= upper; k++) {
      terms.add(new Substitution(pool, Map.of(reduce.index(), pool.num(k))).apply(reduce.body()));
      if (pool.size() > MOST_NODES) {
        throw new TooLarge();
      }
    }
    return switch (reduce.operation()) {
      case SUM -> pool.sum(terms);
      case PRODUCT -> pool.product(terms);
      case MAX -> extreme("max", terms);
      case MIN -> extreme("min", terms);
    };
  }

  /** max or min as a balanced tree of pairs. */
  private Expr extreme(String function, List<Expr> terms) {
    if (terms.size() == 1) {
      return terms.get(0);
    }
    int middle = terms.size() / 2;
    return pool.apply(
        FunctionTable.get(function),
        extreme(function, terms.subList(0, middle)),
        extreme(function, terms.subList(middle, terms.size())));
  }
}
