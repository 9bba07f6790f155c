package dev.nabla.array;

import dev.nabla.expr.Apply;
import dev.nabla.expr.ArrayApply;
import dev.nabla.expr.Axis;
import dev.nabla.expr.Delta;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.expr.Num;
import dev.nabla.expr.Power;
import dev.nabla.expr.Product;
import dev.nabla.expr.Reduce;
import dev.nabla.expr.Select;
import dev.nabla.expr.Substitution;
import dev.nabla.expr.Sum;
import dev.nabla.expr.Symbol;
import dev.nabla.expr.Traversal;
import dev.nabla.index.FreeIndices;
import dev.nabla.index.IndexMatcher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Indexed expressions in terms of arrays with names: the function's own output, arrays that the
 * author named, and parts that occur so often that a name makes the whole shorter.
 */
public final class NamedParts {
  /** Nothing shorter gets a name. */
  private static final double SMALLEST = 5;

  /** What naming must save, in nodes. */
  private static final double WORTH = 10;

  /** Expressions that are short already stay as they are. */
  private static final double READABLE = 40;

  private final ExprPool pool;
  private final IndexMatcher matcher;
  private final FreeIndices free = new FreeIndices();
  private final Set<String> taken;
  private final List<Definition> known;
  private List<Expr> roots;

  /**
   * Names the parts of some expressions.
   *
   * @param known arrays that have a name already, the preferred ones first
   * @param roots the expressions that are shown together
   * @param taken names that no part may get
   */
  public static NamedParts withRepeated(
      ExprPool pool, List<Definition> known, List<Expr> roots, Set<String> taken) {
    NamedParts parts = new NamedParts(pool, known, roots, taken);
    parts.nameRepeated();
    return parts;
  }

  /** Uses the names that are known, and no others. */
  public static NamedParts known(ExprPool pool, List<Definition> known, List<Expr> roots) {
    return new NamedParts(pool, known, roots, Set.of());
  }

  private NamedParts(ExprPool pool, List<Definition> known, List<Expr> roots, Set<String> taken) {
    this.pool = pool;
    this.matcher = new IndexMatcher(pool);
    this.taken = new LinkedHashSet<>(taken);
    this.known = new ArrayList<>(known);
    this.roots = List.copyOf(roots);
    for (int k = 0; k < this.known.size(); k++) {
      // Earlier names stand in it by now, as they do in the roots.
      Definition definition = this.known.get(k);
      if (definition.element().treeSize() >= SMALLEST) {
        replace(definition);
      }
    }
  }

  /** The same names, and other forms of the expressions. */
  public NamedParts map(UnaryOperator<Expr> operator) {
    NamedParts mapped = new NamedParts(pool, List.of(), List.of(), taken);
    mapped.known.addAll(known);
    mapped.roots = roots.stream().map(operator).toList();
    return mapped;
  }

  /** The expressions in terms of the names. */
  public List<Expr> roots() {
    return roots;
  }

  /** The definitions of the names that occur, each after those it uses. */
  public List<Definition> where() {
    List<Definition> result = new ArrayList<>();
    Set<Symbol> reachable = new LinkedHashSet<>();
    roots.forEach(root -> collect(root, reachable));
    boolean grew = true;
    while (grew) {
      int before = reachable.size();
      for (Definition definition : known) {
        if (reachable.contains(definition.symbol())) {
          collect(definition.element(), reachable);
        }
      }
      grew = reachable.size() > before;
    }
    for (Definition definition : known) {
      if (reachable.contains(definition.symbol())) {
        result.add(definition);
      }
    }
    return ordered(result);
  }

  private static void collect(Expr root, Set<Symbol> symbols) {
    for (Expr node : Traversal.postOrder(root)) {
      if (node instanceof Element element && element.symbol().kind() == Symbol.Kind.ARRAY) {
        symbols.add(element.symbol());
      }
    }
  }

  private static List<Definition> ordered(List<Definition> definitions) {
    List<Definition> result = new ArrayList<>();
    List<Definition> rest = new ArrayList<>(definitions);
    while (!rest.isEmpty()) {
      for (Definition definition : List.copyOf(rest)) {
        Set<Symbol> needs = new LinkedHashSet<>();
        collect(definition.element(), needs);
        needs.remove(definition.symbol());
        if (rest.stream().noneMatch(other -> needs.contains(other.symbol()))) {
          result.add(definition);
          rest.remove(definition);
        }
      }
    }
    return result;
  }

