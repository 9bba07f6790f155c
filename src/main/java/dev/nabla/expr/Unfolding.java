package dev.nabla.expr;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * f(a) → the definition of f at a, for every function that has one: what evaluators and the numeric
 * reference see, where a person reads the name.
 */
public final class Unfolding {
  private final ExprPool pool;
  private final Map<Expr, Expr> memo = new HashMap<>();

  public Unfolding(ExprPool pool) {
    this.pool = pool;
  }

  /** The same values without a defined function. */
  public List<Expr> apply(List<Expr> roots) {
    return roots.stream().map(this::apply).toList();
  }

  /** The same value without a defined function; linear in the DAG. */
  public Expr apply(Expr root) {
    Deque<Expr> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      Expr node = open.peek();
      if (memo.containsKey(node)) {
        open.pop();
      } else if (node instanceof Reduce || node instanceof ArrayApply) {
        open.pop();
        memo.put(node, ofBinder(node));
      } else if (pushMissing(node, open)) {
        open.pop();
        memo.put(node, unfolded(node));
      }
    }
    return memo.get(root);
  }

  private boolean pushMissing(Expr node, Deque<Expr> open) {
    boolean complete = true;
    for (Expr child : node.children()) {
      if (!memo.containsKey(child)) {
        open.push(child);
        complete = false;
      }
    }
    return complete;
  }

  private Expr unfolded(Expr node) {
    List<Expr> children = node.children().stream().map(memo::get).toList();
    if (node instanceof Apply apply && apply.function().definition().isPresent()) {
      Template definition = apply.function().definition().get();
      return apply(definition.instantiate(pool, apply.function(), children));
    }
    return children.equals(node.children()) ? node : node.rebuild(pool, children);
  }

  /** The inside of a binder is worked on with its index set free: a definition may bind its own. */
  private Expr ofBinder(Expr node) {
    Opening opening =
        node instanceof Reduce reduce
            ? Opening.of(pool, reduce)
            : Opening.of(pool, (ArrayApply) node);
    Expr body = apply(opening.body());
    if (node instanceof Reduce reduce) {
      Axis axis = opening.axes().get(0);
      Expr lower = apply(axis.lower());
      Expr upper = apply(axis.upper());
      boolean same = body == opening.body() && lower == axis.lower() && upper == axis.upper();
      return same ? node : pool.reduce(reduce.operation(), axis.index(), lower, upper, body);
    }
    ArrayApply array = (ArrayApply) node;
    List<Expr> subscripts = apply(array.subscripts());
    boolean same = body == opening.body() && subscripts.equals(array.subscripts());
    return same ? node : pool.arrayApply(array.function(), opening.axes(), body, subscripts);
  }
}
