package dev.nabla.resolve;

import dev.nabla.expr.ArrayApply;
import dev.nabla.expr.Axis;
import dev.nabla.expr.Compare;
import dev.nabla.expr.Delta;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Num;
import dev.nabla.expr.Rational;
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
  /** More nodes than this do not fit a gigabyte: a mistake, or a case for a smaller size. */
  private static final int MOST_NODES = 2_000_000;

  /** What costs some ten seconds, even where it makes no new nodes. */
  private static final int MOST_STEPS = 12_000_000;

  /** Terms that vanish again cost time too. */
  private static final int MOST_TERMS = 2_000_000;

  /** Why an expression cannot be written out. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }

  private final ExprPool pool;
  private final Map<Expr, Expr> memo = new HashMap<>();
  private final Map<Expr, Expr> unrolled = new HashMap<>();
  private final ArrayFunctionExpansion arrayFunctions;
  private long terms;
  private long steps;

  Expansion(ExprPool pool) {
    this.pool = pool;
    this.arrayFunctions = new ArrayFunctionExpansion(pool, this);
  }

  /** Refuses to go on where the whole has become too large. */
  void checkSize() throws Refused {
    if (pool.size() > MOST_NODES || steps > MOST_STEPS) {
      throw tooLarge(MOST_NODES + " parts");
    }
  }

  Expr expand(Expr root) throws Refused {
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

  private void step(Expr node, Deque<Expr> open) throws Refused {
    List<Expr> children = node.children().stream().map(this::image).toList();
    Expr rebuilt = children.equals(node.children()) ? node : node.rebuild(pool, children);
    if (rebuilt instanceof Reduce reduce
        && reduce.lower() instanceof Num
        && reduce.upper() instanceof Num) {
      unrolled.put(node, unroll(reduce));
    } else if (rebuilt instanceof ArrayApply application
        && ArrayFunctionExpansion.isReady(application)) {
      unrolled.put(node, arrayFunctions.expand(application));
    } else if (rebuilt instanceof Delta delta
        && !delta.left().isIndexed()
        && !delta.right().isIndexed()) {
      Expr equal = pool.compare(Compare.Relation.EQ, delta.left(), delta.right());
      unrolled.put(node, pool.select(equal, pool.one(), pool.zero()));
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

  private Expr unroll(Reduce reduce) throws Refused {
    List<Expr> instances = new ArrayList<>();
    for (Num index : indices(new Axis(reduce.index(), reduce.lower(), reduce.upper()))) {
      Substitution substitution = new Substitution(pool, Map.of(reduce.index(), index));
      instances.add(substitution.apply(reduce.body()));
      steps += substitution.steps();
      checkSize();
    }
    if (instances.isEmpty() && isExtreme(reduce)) {
      throw new Refused("a max or min runs over nothing");
    }
    return switch (reduce.operation()) {
      case SUM -> pool.sum(instances);
      case PRODUCT -> pool.product(instances);
      case MAX -> extreme("max", instances);
      case MIN -> extreme("min", instances);
    };
  }

  /** The integers that an axis with numeric limits runs over. */
  List<Num> indices(Axis axis) throws Refused {
    Rational lower = ((Num) axis.lower()).value();
    Rational upper = ((Num) axis.upper()).value();
    if (!lower.isInteger() || !upper.isInteger()) {
      throw new Refused("a sum runs from " + lower + " to " + upper + ", which are not both whole");
    }
    Rational count = upper.subtract(lower).add(Rational.ONE);
    if (count.compareTo(Rational.of(MOST_TERMS - terms)) > 0) {
      throw tooLarge(MOST_TERMS + " terms");
    }
    int length = Math.max(0, count.intValue());
    terms += length;
    List<Num> indices = new ArrayList<>(length);
    for (int k = 0; k < length; k++) {
      indices.add((Num) pool.num(lower.add(Rational.of(k))));
    }
    return indices;
  }

  private static boolean isExtreme(Reduce reduce) {
    return reduce.operation() == Reduce.Operation.MAX || reduce.operation() == Reduce.Operation.MIN;
  }

  private static Refused tooLarge(String most) {
    return new Refused("it would have more than " + most + "; choose smaller sizes");
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
