package dev.nabla.print;

import dev.nabla.expr.ArrayApply;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Index;
import dev.nabla.expr.Reduce;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** On which indices each node depends: the free ones, and the bound ones of a binder outside it. */
final class IndexScopes {
  private static final List<Index> NONE = List.of();

  private final Map<Expr, List<Index>> indices = new HashMap<>();

  /** The scopes of nodes that are given with operands first. */
  IndexScopes(List<Expr> nodes) {
    for (Expr node : nodes) {
      List<Index> depends = depends(node);
      if (!depends.isEmpty()) {
        indices.put(node, depends);
      }
    }
  }

  private List<Index> depends(Expr node) {
    if (node instanceof Index index) {
      return List.of(index);
    }
    TreeMap<String, Index> all = new TreeMap<>();
    for (Expr child : node.children()) {
      for (Index index : indices.getOrDefault(child, NONE)) {
        if (!binds(node, index)) {
          all.put(index.toString(), index);
        }
      }
    }
    return all.isEmpty() ? NONE : List.copyOf(all.values());
  }

  private static boolean binds(Expr node, Index index) {
    if (node instanceof ArrayApply apply) {
      return apply.axes().stream().anyMatch(axis -> axis.index() == index);
    }
    return node instanceof Reduce reduce && reduce.index() == index;
  }

  /** Whether the node means nothing outside a reduction around it. */
  boolean isBound(Expr node) {
    return indices.getOrDefault(node, NONE).stream().anyMatch(Index::isBound);
  }

  /** The free indices, by name. */
  List<Expr> freeIndices(Expr node) {
    return List.copyOf(indices.getOrDefault(node, NONE));
  }
}
