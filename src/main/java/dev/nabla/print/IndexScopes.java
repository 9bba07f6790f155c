package dev.nabla.print;

import dev.nabla.expr.Expr;
import dev.nabla.expr.Index;
import dev.nabla.index.FreeIndices;
import java.util.Comparator;
import java.util.List;

/** On which indices each node depends: the free ones, and the bound ones of a binder outside it. */
final class IndexScopes {
  private final FreeIndices indices = new FreeIndices();

  /** Whether the node means nothing outside a reduction around it. */
  boolean isBound(Expr node) {
    return indices.of(node).stream().anyMatch(Index::isBound);
  }

  /** The free indices, by name. */
  List<Expr> freeIndices(Expr node) {
    return List.copyOf(
        indices.of(node).stream().sorted(Comparator.comparing(Index::toString)).toList());
  }
}
