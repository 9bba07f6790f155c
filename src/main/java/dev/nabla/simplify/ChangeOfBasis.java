package dev.nabla.simplify;

import dev.nabla.expr.Apply;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Traversal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every occurrence of some functions written in others, by rules that need not shorten. */
final class ChangeOfBasis implements Move {
  private final ExprPool pool;
  private final String name;
  private final boolean several;
  private final RuleIndex index;
  private final LocalRules rules;
  private final Map<Expr, Expr> memo = new HashMap<>();

  ChangeOfBasis(
      ExprPool pool, BasisRules.Basis basis, PatternMatcher matcher, SignDistribution signs) {
    this.pool = pool;
    this.name = basis.name();
    this.several = basis.several();
    this.index = new RuleIndex(basis.catalog(), Effort.FULL);
    this.rules = new LocalRules(pool, index, matcher, signs, (before, after) -> before != after);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<Expr> images(Expr expr) {
    if (!index.mayMatchIn(expr)) {
      return List.of();
    }
    List<Expr> nodes = Traversal.postOrder(expr);
    if (several && arguments(nodes) < 2) {
      return List.of();
    }
    for (Expr node : nodes) {
      if (!memo.containsKey(node)) {
        List<Expr> children = node.children().stream().map(memo::get).toList();
        Expr rebuilt = children.equals(node.children()) ? node : node.rebuild(pool, children);
        memo.put(node, rules.apply(rebuilt).map(LocalRules.Rewrite::expr).orElse(rebuilt));
      }
    }
    Expr image = memo.get(expr);
    return image == expr ? List.of() : List.of(image);
  }

  /** The number of different arguments of functions. */
  private static long arguments(List<Expr> nodes) {
    return nodes.stream()
        .filter(node -> node instanceof Apply)
        .map(node -> ((Apply) node).arguments().get(0))
        .distinct()
        .count();
  }
}
