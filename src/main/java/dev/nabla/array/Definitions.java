package dev.nabla.array;

import dev.nabla.expr.Apply;
import dev.nabla.expr.ArrayApply;
import dev.nabla.expr.ArrayFunction;
import dev.nabla.expr.Axis;
import dev.nabla.expr.Compare;
import dev.nabla.expr.Delta;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.expr.Logic;
import dev.nabla.expr.Opening;
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
import dev.nabla.index.IndexRanges;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes expressions apart into arrays that are computed once: T[i…] = element, each of inputs and
 * earlier arrays. {@code s[i]} and {@code s[j]} are one array at two subscripts.
 *
 * <p>Sums and functions of whole arrays become arrays; so does a function, or arithmetic of some
 * weight, that would be computed again in a loop over an index it does not depend on, or that
 * occurs again elsewhere.
 */
public final class Definitions {
  /** Arithmetic with fewer operations is cheaper done again than stored and loaded. */
  private static final int FEWEST_OPERATIONS = 3;

  private final ExprPool pool;
  private final String prefix;
  private final Map<Symbol, List<Expr>> sizes;
  private final IndexMatcher matcher;
  private final FreeIndices free = new FreeIndices();
  private final Map<Long, List<Definition>> table = new HashMap<>();
  private final List<Definition> definitions = new ArrayList<>();
  private final Set<Long> repeated = new HashSet<>();
  private final Map<IndexRanges, Stage> stages = new HashMap<>();

  /**
   * No definitions yet.
   *
   * @param sizes the sizes of the inputs
   * @param prefix what the names of the arrays begin with
   */
  public Definitions(ExprPool pool, Map<Symbol, List<Expr>> sizes, String prefix) {
    this.pool = pool;
    this.sizes = new LinkedHashMap<>(sizes);
    this.prefix = prefix;
    this.matcher = new IndexMatcher(pool);
  }

  /** Notes the sizes of one more array that expressions read, such as a seed. */
  void read(Symbol symbol, List<Expr> ofSymbol) {
    sizes.put(symbol, List.copyOf(ofSymbol));
  }

  /** Notes what occurs more than once in expressions that are about to be staged. */
  void expect(List<Expr> roots) {
    Set<Long> met = new HashSet<>();
    for (Expr root : roots) {
      for (Expr node : Traversal.postOrder(root)) {
        if (node instanceof Apply && !met.add(matcher.hash(node))) {
          repeated.add(matcher.hash(node));
        }
      }
    }
  }

  /** The definitions so far, each of earlier ones. */
  public List<Definition> list() {
    return List.copyOf(definitions);
  }

  /** The sizes of every array: inputs and definitions. */
  public Map<Symbol, List<Expr>> sizes() {
    return Map.copyOf(sizes);
  }

  /** Defines an array by its element, whatever that is. */
  Definition define(List<Axis> axes, Expr element) {
    return define(prefix + (definitions.size() + 1), axes, element);
  }

  /** Defines an array of a given name; its axes get the indices that all arrays have. */
  Definition define(String name, List<Axis> loops, Expr inLoops) {
    Map<Expr, Expr> images = new HashMap<>();
    for (int d = 0; d < loops.size(); d++) {
      images.put(loops.get(d).index(), pool.index("'" + d));
    }
    Substitution rename = new Substitution(pool, images);
    List<Axis> axes = new ArrayList<>();
    for (Axis loop : loops) {
      axes.add(
          new Axis(
              (Index) images.get(loop.index()),
              rename.apply(loop.lower()),
              rename.apply(loop.upper())));
    }
    Symbol symbol = new Symbol(name, Symbol.Kind.ARRAY, sizes.size());
    Expr element = rename.apply(inLoops);
    Definition definition = new Definition(symbol, List.copyOf(axes), element);
    IndexRanges ranges = new IndexRanges(pool, axes);
    sizes.put(symbol, axes.stream().map(axis -> ranges.greatest(axis.upper())).toList());
    definitions.add(definition);
    table.computeIfAbsent(matcher.hash(element), key -> new ArrayList<>()).add(definition);
    return definition;
  }

  /** The expression in terms of arrays, which are defined as needed. */
  public Expr stage(Expr expr, IndexRanges ranges) {
    return new Stage(ranges).of(expr);
  }

