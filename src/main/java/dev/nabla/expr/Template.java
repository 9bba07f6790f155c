package dev.nabla.expr;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An expression with placeholders, kept in a pool of its own, that can be built in any other pool.
 *
 * <p>Immutable and thread-safe: instantiating only reads it.
 */
public final class Template {
  private final Expr body;
  private final List<Expr> nodes;

  /** A template whose {@link Symbol.Kind#PLACEHOLDER} symbols are to be replaced. */
  public Template(Expr body) {
    this.body = body;
    this.nodes = Traversal.postOrder(body);
  }

  /** The expression with its placeholders, in the template's own pool. */
  public Expr body() {
    return body;
  }

  /** The expression in {@code pool}, each placeholder replaced by the argument of its name. */
  public Expr instantiate(ExprPool pool, Map<String, Expr> arguments) {
    Map<Expr, Expr> images = new HashMap<>();
    for (Expr node : nodes) {
      images.put(node, image(node, pool, arguments, images));
    }
    return images.get(body);
  }

  /** The expression in {@code pool} at the arguments of a call of {@code function}. */
  public Expr instantiate(ExprPool pool, Function function, List<Expr> arguments) {
    Map<String, Expr> byName = new HashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      byName.put(function.arguments().get(i), arguments.get(i));
    }
    return instantiate(pool, byName);
  }

  private static Expr image(
      Expr node, ExprPool pool, Map<String, Expr> arguments, Map<Expr, Expr> images) {
    if (node instanceof Element element && element.symbol().kind() == Symbol.Kind.PLACEHOLDER) {
      Expr argument = arguments.get(element.symbol().name());
      if (argument == null) {
        throw new IllegalArgumentException("no argument for " + element.symbol().name());
      }
      return argument;
    }
    List<Expr> children = new ArrayList<>(node.children().size());
    for (Expr child : node.children()) {
      children.add(images.get(child));
    }
    return node.rebuild(pool, children);
  }
}
