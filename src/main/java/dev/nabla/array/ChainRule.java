package dev.nabla.array;

import dev.nabla.diff.Differentiator;
import dev.nabla.diff.SparseRow;
import dev.nabla.expr.Axis;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.expr.Reduce;
import dev.nabla.expr.Substitution;
import dev.nabla.expr.Symbol;
import dev.nabla.expr.Traversal;
import dev.nabla.resolve.IndexedFunction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The chain rule from array to array, through the arrays that the author of a function named:
 * forward dP = Σ_U ∂P/∂U·dU, backward Ū = Σ_P P̄·∂P/∂U, each in closed form.
 */
public final class ChainRule {
  /** What marks the name of a cotangent: the bar of X̄. */
  public static final String BAR = "_bar";

  private final IndexedFunction function;
  private final ExprPool pool;
  private final ArrayDifferentiator differentiator;
  private final List<Definition> parts;
  private final Map<Symbol, List<Axis>> active = new LinkedHashMap<>();
  private final List<Symbol> variables = new ArrayList<>();

  /**
   * A pass over the named arrays.
   *
   * @param seed the array that the pass starts from: a tangent for each variable, or the cotangent
   *     of the output
   * @param steps the derivatives in order; the last are the result
   * @param primal the named arrays that occur
   * @param sideConditions conditions that simplification assumed, such as x ≠ 0
   */
  public record Pass(
      List<Definition> seed,
      List<Definition> steps,
      List<Definition> primal,
      List<Expr> sideConditions) {}

  public ChainRule(IndexedFunction function, List<IndexedFunction.Argument> variables) {
    this.function = function;
    this.pool = function.pool();
    this.differentiator = new ArrayDifferentiator(function);
    for (IndexedFunction.Argument variable : variables) {
      List<Axis> axes = new ArrayList<>();
      for (int d = 0; d < variable.sizes().size(); d++) {
        axes.add(new Axis(pool.index("'" + d), pool.one(), variable.sizes().get(d)));
      }
      this.variables.add(variable.symbol());
      active.put(variable.symbol(), axes);
    }
    this.parts = parts();
    parts.forEach(part -> active.put(part.symbol(), part.axes()));
  }

  /** The named arrays in terms of each other, the function's own value last. */
  private List<Definition> parts() {
    // As written: simplification would hide one array in another.
    List<Definition> names = differentiator.namesAsWritten();
    List<Definition> all = new ArrayList<>();
    for (Definition name : names) {
      List<Definition> others =
          names.subList(1, names.size()).stream()
              .filter(other -> other.element() != name.element())
              .sorted(Comparator.comparing(other -> -other.element().treeSize()))
              .toList();
      Expr inNames = NamedParts.known(pool, others, List.of(name.element())).roots().get(0);
      all.add(
          new Definition(
              name.symbol(), name.axes(), differentiator.readable(inNames, name.axes())));
    }
    List<Definition> ordered = new ArrayList<>();
    collect(all.get(0), all, ordered, new LinkedHashSet<>());
    return List.copyOf(ordered);
  }

  /** What a part needs, then the part. */
  private static void collect(
      Definition part, List<Definition> all, List<Definition> ordered, Set<Symbol> met) {
    if (!met.add(part.symbol())) {
      return;
    }
    for (Symbol symbol : symbols(part.element())) {
      all.stream()
          .filter(other -> other.symbol().equals(symbol))
          .findFirst()
          .ifPresent(other -> collect(other, all, ordered, met));
    }
    ordered.add(part);
  }

  private static Set<Symbol> symbols(Expr element) {
    Set<Symbol> symbols = new LinkedHashSet<>();
    for (Expr node : Traversal.postOrder(element)) {
      if (node instanceof Element read) {
        symbols.add(read.symbol());
      }
    }
    return symbols;
  }

  // ---- forward

  /** dP for each named array that depends on a variable, then df. */
  public Pass forward() {
    Map<Symbol, Symbol> tangents = new HashMap<>();
    List<Definition> seed = new ArrayList<>();
    for (Symbol variable : variables) {
      Symbol tangent = derived("d" + variable.name(), variable);
      tangents.put(variable, tangent);
      seed.add(new Definition(tangent, active.get(variable), pool.zero()));
    }
    List<Definition> steps = new ArrayList<>();
    for (Definition part : parts) {
      List<Expr> terms = new ArrayList<>();
      for (Symbol symbol : symbols(part.element())) {
        if (tangents.containsKey(symbol)) {
          terms.add(tangent(part.element(), symbol, tangents.get(symbol)));
        }
      }
      Expr sum = differentiator.readable(pool.sum(terms), part.axes());
      if (sum != pool.zero() || part == parts.get(parts.size() - 1)) {
        Symbol tangent = derived("d" + part.symbol().name(), part.symbol());
        tangents.put(part.symbol(), tangent);
        steps.add(new Definition(tangent, part.axes(), sum));
      }
    }
    List<Definition> named = named(steps);
    return new Pass(seed, named, primal(named), differentiator.sideConditions());
  }

  private static Symbol derived(String name, Symbol of) {
    return new Symbol(name, Symbol.Kind.ARRAY, of.order());
  }

