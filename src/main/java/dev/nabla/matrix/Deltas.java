package dev.nabla.matrix;

import dev.nabla.expr.Compare;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.expr.Num;
import dev.nabla.expr.Select;
import dev.nabla.expr.Traversal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** (if i == j then a else 0) is δ(i,j)·a. */
final class Deltas {
  private Deltas() {}

  /** The expression with every such condition as a δ. */
  static Expr in(ExprPool pool, Expr root) {
    Map<Expr, Expr> images = new HashMap<>();
    for (Expr node : Traversal.postOrder(root)) {
      List<Expr> children = new ArrayList<>();
      node.children().forEach(child -> children.add(images.get(child)));
      // Neither step changes a height, so no binder is renamed and nothing is captured.
      Expr image = children.equals(node.children()) ? node : node.rebuild(pool, children);
      images.put(node, image instanceof Select select ? delta(pool, select) : image);
    }
    return images.get(root);
  }

  private static Expr delta(ExprPool pool, Select select) {
    return select.condition() instanceof Compare compare
            && compare.relation() == Compare.Relation.EQ
            && compare.left() instanceof Index left
            && compare.right() instanceof Index right
            && select.whenFalse() instanceof Num number
            && number.value().isZero()
        ? pool.product(pool.delta(left, right), select.whenTrue())
        : select;
  }
}
