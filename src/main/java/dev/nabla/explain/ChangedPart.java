package dev.nabla.explain;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Product;
import dev.nabla.expr.Sum;
import dev.nabla.expr.Traversal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The smallest part of an expression outside of which another one is the same. */
final class ChangedPart {
  private ChangedPart() {}

  /** The part that a move says, where it stands in the line; else what differs. */
  static Set<Expr> of(ExprPool pool, Move move) {
    boolean isKnown =
        move.part() != move.before() && Traversal.postOrder(move.before()).contains(move.part());
    return isKnown ? Set.of(move.part()) : between(pool, move.before(), move.after());
  }

  private static Set<Expr> between(ExprPool pool, Expr before, Expr after) {
    Expr left = before;
    Expr right = after;
    while (left.getClass() == right.getClass()) {
      List<Expr> gone = without(left.children(), right.children());
      List<Expr> come = without(right.children(), left.children());
      boolean isArithmetic = left instanceof Sum || left instanceof Product;
      if (gone.size() == 1
          && come.size() == 1
          && replaced(pool, left, gone.get(0), come.get(0)) == right) {
        left = gone.get(0);
        right = come.get(0);
      } else if (isArithmetic && !gone.isEmpty() && gone.size() < left.children().size()) {
        return Set.copyOf(gone);
      } else {
        break;
      }
    }
    return Set.of(left);
  }

  private static List<Expr> without(List<Expr> operands, List<Expr> others) {
    List<Expr> rest = new ArrayList<>(operands);
    rest.removeAll(others);
    return rest;
  }

  private static Expr replaced(ExprPool pool, Expr node, Expr operand, Expr other) {
    return node.rebuild(
        pool, node.children().stream().map(child -> child == operand ? other : child).toList());
  }

  /**
   * What to mark instead of a part that is not written as such: what is around it, inmost first.
   */
  static List<Expr> around(Expr whole, Set<Expr> parts) {
    return Traversal.postOrder(whole).stream()
        .filter(node -> Traversal.postOrder(node).containsAll(parts))
        .sorted(Comparator.comparingDouble(Expr::treeSize))
        .toList();
  }
}