  private Expr tangent(Expr element, Symbol symbol, Symbol tangent) {
    List<Axis> own = fresh(symbol);
    List<Expr> indices = List.copyOf(own.stream().map(Axis::index).toList());
    Expr term = pool.product(partial(element, symbol, indices), pool.element(tangent, indices));
    return summed(term, own);
  }

  // ---- backward

  /** The cotangent of each named array, from the output back to the variables. */
  public Pass backward() {
    Definition own = parts.get(parts.size() - 1);
    boolean isScalar = own.axes().isEmpty();
    Map<Symbol, List<Expr>> contributions = new HashMap<>();
    Symbol seed = derived(own.symbol().name() + BAR, own.symbol());
    Expr unit =
        isScalar
            ? pool.one()
            : pool.element(seed, List.copyOf(own.axes().stream().map(Axis::index).toList()));
    List<Definition> steps = new ArrayList<>();
    propagate(own, unit, contributions);
    for (int k = parts.size() - 2; k >= 0; k--) {
      Definition part = parts.get(k);
      cotangent(part.symbol(), part.axes(), contributions)
          .ifPresent(
              step -> {
                steps.add(step);
                propagate(part, step.at(pool, step.indices()), contributions);
              });
    }
    for (Symbol variable : variables) {
      List<Expr> terms = contributions.getOrDefault(variable, List.of());
      List<Axis> axes = active.get(variable);
      steps.add(
          new Definition(
              derived(variable.name() + BAR, variable),
              axes,
              differentiator.readable(pool.sum(terms), axes)));
    }
    List<Definition> seeds =
        isScalar ? List.of() : List.of(new Definition(seed, own.axes(), pool.zero()));
    List<Definition> named = named(steps);
    return new Pass(seeds, named, primal(named), differentiator.sideConditions());
  }

  private Optional<Definition> cotangent(
      Symbol symbol, List<Axis> axes, Map<Symbol, List<Expr>> contributions) {
    List<Expr> terms = contributions.getOrDefault(symbol, List.of());
    Expr sum = differentiator.readable(pool.sum(terms), axes);
    return sum == pool.zero()
        ? Optional.empty()
        : Optional.of(new Definition(derived(symbol.name() + BAR, symbol), axes, sum));
  }

  private void propagate(Definition part, Expr cotangent, Map<Symbol, List<Expr>> contributions) {
    for (Symbol symbol : symbols(part.element())) {
      if (!active.containsKey(symbol)) {
        continue;
      }
      List<Axis> own = fresh(symbol);
      List<Expr> indices = List.copyOf(own.stream().map(Axis::index).toList());
      Expr term =
          summed(pool.product(cotangent, partial(part.element(), symbol, indices)), part.axes());
      Map<Expr, Expr> images = new HashMap<>();
      for (int d = 0; d < own.size(); d++) {
        images.put(own.get(d).index(), active.get(symbol).get(d).index());
      }
      contributions
          .computeIfAbsent(symbol, key -> new ArrayList<>())
          .add(new Substitution(pool, images).apply(term));
    }
  }

  // ---- both

  private List<Axis> fresh(Symbol symbol) {
    List<Axis> fresh = new ArrayList<>();
    for (Axis axis : active.get(symbol)) {
      Index index = pool.index("'u" + fresh.size());
      fresh.add(new Axis(index, axis.lower(), axis.upper()));
    }
    return fresh;
  }

  private Expr partial(Expr element, Symbol symbol, List<Expr> indices) {
    Element at = (Element) pool.element(symbol, indices);
    SparseRow row = new Differentiator(pool, List.of(at)).jacobian(List.of(element)).get(0);
    return row.size() == 0 ? pool.zero() : row.entry(0);
  }

  private Expr summed(Expr term, List<Axis> axes) {
    Expr sum = term;
    for (int d = axes.size() - 1; d >= 0; d--) {
      Axis axis = axes.get(d);
      sum = pool.reduce(Reduce.Operation.SUM, axis.index(), axis.lower(), axis.upper(), sum);
    }
    return sum;
  }

  /** The steps in terms of the named arrays: a derivative may hold what it was derived from. */
  private List<Definition> named(List<Definition> steps) {
    List<Expr> elements = steps.stream().map(Definition::element).toList();
    List<Expr> inNames = NamedParts.known(pool, parts, elements).roots();
    List<Definition> named = new ArrayList<>();
    for (int k = 0; k < steps.size(); k++) {
      Definition step = steps.get(k);
      Expr element = differentiator.readable(inNames.get(k), step.axes());
      named.add(new Definition(step.symbol(), step.axes(), element));
    }
    return List.copyOf(named);
  }

  /** The named arrays that the steps read, each after those it needs. */
  private List<Definition> primal(List<Definition> steps) {
    Set<Symbol> needed = new LinkedHashSet<>();
    steps.forEach(step -> needed.addAll(symbols(step.element())));
    List<Definition> result = new ArrayList<>();
    for (int k = parts.size() - 1; k >= 0; k--) {
      Definition part = parts.get(k);
      if (needed.contains(part.symbol())) {
        needed.addAll(symbols(part.element()));
        if (!part.symbol().name().equals(function.name())) {
          result.add(0, part);
        }
      }
    }
    return result;
  }
}
