package dev.nabla.expr;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * e[leaf := value, …]: replaces symbols and indices everywhere; the result is canonical.
 *
 * <p>One instance keeps its memo, so that applying it to many roots costs each shared node once.
 */
public final class Substitution {
  private final ExprPool pool;
  private final Map<Expr, Expr> memo = new HashMap<>();

  /** Replaces each key, a leaf, by its value. */
  public Substitution(ExprPool pool, Map<? extends Expr, ? extends Expr> replacements) {
    this.pool = pool;
    memo.putAll(replacements);
  }

  Substitution(ExprPool pool, Expr leaf, Expr value) {
    this(pool, Map.of(leaf, value));
  }

  public Expr apply(Expr root) {
    Deque<Expr> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      Expr node = open.peek();
      if (memo.containsKey(node)) {
        open.pop();
      } else if (pushMissing(node, open)) {
        open.pop();
        memo.put(node, rebuilt(node));
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

  private Expr rebuilt(Expr node) {
    List<Expr> children = node.children();
    List<Expr> changed = null;
    for (int i = 0; i < children.size(); i++) {
      Expr image = memo.get(children.get(i));
      if (image != children.get(i) && changed == null) {
        changed = new ArrayList<>(children);
      }
      if (changed != null) {
        changed.set(i, image);
      }
    }
    return changed == null ? node : node.rebuild(pool, changed);
  }
}
