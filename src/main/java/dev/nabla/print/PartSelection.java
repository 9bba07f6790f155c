package dev.nabla.print;

import dev.nabla.expr.Apply;
import dev.nabla.expr.ArrayApply;
import dev.nabla.expr.Delta;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Num;
import dev.nabla.expr.Power;
import dev.nabla.expr.Product;
import dev.nabla.expr.Reduce;
import dev.nabla.expr.Select;
import dev.nabla.expr.Sum;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which nodes get a name: those that are repeated and big enough, and those that are too big. */
final class PartSelection {
  private static final double SMALLEST = 4;

  /** What naming a part must save, in nodes: (uses − 1) · (size − 1). */
  private static final double WORTH = 12;

  /** A part that is used once is named too where its line would get longer than this. */
  private static final double LONGEST = 250;

  private static final int DEEPEST = 40;

  /** Beyond it, uses are many; kept finite so that arithmetic stays exact. */
  private static final double MOST_USES = 1e15;

  /** The size and depth of a node as printed, its named parts counting one. */
  private record Extent(double size, int depth) {}

  private static final Extent NAME = new Extent(1, 1);

  private final List<Expr> nodes;
  private final IndexScopes scopes;
  private final Map<Expr, Double> uses = new HashMap<>();
  private final Set<Expr> repeated = new HashSet<>();
  private final List<Expr> chosen = new ArrayList<>();

  /** A selection among {@code nodes}, operands first, which are all that {@code roots} hold. */
  PartSelection(List<Expr> nodes, Collection<? extends Expr> roots, IndexScopes scopes) {
    this.nodes = nodes;
    this.scopes = scopes;
    for (Expr root : roots) {
      uses.merge(root, 1.0, Double::sum);
    }
    countUses();
    choose(new HashSet<>(roots));
  }

  /** The nodes to name, operands first. */
  List<Expr> chosen() {
    return chosen;
  }

  /** From the roots down: what a named node holds is written once, at its definition. */
  private void countUses() {
    for (int i = nodes.size() - 1; i >= 0; i--) {
      Expr node = nodes.get(i);
      double count = uses.getOrDefault(node, 0.0);
      boolean named = count >= 2 && isWorth(count, node.treeSize()) && canBeNamed(node);
      if (named) {
        repeated.add(node);
      }
      for (Expr child : written(node)) {
        uses.merge(child, named ? 1.0 : count, (a, b) -> Math.min(MOST_USES, a + b));
      }
    }
  }

  /** From the leaves up: named parts shorten what holds them, perhaps until it needs no name. */
  private void choose(Set<? extends Expr> roots) {
    Map<Expr, Extent> extents = new HashMap<>();
    for (Expr node : nodes) {
      double size = 1;
      int depth = 0;
      for (Expr child : node.children()) {
        Extent extent = extents.get(child);
        size += extent.size;
        depth = Math.max(depth, extent.depth);
      }
      boolean needless = !repeated.contains(node) || !isWorth(uses.get(node), size);
      boolean large = (size > LONGEST || depth >= DEEPEST) && !roots.contains(node);
      if (needless && !(large && uses.containsKey(node) && canBeNamed(node))) {
        extents.put(node, new Extent(size, depth + 1));
      } else {
        chosen.add(node);
        extents.put(node, NAME);
      }
    }
  }

  private static boolean isWorth(double count, double size) {
    return size >= SMALLEST && (count - 1) * (size - 1) >= WORTH;
  }

  /** The operands that are numbers or conditions: indices and ranges stay as they are. */
  private static List<Expr> written(Expr node) {
    if (node instanceof Element || node instanceof Delta) {
      return List.of();
    }
    if (node instanceof ArrayApply apply) {
      return List.of(apply.body());
    }
    return node instanceof Reduce reduce ? List.of(reduce.body()) : node.children();
  }

  /** A sign and a reciprocal are not named: −t1 and 1/t1 read better with t1 inside. */
  private boolean canBeNamed(Expr node) {
    if (scopes.isBound(node)) {
      return false;
    }
    if (node instanceof Power power) {
      return !(power.exponent() instanceof Num exponent && exponent.value().signum() < 0);
    }
    if (node instanceof Product product) {
      return product.factors().size() > 2 || !(product.factors().get(0) instanceof Num);
    }
    return node instanceof Sum
        || node instanceof Apply
        || node instanceof Select
        || node instanceof Reduce
        || node instanceof ArrayApply;
  }
}
