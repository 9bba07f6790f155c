package dev.nabla.print;

import dev.nabla.expr.Apply;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.expr.Substitution;
import dev.nabla.expr.Symbol;
import dev.nabla.expr.Traversal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Expressions with their repeated parts named: roots and parts together are as long as the shared
 * DAG, not as the tree. Where every root is short anyway nothing is named.
 */
public final class SharedParts {
  /** A root with at most this many nodes is readable as it is. */
  static final double READABLE = 40;

  private static final int FIRST_ORDER = 1 << 30;

  private final List<Part> parts;
  private final Substitution substitution;

  private SharedParts(List<Part> parts, Substitution substitution) {
    this.parts = parts;
    this.substitution = substitution;
  }

  /**
   * name = value; the value may use the parts before it.
   *
   * @param name t1, t2, … or, for a part that depends on free indices, t1[i]
   * @param value the part
   */
  public record Part(Element name, Expr value) {}

  /**
   * The parts of {@code roots} that are worth a name.
   *
   * @param pool the pool of the roots
   * @param roots everything that is shown together, repetitions included
   * @param reserved declared names, which no part may have
   */
  public static SharedParts choose(
      ExprPool pool, Collection<? extends Expr> roots, Set<String> reserved) {
    boolean readable = roots.stream().allMatch(root -> root.treeSize() <= READABLE);
    if (readable) {
      return new SharedParts(List.of(), new Substitution(pool, Map.of()));
    }
    List<Expr> nodes = Traversal.postOrder(List.copyOf(roots));
    IndexScopes scopes = new IndexScopes();
    List<Expr> chosen = new PartSelection(nodes, roots, scopes).chosen();
    Set<String> taken = new HashSet<>(reserved);
    for (Expr node : nodes) {
      if (node instanceof Element element) {
        taken.add(element.symbol().name());
      } else if (node instanceof Apply apply) {
        taken.add(apply.function().name());
      } else if (node instanceof Index index) {
        taken.add(index.name());
      }
    }
    Map<Expr, Element> names = new HashMap<>();
    int number = 0;
    for (Expr part : chosen) {
      String name;
      do {
        number++;
        name = "t" + number;
      } while (taken.contains(name));
      Symbol symbol = new Symbol(name, Symbol.Kind.VARIABLE, FIRST_ORDER + number);
      names.put(part, (Element) pool.element(symbol, scopes.freeIndices(part)));
    }
    Substitution substitution = new Substitution(pool, names);
    List<Part> parts = new ArrayList<>();
    for (Expr part : chosen) {
      List<Expr> children = part.children().stream().map(substitution::apply).toList();
      parts.add(new Part(names.get(part), part.rebuild(pool, children)));
    }
    return new SharedParts(List.copyOf(parts), substitution);
  }

  /** The named parts, each after those that it uses. */
  public List<Part> parts() {
    return parts;
  }

  /** One of the roots, its named parts replaced by their names. */
  public Expr shorten(Expr root) {
    return substitution.apply(root);
  }
}
