package dev.nabla.simplify;

import dev.nabla.expr.Apply;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Power;
import dev.nabla.expr.Sum;
import dev.nabla.expr.Traversal;
import java.util.List;
import java.util.Set;

/** Functions that overflow where sigmoid or tanh do not, so they must not come in for those. */
final class Growth {
  private static final Set<String> FUNCTIONS = Set.of("exp", "expm1", "sinh", "cosh");

  private static final Set<String> INVERSE =
      Set.of("asinh", "acosh", "atanh", "acoth", "asech", "acsch");

  private Growth() {}

  /** Whether nothing overflows in {@code after} that did not in {@code before}. */
  static boolean admits(Expr before, Expr after) {
    return !isIn(after) || isIn(before) || isBelowOnly(after);
  }

  /** 1/(a + b·cosh(u)): what overflows below the bar makes the whole 0, as it is but for 10⁻³⁰⁸. */
  private static boolean isBelowOnly(Expr expr) {
    List<Expr> growing = Keys.factors(expr).stream().filter(Growth::isIn).toList();
    if (growing.size() != 1 || !Cost.isReciprocal(growing.get(0))) {
      return false;
    }
    Expr below = ((Power) growing.get(0)).base();
    // Of two such terms one might be −∞.
    List<Expr> terms = below instanceof Sum sum ? sum.terms() : List.of(below);
    List<Expr> large = terms.stream().filter(Growth::isIn).toList();
    return large.size() == 1
        && Keys.factors(large.get(0)).stream().filter(Growth::isIn).count() == 1
        && Keys.factors(large.get(0)).stream().filter(Growth::isIn).allMatch(Growth::isPower);
  }

  /** Whether the factor is cosh(u) or a power of it, where u is bounded where x is. */
  private static boolean isPower(Expr factor) {
    Expr base = factor instanceof Power power ? power.base() : factor;
    return !Cost.isReciprocal(factor)
        && base instanceof Apply apply
        && apply.children().stream().noneMatch(Growth::isIn);
  }

  /** Whether one of them occurs. */
  static boolean isIn(Expr expr) {
    return Traversal.postOrder(expr).stream().anyMatch(Growth::isGrowing);
  }

  /** Whether the node itself is such a function; e^(k·acsch(u)) grows as a power of u does. */
  static boolean isGrowing(Expr node) {
    return node instanceof Apply apply
        && FUNCTIONS.contains(apply.function().name())
        && !isOfInverse(apply);
  }

  private static boolean isOfInverse(Apply apply) {
    List<Expr> factors = Keys.factors(apply.arguments().get(0));
    return factors.size() == 1
        && factors.get(0) instanceof Apply inverse
        && INVERSE.contains(inverse.function().name());
  }
}
