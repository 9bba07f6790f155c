package dev.nabla.expr;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** The nodes below some roots in topological order: operands before what is made of them. */
public final class Traversal {
  private Traversal() {}

  /** Every node reachable from {@code roots}, each once, children first; linear, no recursion. */
  public static List<Expr> postOrder(Collection<Expr> roots) {
    BitSet seen = new BitSet();
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

  public static List<Expr> postOrder(Expr root) {
    return postOrder(List.of(root));
  }

  private static void visit(Expr node, BitSet seen, List<Expr> nodes, Deque<Expr> open) {
    if (!seen.get(node.id())) {
      seen.set(node.id());
      nodes.add(node);
      open.push(node);
    }
  }
}
