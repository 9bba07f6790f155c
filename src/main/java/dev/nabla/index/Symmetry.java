package dev.nabla.index;

import dev.nabla.expr.ArrayApply;
import dev.nabla.expr.ArrayFunction;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Symbol;
import dev.nabla.expr.Traversal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A[j, i] = A[i, j] and A⁻¹[j, i] = A⁻¹[i, j] of symmetric A: one of the two stands for both. */
public final class Symmetry {
  private final ExprPool pool;
  private final Set<Symbol> symmetric;

  public Symmetry(ExprPool pool, Set<Symbol> symmetric) {
    this.pool = pool;
    this.symmetric = Set.copyOf(symmetric);
  }

  /** The expression with the subscripts of symmetric matrices in order. */
  public Expr apply(Expr root) {
    if (symmetric.isEmpty()) {
      return root;
    }
    Map<Expr, Expr> images = new HashMap<>();
    for (Expr node : Traversal.postOrder(root)) {
      List<Expr> children = node.children().stream().map(images::get).toList();
      Expr rebuilt = children.equals(node.children()) ? node : node.rebuild(pool, children);
      images.put(node, ordered(rebuilt));
    }
    return images.get(root);
  }

  private Expr ordered(Expr node) {
    if (node instanceof Element element
        && symmetric.contains(element.symbol())
        && isOutOfOrder(element.indices())) {
      return pool.element(
          element.symbol(), List.of(element.indices().get(1), element.indices().get(0)));
    }
    if (node instanceof ArrayApply apply
        && apply.function() == ArrayFunction.INVERSE
        && apply.body() instanceof Element element
        && symmetric.contains(element.symbol())
        && isOutOfOrder(apply.subscripts())) {
      return pool.arrayApply(
          apply.function(),
          apply.axes(),
          apply.body(),
          List.of(apply.subscripts().get(1), apply.subscripts().get(0)));
    }
    return node;
  }

  /** By structure, which is the same in every run. */
  private static boolean isOutOfOrder(List<Expr> subscripts) {
    return subscripts.get(0).toString().compareTo(subscripts.get(1).toString()) > 0;
  }
}
