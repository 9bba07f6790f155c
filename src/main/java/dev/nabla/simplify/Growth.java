package dev.nabla.simplify;

import dev.nabla.expr.Apply;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Traversal;
import java.util.List;
import java.util.Set;

/** Functions that overflow where sigmoid or tanh do not, so they must not come in for those. */
final class Growth {
  private static final Set<String> FUNCTIONS = Set.of("exp", "expm1", "sinh", "cosh");

  private static final Set<String> INVERSE =
      Set.of("asinh", "acosh", "atanh", "acoth", "asech", "acsch");

  private Growth() {}

  /** Whether one of them occurs. */
  static boolean isIn(Expr expr) {
    return Traversal.postOrder(expr).stream()
        .anyMatch(
            node ->
                node instanceof Apply apply
                    && FUNCTIONS.contains(apply.function().name())
                    && !isOfInverse(apply));
  }

  /** e^(k·acsch(u)) grows as a power of u does. */
  private static boolean isOfInverse(Apply apply) {
    List<Expr> factors = Keys.factors(apply.arguments().get(0));
    return factors.size() == 1
        && factors.get(0) instanceof Apply inverse
        && INVERSE.contains(inverse.function().name());
  }
}
