package dev.nabla.simplify;

import dev.nabla.expr.Apply;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Product;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Sum;
import dev.nabla.expr.Traversal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Arguments of functions that are equal, or multiples of each other, once they are multiplied out
 * take one form, the shortest: sin(c·(x + a))·cos(c·x + c·a) is a function of one angle.
 */
final class CommonArguments implements Move {
  /** An argument that short has no shorter form. */
  private static final double SHORT = 4.5;

  /** What another form of an argument must have of its length to be taken instead. */
  private static final double CLEARLY_SHORTER = 0.8;

  private final ExprPool pool;
  private final Cost cost;
  private final Domains domains;
  private final Move whole;

  /**
   * The move.
   *
   * @param whole what finds shorter forms of an argument
   */
  CommonArguments(ExprPool pool, Cost cost, Domains domains, Move whole) {
    this.pool = pool;
    this.cost = cost;
    this.domains = domains;
    this.whole = whole;
  }

  @Override
  public String name() {
    return "common-arguments";
  }

  /** An argument, and how many times its direction it is once multiplied out. */
  private record Multiple(Expr argument, Rational factor) {}

  @Override
  public List<Expr> images(Expr root) {
    Map<Expr, Expr> shared = shared(root);
    if (shared.isEmpty()) {
      return List.of();
    }
    Map<Expr, Expr> images = new HashMap<>();
    for (Expr node : Traversal.postOrder(root)) {
      boolean isFunction = node instanceof Apply;
      List<Expr> children =
          node.children().stream()
              .map(
                  child ->
                      isFunction
                          ? shared.getOrDefault(child, images.get(child))
                          : images.get(child))
              .toList();
      images.put(node, children.equals(node.children()) ? node : node.rebuild(pool, children));
    }
    Expr image = images.get(root);
    return image == root ? List.of() : List.of(image);
  }

  /** The arguments that take another form. */
  private Map<Expr, Expr> shared(Expr root) {
    Map<Expr, Expr> result = new LinkedHashMap<>();
    directions(root).values().forEach(multiples -> share(multiples, result));
    result.entrySet().removeIf(entry -> entry.getKey() == entry.getValue());
    return result;
  }

  /** Arguments by what they are multiples of. */
  private Map<Expr, List<Multiple>> directions(Expr root) {
    Set<Expr> arguments = new LinkedHashSet<>();
    for (Expr node : Traversal.postOrder(root)) {
      if (node instanceof Apply apply && apply.arguments().size() == 1) {
        Expr argument = apply.arguments().get(0);
        boolean mayChange = argument instanceof Sum || argument instanceof Product;
        if (mayChange && cost.of(argument) > SHORT) {
          arguments.add(argument);
        }
      }
    }
    Map<Expr, List<Multiple>> result = new LinkedHashMap<>();
    for (Expr argument : arguments) {
      Angle angle = Angle.of(pool, pool.sum(MultipliedOut.terms(pool, argument)));
      result
          .computeIfAbsent(angle.direction(), direction -> new ArrayList<>())
          .add(new Multiple(argument, angle.factor()));
    }
    return result;
  }

  private void share(List<Multiple> multiples, Map<Expr, Expr> result) {
    multiples.stream()
        .map(this::shortened)
        .map(form -> images(form, multiples))
        .filter(images -> !images.isEmpty())
        .min(Comparator.comparingDouble(this::length))
        .ifPresent(result::putAll);
  }

  private double length(Map<Expr, Expr> images) {
    return images.values().stream().mapToDouble(cost::of).sum();
  }

  /** Every argument as a multiple of one; empty where that would have fewer values. */
  private Map<Expr, Expr> images(Multiple one, List<Multiple> multiples) {
    Angle angle = Angle.of(pool, one.argument());
    Map<Expr, Expr> result = new LinkedHashMap<>();
    for (Multiple multiple : multiples) {
      Rational ratio = multiple.factor().divide(one.factor()).multiply(angle.factor());
      boolean same = Angle.of(pool, multiple.argument()).direction() == angle.direction();
      Expr image = same ? multiple.argument() : Angle.scaled(pool, ratio, angle.direction());
      if (!domains.lost(image, multiple.argument()).isEmpty()) {
        return Map.of();
      }
      result.put(multiple.argument(), image);
    }
    return result;
  }

  private Multiple shortened(Multiple multiple) {
    Expr best = multiple.argument();
    for (Expr image : whole.images(best)) {
      best = cost.of(image) < CLEARLY_SHORTER * cost.of(best) ? image : best;
    }
    return new Multiple(best, multiple.factor());
  }
}