  /** Replaces every occurrence in the roots and in the other definitions. */
  private void replace(Definition definition) {
    List<Expr> everywhere = new ArrayList<>(roots);
    known.stream()
        .filter(other -> !other.symbol().equals(definition.symbol()))
        .forEach(other -> everywhere.add(other.element()));
    PartMatcher parts = new PartMatcher(pool, matcher, definition);
    Map<Expr, Expr> images = new HashMap<>();
    for (Expr node : Traversal.postOrder(everywhere)) {
      // Parts of a part may have been replaced: look at what the node has become.
      Expr rebuilt = rebuilt(node, images);
      Optional<Expr> replaced = parts.replaced(rebuilt);
      while (replaced.isPresent()) {
        rebuilt = replaced.get();
        replaced = rebuilt instanceof Element ? Optional.empty() : parts.replaced(rebuilt);
      }
      images.put(node, rebuilt);
    }
    roots = roots.stream().map(images::get).toList();
    known.replaceAll(
        other ->
            other.symbol().equals(definition.symbol()) || other.element() == definition.element()
                ? other
                : new Definition(other.symbol(), other.axes(), images.get(other.element())));
  }

  private Expr rebuilt(Expr node, Map<Expr, Expr> images) {
    if (node.children().isEmpty()) {
      return node;
    }
    List<Expr> children = node.children().stream().map(images::get).toList();
    return children.equals(node.children()) ? node : node.rebuild(pool, children);
  }

  // ---- repeated parts

  private void nameRepeated() {
    while (roots.stream().anyMatch(root -> root.treeSize() > READABLE)) {
      Optional<Expr> part = mostWorthNaming();
      if (part.isEmpty()) {
        return;
      }
      List<Axis> axes = new ArrayList<>();
      for (Index index : free.of(part.get())) {
        axes.add(new Axis(index, pool.one(), pool.one()));
      }
      Map<Expr, Expr> images = new HashMap<>();
      List<Axis> own = new ArrayList<>();
      for (int d = 0; d < axes.size(); d++) {
        Index index = pool.index("'" + d);
        images.put(axes.get(d).index(), index);
        own.add(new Axis(index, pool.one(), pool.one()));
      }
      Expr element = new Substitution(pool, images).apply(part.get());
      Symbol symbol = new Symbol(freshName(), Symbol.Kind.ARRAY, (1 << 30) + known.size());
      Definition definition = new Definition(symbol, List.copyOf(own), element);
      known.add(definition);
      int before = known.size();
      replace(definition);
      if (known.size() != before) {
        throw new IllegalStateException("a definition got lost");
      }
    }
  }

  private String freshName() {
    for (int number = 1; ; number++) {
      String name = "t" + number;
      if (taken.add(name)) {
        return name;
      }
    }
  }

  /** Of parts that differ in their indices only, the one whose name saves the most. */
  private Optional<Expr> mostWorthNaming() {
    Map<Expr, Double> uses = new HashMap<>();
    List<Expr> all = new ArrayList<>(roots);
    known.forEach(definition -> all.add(definition.element()));
    List<Expr> nodes = Traversal.postOrder(all);
    all.forEach(root -> uses.merge(root, 1.0, Double::sum));
    for (int i = nodes.size() - 1; i >= 0; i--) {
      double count = uses.getOrDefault(nodes.get(i), 0.0);
      for (Expr child : nodes.get(i).children()) {
        uses.merge(child, count, (a, b) -> Math.min(1e9, a + b));
      }
    }
    Map<Long, List<Expr>> classes = new LinkedHashMap<>();
    for (Expr node : nodes) {
      if (canBeNamed(node) && !all.contains(node)) {
        classes.computeIfAbsent(matcher.hash(node), key -> new ArrayList<>()).add(node);
      }
    }
    Optional<Expr> best = Optional.empty();
    double most = WORTH;
    for (List<Expr> members : classes.values()) {
      Expr first = members.get(0);
      List<Index> indices = List.copyOf(free.of(first));
      double count = 0;
      for (Expr member : members) {
        if (member == first || matcher.match(first, indices, member).isPresent()) {
          count += uses.getOrDefault(member, 0.0);
        }
      }
      double saving = (count - 1) * (first.treeSize() - 1 - indices.size());
      if (saving >= most) {
        most = saving;
        best = Optional.of(first);
      }
    }
    return best;
  }

  /** A sign and a reciprocal are not named, nor is what is hardly longer than a name. */
  private boolean canBeNamed(Expr node) {
    if (node.treeSize() < SMALLEST + 2 || free.of(node).size() > 3) {
      return false;
    }
    if (node instanceof Power power) {
      return !(power.exponent() instanceof Num exponent && exponent.value().signum() < 0);
    }
    if (node instanceof Product product) {
      return product.factors().stream().noneMatch(factor -> factor instanceof Delta)
          && (product.factors().size() > 2 || !(product.factors().get(0) instanceof Num));
    }
    return node instanceof Sum
        || node instanceof Apply
        || node instanceof ArrayApply
        || node instanceof Select
        || node instanceof Reduce;
  }
}
