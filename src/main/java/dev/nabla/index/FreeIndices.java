package dev.nabla.index;

import dev.nabla.expr.ArrayApply;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Index;
import dev.nabla.expr.Reduce;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The indices that an expression depends on: those that no binder inside it binds. */
public final class FreeIndices {
  private final Map<Expr, Set<Index>> memo = new HashMap<>();

  /** The indices of the node, in the order met. */
  public Set<Index> of(Expr root) {
    if (!root.isIndexed()) {
      return Set.of();
    }
    Deque<Expr> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      Expr node = open.peek();
      boolean complete = true;
      for (Expr child : node.children()) {
        if (child.isIndexed() && !memo.containsKey(child)) {
          open.push(child);
          complete = false;
        }
      }
      if (complete) {
        open.pop();
        memo.computeIfAbsent(node, this::compute);
      }
    }
    return memo.get(root);
  }

  public boolean dependsOn(Expr expr, Index index) {
    return of(expr).contains(index);
  }

  private Set<Index> compute(Expr node) {
    if (node instanceof Index index) {
      return Set.of(index);
    }
    Set<Index> indices = new LinkedHashSet<>();
    for (Expr child : node.children()) {
      if (child.isIndexed()) {
        indices.addAll(memo.get(child));
      }
    }
    if (node instanceof Reduce reduce) {
      indices.remove(reduce.index());
    } else if (node instanceof ArrayApply apply) {
      apply.axes().forEach(axis -> indices.remove(axis.index()));
    }
    return indices;
  }
}
