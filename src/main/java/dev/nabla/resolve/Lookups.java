package dev.nabla.resolve;

import dev.nabla.expr.Compare;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Num;
import dev.nabla.expr.Symbol;
import dev.nabla.expr.Traversal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * E[t] with an input t as an index → E[1] if t = 1, E[2] if t = 2, …: a balanced tree of
 * conditions. Where t is no whole number of the axis there is no element, and no value.
 */
final class Lookups {
  private final ExprPool pool;
  private final Function<Symbol, List<Expr>> sizes;
  private final Map<Expr, Expr> images = new HashMap<>();

  /** Lookups in arrays whose sizes, all numbers, {@code sizes} gives. */
  Lookups(ExprPool pool, Function<Symbol, List<Expr>> sizes) {
    this.pool = pool;
    this.sizes = sizes;
  }

  /** The expressions without lookups. */
  List<Expr> expand(List<Expr> roots) {
    List<Expr> nodes = Traversal.postOrder(roots);
    if (nodes.stream().noneMatch(Lookups::isLookup)) {
      return roots;
    }
    for (Expr node : nodes) {
      List<Expr> children = node.children().stream().map(this::image).toList();
      Expr rebuilt = children.equals(node.children()) ? node : node.rebuild(pool, children);
      Expr image = rebuilt instanceof Element element ? element(element) : rebuilt;
      if (image != node) {
        images.put(node, image);
      }
    }
    return roots.stream().map(this::image).toList();
  }

  private Expr image(Expr node) {
    return images.getOrDefault(node, node);
  }

  private static boolean isLookup(Expr node) {
    return node instanceof Element element
        && element.indices().stream().anyMatch(index -> !(index instanceof Num));
  }

  private Expr element(Element element) {
    for (int d = 0; d < element.indices().size(); d++) {
      Expr index = element.indices().get(d);
      if (!(index instanceof Num)) {
        int size = ((Num) sizes.apply(element.symbol()).get(d)).value().intValue();
        return choose(element, d, index, 1, size);
      }
    }
    return element;
  }

  /** The element for from ≤ index ≤ to along the axis. */
  private Expr choose(Element element, int axis, Expr index, int from, int to) {
    if (from == to) {
      List<Expr> indices = new ArrayList<>(element.indices());
      indices.set(axis, pool.num(from));
      Expr chosen = element((Element) pool.element(element.symbol(), indices));
      Expr isIt = pool.compare(Compare.Relation.EQ, index, pool.num(from));
      return pool.select(isIt, chosen, undefined());
    }
    int middle = (from + to) >>> 1;
    Expr inLeft = pool.compare(Compare.Relation.LE, index, pool.num(middle));
    return pool.select(
        inLeft,
        choose(element, axis, index, from, middle),
        choose(element, axis, index, middle + 1, to));
  }

  /** √−1 has no value over the reals. */
  private Expr undefined() {
    return pool.sqrt(pool.num(-1));
  }
}
