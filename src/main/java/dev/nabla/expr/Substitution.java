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
  private final boolean indicesOnly;
  private int steps;

  /** Replaces each key, a leaf, by its value. */
  public Substitution(ExprPool pool, Map<? extends Expr, ? extends Expr> replacements) {
    this.pool = pool;
    memo.putAll(replacements);
    indicesOnly = replacements.keySet().stream().allMatch(key -> key instanceof Index);
  }

  Substitution(ExprPool pool, Expr leaf, Expr value) {
    this(pool, Map.of(leaf, value));
  }

  public Expr apply(Expr root) {
    Deque<Expr> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      Expr node = open.peek();
      if (isKnown(node)) {
        open.pop();
      } else if (node instanceof Select select) {
        applySelect(select, open);
      } else if (pushMissing(node, open)) {
        open.pop();
        memo.put(node, rebuilt(node));
        steps++;
      }
    }
    return image(root);
  }

  /** The number of nodes looked at so far: what it cost. */
  public int steps() {
    return steps;
  }

  /** Where no index occurs, replacing indices changes nothing. */
  private boolean isKnown(Expr node) {
    return (indicesOnly && !node.isIndexed()) || memo.containsKey(node);
  }

  private Expr image(Expr node) {
    return memo.getOrDefault(node, node);
  }

  /** The condition first: if that decides, the other branch is left alone. */
  private void applySelect(Select select, Deque<Expr> open) {
    if (!isKnown(select.condition())) {
      open.push(select.condition());
      return;
    }
    Expr condition = image(select.condition());
    if (condition instanceof Logic logic && logic.operands().isEmpty()) {
      Expr branch = condition == pool.truth() ? select.whenTrue() : select.whenFalse();
      if (!isKnown(branch)) {
        open.push(branch);
      } else {
        open.pop();
        memo.put(select, image(branch));
      }
    } else if (pushMissing(select, open)) {
      open.pop();
      memo.put(select, rebuilt(select));
    }
  }

  private boolean pushMissing(Expr node, Deque<Expr> open) {
    boolean complete = true;
    for (Expr child : node.children()) {
      if (!isKnown(child)) {
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
      Expr image = image(children.get(i));
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
