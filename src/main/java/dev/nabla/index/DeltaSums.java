package dev.nabla.index;

import dev.nabla.expr.Delta;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Num;
import dev.nabla.expr.Power;
import dev.nabla.expr.Product;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Sum;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which sums, and powers of sums, have a δ or a condition in them that multiplying out frees. */
final class DeltaSums {
  /** A power is multiplied out up to this exponent. */
  private static final Rational HIGHEST_POWER = Rational.of(4);

  private final Map<Expr, Boolean> memo = new HashMap<>();

  /** Whether the expression is such a sum or a power of one; each node is looked at once. */
  boolean contain(Expr root) {
    Deque<Expr> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      Expr node = open.peek();
      boolean complete = true;
      for (Expr part : parts(node)) {
        if (!memo.containsKey(part)) {
          open.push(part);
          complete = false;
        }
      }
      if (complete) {
        open.pop();
        memo.computeIfAbsent(node, this::compute);
      }
    }
    return memo.get(root);
  }

  private boolean compute(Expr node) {
    boolean own =
        node instanceof Sum sum
            && sum.terms().stream().anyMatch(term -> hasDelta(term) || DeltaProduct.isGuard(term));
    return own || parts(node).stream().anyMatch(memo::get);
  }

  /** What would be multiplied out with it. */
  private static List<Expr> parts(Expr node) {
    if (node instanceof Power power) {
      return isSmall(power.exponent()) ? List.of(power.base()) : List.of();
    }
    return node instanceof Sum sum
        ? sum.terms().stream().flatMap(term -> factors(term).stream()).toList()
        : List.of();
  }

  private static boolean isSmall(Expr exponent) {
    return exponent instanceof Num n
        && n.value().isInteger()
        && n.value().signum() > 0
        && n.value().compareTo(HIGHEST_POWER) <= 0;
  }

  /** The factors of a product; anything else is one factor. */
  static List<Expr> factors(Expr term) {
    return term instanceof Product product ? product.factors() : List.of(term);
  }

  /** Whether a δ is a factor. */
  static boolean hasDelta(Expr term) {
    return factors(term).stream().anyMatch(factor -> factor instanceof Delta);
  }
}
