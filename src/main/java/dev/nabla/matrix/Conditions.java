package dev.nabla.matrix;

import dev.nabla.expr.Apply;
import dev.nabla.expr.Compare;
import dev.nabla.expr.Delta;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.expr.Num;
import dev.nabla.expr.Power;
import dev.nabla.expr.Product;
import dev.nabla.expr.Reduce;
import dev.nabla.expr.Select;
import dev.nabla.expr.Sum;
import dev.nabla.expr.Traversal;
import dev.nabla.function.FunctionTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * (if i == j then a else 0) is δ(i,j)·a, and (if x &lt; y then a else 0) is [x &lt; y]·a where a
 * has a value everywhere: conditions as factors.
 */
final class Conditions {
  private final ExprPool pool;
  private final Set<Expr> total = new HashSet<>();

  private Conditions(ExprPool pool) {
    this.pool = pool;
  }

  /** The expression with its conditions as factors where they can be. */
  static Expr asFactors(ExprPool pool, Expr root) {
    return new Conditions(pool).in(root);
  }

  private Expr in(Expr root) {
    Map<Expr, Expr> images = new HashMap<>();
    for (Expr node : Traversal.postOrder(root)) {
      List<Expr> children = new ArrayList<>();
      node.children().forEach(child -> children.add(images.get(child)));
      // No height grows, so no binder gets the name of another and nothing is captured.
      Expr image = children.equals(node.children()) ? node : node.rebuild(pool, children);
      image = image instanceof Select select ? factored(select) : image;
      images.put(node, image);
      Traversal.postOrder(image).forEach(this::note);
    }
    return images.get(root);
  }

  private Expr factored(Select select) {
    if (!(select.condition() instanceof Compare compare)) {
      return select;
    }
    if (compare.left() instanceof Index left && compare.right() instanceof Index right) {
      boolean isDelta = compare.relation() == Compare.Relation.EQ && isZero(select.whenFalse());
      return isDelta ? pool.product(pool.delta(left, right), select.whenTrue()) : select;
    }
    if ((select.whenTrue() instanceof Num && select.whenFalse() instanceof Num)
        || !total.contains(select.whenTrue())
        || !total.contains(select.whenFalse())) {
      return select;
    }
    return pool.sum(
        pool.product(pool.select(compare, pool.one(), pool.zero()), select.whenTrue()),
        pool.product(pool.select(compare, pool.zero(), pool.one()), select.whenFalse()));
  }

  private static boolean isZero(Expr expr) {
    return expr instanceof Num num && num.value().isZero();
  }

  /** Notes whether a node has a value wherever its children have. */
  private void note(Expr node) {
    boolean always =
        node instanceof Num
            || node instanceof Element
            || node instanceof Index
            || node instanceof Delta
            || node instanceof Sum
            || node instanceof Product
            || (node instanceof Reduce reduce && reduce.operation() == Reduce.Operation.SUM)
            || (node instanceof Power power
                && power.exponent() instanceof Num exponent
                && exponent.value().isInteger()
                && exponent.value().signum() > 0)
            || (node instanceof Apply apply
                && apply.function().definition().isEmpty()
                && FunctionTable.of(apply.function()).domain().equals("true"));
    if (always && total.containsAll(node.children())) {
      total.add(node);
    }
  }
}