  /** The condition under which every δ among the factors is 1. */
  private Expr coincidence(Expr product) {
    List<Expr> conditions = new ArrayList<>();
    for (Expr factor : factors(product)) {
      if (factor instanceof Delta delta) {
        conditions.add(pool.compare(Compare.Relation.EQ, delta.left(), delta.right()));
      }
    }
    return pool.logic(Logic.Connective.AND, conditions);
  }

  private Expr withoutDeltas(Expr product) {
    return pool.product(
        factors(product).stream().filter(factor -> !(factor instanceof Delta)).toList());
  }

  private static List<Expr> factors(Expr expr) {
    return expr instanceof Product product ? product.factors() : List.of(expr);
  }

  /** The work within one nest of loops. */
  private final class Stage {
    private final IndexRanges ranges;
    private final Map<Expr, Expr> memo = new HashMap<>();

    Stage(IndexRanges ranges) {
      this.ranges = ranges;
    }

    Expr of(Expr node) {
      Expr known = memo.get(node);
      if (known == null) {
        known = compute(node);
        memo.put(node, known);
      }
      return known;
    }

    private Expr compute(Expr node) {
      if (node.children().isEmpty() || node instanceof Element || node instanceof Delta) {
        return node;
      }
      if (node instanceof Reduce reduce) {
        Opening opening = Opening.of(pool, reduce);
        Axis axis = opening.axes().get(0);
        Stage inside = new Stage(ranges.with(List.of(axis)));
        Expr body = inside.of(opening.body());
        boolean isExtreme =
            reduce.operation() == Reduce.Operation.MAX
                || reduce.operation() == Reduce.Operation.MIN;
        if (isExtreme && !(body instanceof Element)) {
          // Who compares an element with the greatest must read the very same number.
          body = inside.stored(body);
        }
        return stored(
            pool.reduce(reduce.operation(), axis.index(), axis.lower(), axis.upper(), body));
      }
      if (node instanceof ArrayApply apply) {
        return ofArrayApply(apply);
      }
      if (node instanceof Select select) {
        Expr condition = of(select.condition());
        return pool.select(
            condition,
            /* whenTrue= */ new Stage(ranges.where(condition)).of(select.whenTrue()),
            /* whenFalse= */ of(select.whenFalse()));
      }
      Stage inside = node instanceof Product product ? under(product) : this;
      List<Expr> children = node.children().stream().map(inside::of).toList();
      Expr rebuilt = children.equals(node.children()) ? node : node.rebuild(pool, children);
      if (inside != this && !new Definedness(pool, sizes).holds(rebuilt, ranges)) {
        return pool.select(coincidence(rebuilt), withoutDeltas(rebuilt), pool.zero());
      }
      return isWorthStoring(node, rebuilt) ? stored(rebuilt) : found(rebuilt).orElse(rebuilt);
    }

    /** The factors beside a δ need to exist only where it is 1. */
    private Stage under(Product product) {
      IndexRanges known = ranges.where(coincidence(product));
      return known.equals(ranges) ? this : stages.computeIfAbsent(known, Stage::new);
    }

    /** Whether computing it in place would compute it more often than once for each element. */
    private boolean isWorthStoring(Expr original, Expr rebuilt) {
      if (rebuilt instanceof Apply && repeated.contains(matcher.hash(original))) {
        return true;
      }
      boolean isFunction = rebuilt instanceof Apply;
      boolean isArithmetic =
          rebuilt instanceof Sum || rebuilt instanceof Product || rebuilt instanceof Power;
      if (!isFunction && !(isArithmetic && operations(rebuilt) >= FEWEST_OPERATIONS)) {
        return false;
      }
      Set<Index> inside = free.of(rebuilt);
      List<Index> loops = ranges.axes().stream().map(Axis::index).toList();
      if (inside.containsAll(loops)) {
        return false;
      }
      // What depends on the outer loops only is computed outside the inner ones anyway.
      return isFunction || !inside.equals(Set.copyOf(loops.subList(0, inside.size())));
    }

    private static int operations(Expr node) {
      int count = 0;
      for (Expr part : Traversal.postOrder(node)) {
        if (part instanceof Compare || part instanceof Logic) {
          return 0;
        }
        count += part instanceof Element || part.children().isEmpty() ? 0 : 1;
      }
      return count + node.children().size() - 2;
    }

