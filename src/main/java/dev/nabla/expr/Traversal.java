package dev.nabla.expr;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;

/** The nodes below some roots in topological order: operands before what is made of them. */
public final class Traversal {
  private Traversal() {}

  /** From so many nodes of the pool for each of a tree on a hash set is cheaper than bits. */
  private static final double MOST_BITS = 500;

  /** Whether a node is met for the first time. */
  private interface Seen {
    boolean isNew(Expr node);
  }

  /** Every node reachable from {@code roots}, each once, children first; linear, no recursion. */
  public static List<Expr> postOrder(Collection<Expr> roots) {
    Seen seen = seen(roots);
    List<Expr> nodes = new ArrayList<>();
    Deque<Expr> open = new ArrayDeque<>();
    for (Expr root : roots) {
      visit(root, seen, nodes, open);
    }
    while (!open.isEmpty()) {
      for (Expr child : open.pop().children()) {
        visit(child, seen, nodes, open);
      }
    }
    nodes.sort(Comparator.comparingInt(Expr::id));
    return nodes;
  }

  private static Seen seen(Collection<Expr> roots) {
    double treeSize = 0;
    int largest = 0;
    for (Expr root : roots) {
      treeSize += root.treeSize();
      largest = Math.max(largest, root.id());
    }
    if (largest > MOST_BITS * treeSize) {
      return new HashSet<Expr>()::add;
    }
    BitSet ids = new BitSet(largest + 1);
    return node -> {
      boolean isNew = !ids.get(node.id());
      ids.set(node.id());
      return isNew;
    };
  }

  public static List<Expr> postOrder(Expr root) {
    return postOrder(List.of(root));
  }

  private static void visit(Expr node, Seen seen, List<Expr> nodes, Deque<Expr> open) {
    if (seen.isNew(node)) {
      nodes.add(node);
      open.push(node);
    }
  }
}
