package dev.nabla.simplify;

import dev.nabla.expr.Apply;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Function;
import dev.nabla.expr.Traversal;
import java.util.Set;

/** Functions that overflow where sigmoid or tanh do not, so they must not come in for those. */
final class Growth {
  private static final Set<String> FUNCTIONS = Set.of("exp", "expm1", "sinh", "cosh");

  private Growth() {}

  /** Whether one of them occurs. */
  static boolean isIn(Expr expr) {
    return Traversal.postOrder(expr).stream()
        .anyMatch(node -> node instanceof Apply apply && isOf(apply.function()));
  }

  /** Whether it is one of them. */
  static boolean isOf(Function function) {
    return FUNCTIONS.contains(function.name());
  }
}