    /** The array that holds the expression, which is defined if it is not yet there. */
    private Expr stored(Expr rebuilt) {
      Optional<Expr> found = found(rebuilt);
      if (found.isPresent()) {
        return found.get();
      }
      List<Axis> axes = axes(free.of(rebuilt));
      if (!isDefinedOn(rebuilt, new IndexRanges(pool, axes))) {
        return rebuilt;
      }
      return define(axes, rebuilt).at(pool, axes.stream().map(Axis::index).toList());
    }

    private Optional<Expr> found(Expr rebuilt) {
      for (Definition definition : table.getOrDefault(matcher.hash(rebuilt), List.of())) {
        Optional<List<Expr>> subscripts =
            matcher.match(definition.element(), definition.indices(), rebuilt);
        if (subscripts.isPresent() && isInRange(definition, subscripts.get())) {
          return Optional.of(definition.at(pool, subscripts.get()));
        }
      }
      return Optional.empty();
    }

    private boolean isInRange(Definition definition, List<Expr> subscripts) {
      Map<Expr, Expr> images = new HashMap<>();
      for (int d = 0; d < subscripts.size(); d++) {
        Axis axis = definition.axes().get(d);
        images.put(axis.index(), subscripts.get(d));
        Substitution at = new Substitution(pool, images);
        Axis actual = new Axis(axis.index(), at.apply(axis.lower()), at.apply(axis.upper()));
        if (ranges.within(subscripts.get(d), actual) != pool.truth()) {
          return false;
        }
      }
      return true;
    }

    /** The loops over some indices, in their order here; limits of other indices give way. */
    private List<Axis> axes(Set<Index> indices) {
      List<Axis> axes = new ArrayList<>();
      for (Axis axis : ranges.axes()) {
        if (indices.contains(axis.index())) {
          boolean closed =
              indices.containsAll(free.of(axis.lower()))
                  && indices.containsAll(free.of(axis.upper()));
          axes.add(
              closed
                  ? axis
                  : new Axis(
                      axis.index(), ranges.least(axis.lower()), ranges.greatest(axis.upper())));
        }
      }
      return List.copyOf(axes);
    }

    /** Whether every element that is read exists, without a condition that guards it here. */
    private boolean isDefinedOn(Expr expr, IndexRanges full) {
      if (full.axes().equals(ranges.axes()) && ranges.facts().isEmpty()) {
        return true;
      }
      return new Definedness(pool, sizes).holds(expr, full);
    }

    private Expr ofArrayApply(ArrayApply apply) {
      Opening opening = Opening.of(pool, apply);
      Stage inside = new Stage(ranges.with(opening.axes()));
      Expr body = inside.of(opening.body());
      if (!isBare(body, opening)) {
        body = inside.stored(body);
      }
      List<Expr> subscripts = apply.subscripts().stream().map(this::of).toList();
      Set<Index> batch = new HashSet<>(free.of(body));
      opening.axes().forEach(axis -> batch.remove(axis.index()));
      if (apply.function().argumentRank() == 2 && !batch.isEmpty()) {
        throw new UnsupportedOperationException(
            apply.function().text() + " of a matrix for each index is not evaluated yet");
      }
      if (subscripts.isEmpty()) {
        return stored(pool.arrayApply(apply.function(), opening.axes(), body, subscripts));
      }
      return elementOf(apply.function(), opening, body, subscripts);
    }

    /** The whole result is one array, with the axes of the argument behind those of a batch. */
    private Expr elementOf(
        ArrayFunction function, Opening opening, Expr body, List<Expr> subscripts) {
      List<Axis> result = new ArrayList<>();
      List<Expr> indices = new ArrayList<>();
      for (Axis axis : opening.axes()) {
        Index index = pool.index(axis.index().name() + "r");
        result.add(new Axis(index, axis.lower(), axis.upper()));
        indices.add(index);
      }
      Expr whole = pool.arrayApply(function, opening.axes(), body, indices);
      Expr element = new Stage(ranges.with(result)).stored(whole);
      Map<Expr, Expr> images = new HashMap<>();
      for (int d = 0; d < indices.size(); d++) {
        images.put(indices.get(d), subscripts.get(d));
      }
      return new Substitution(pool, images).apply(element);
    }

    private boolean isBare(Expr body, Opening opening) {
      return body instanceof Element element
          && element.indices().stream().allMatch(index -> index instanceof Index)
          && free.of(element).containsAll(opening.axes().stream().map(Axis::index).toList());
    }
  }
}
