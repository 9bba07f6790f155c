package dev.nabla.array;

import dev.nabla.array.ArrayStorage.Buffer;
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
import dev.nabla.index.IndexRanges;
import dev.nabla.resolve.IndexedFunction;
import dev.nabla.simplify.StableForms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Products with the Jacobian without the Jacobian: the function is taken apart into arrays, and the
 * chain rule goes from array to array, forward for J·v and backward for uᵀJ. Each costs a small
 * multiple of the function itself (Griewank and Walther, Evaluating Derivatives, 2008, §3.2, §3.3).
 */
public final class DerivativeProgram {
  private final IndexedFunction function;
  private final List<IndexedFunction.Argument> variables;
  private final ExprPool pool;
  private final ArrayDifferentiator differentiator;
  private final Definitions definitions;
  private final Map<Symbol, List<Axis>> axes = new LinkedHashMap<>();
  private final List<Axis> rows;
  private final Expr value;
  private final int primalCount;

  /** The program parts of one function for some of its variables. */
  public DerivativeProgram(IndexedFunction function, List<IndexedFunction.Argument> variables) {
    this.function = function;
    this.variables = List.copyOf(variables);
    this.pool = function.pool();
    this.differentiator = new ArrayDifferentiator(function);
    this.definitions = new Definitions(pool, ProgramBuilder.sizes(function), "t");
    this.rows = differentiator.rows();
    Expr element = differentiator.readable(function.output().element(), rows);
    definitions.expect(List.of(element));
    this.value = definitions.stage(stable(element), new IndexRanges(pool, rows));
    for (IndexedFunction.Argument variable : variables) {
      axes.put(variable.symbol(), whole(variable.sizes()));
    }
    definitions.list().forEach(definition -> axes.put(definition.symbol(), definition.axes()));
    this.primalCount = definitions.list().size();
  }

  private List<Axis> whole(List<Expr> sizes) {
    List<Axis> result = new ArrayList<>();
    for (int d = 0; d < sizes.size(); d++) {
      result.add(new Axis(pool.index("'" + d), pool.one(), sizes.get(d)));
    }
    return result;
  }

  // ---- backward

  /** uᵀJ: the seed is u, shaped like the output; one result for each variable. */
  public ArrayProgram pullback() {
    Symbol seed = new Symbol(freshName("u"), Symbol.Kind.PARAMETER, 900);
    return pullback(seed, pool.element(seed, List.copyOf(rows.stream().map(Axis::index).toList())));
  }

  /** The gradient of a scalar function, backward: a seed of 1. */
  public ArrayProgram gradient() {
    if (!rows.isEmpty()) {
      throw new IllegalArgumentException("a gradient needs a function with one output");
    }
    return pullback(new Symbol(freshName("u"), Symbol.Kind.PARAMETER, 900), pool.one());
  }

  private ArrayProgram pullback(Symbol seed, Expr unit) {
    Map<Symbol, List<Expr>> contributions = new HashMap<>();
    definitions.read(seed, rows.stream().map(Axis::upper).toList());
    propagate(value, rows, unit, contributions);
    List<Definition> primal = definitions.list();
    Map<Symbol, Expr> results = new LinkedHashMap<>();
    for (int k = primalCount - 1; k >= 0; k--) {
      Definition definition = primal.get(k);
      List<Expr> terms = contributions.getOrDefault(definition.symbol(), List.of());
      Expr sum = readable(pool.sum(terms), definition.axes());
      if (sum != pool.zero()) {
        Expr cotangent = stored("c_" + definition.symbol().name(), definition.axes(), sum);
        propagate(definition.element(), definition.axes(), cotangent, contributions);
      }
    }
    for (IndexedFunction.Argument variable : variables) {
      List<Axis> own = axes.get(variable.symbol());
      List<Expr> terms = contributions.getOrDefault(variable.symbol(), List.of());
      Expr sum = readable(pool.sum(terms), own);
      results.put(variable.symbol(), definitions.stage(sum, new IndexRanges(pool, own)));
    }
    List<Expr> seedSizes = rows.stream().map(Axis::upper).toList();
    ProgramBuilder builder = new ProgramBuilder(pool);
    builder.inputs(function);
    if (unit != pool.one()) {
      builder.store(ArrayStorage.rowMajor(pool, seed, seedSizes, Buffer.SEED, pool.zero()));
    }
    List<Result> outputs = new ArrayList<>(List.of(valueResult()));
    Expr offset = pool.zero();
    for (IndexedFunction.Argument variable : variables) {
      Symbol symbol = new Symbol("d" + variable.symbol().name(), Symbol.Kind.ARRAY, -1);
      outputs.add(
          new Result(
              ArrayStorage.rowMajor(pool, symbol, variable.sizes(), Buffer.PARTIALS, offset),
              axes.get(variable.symbol()),
              results.get(variable.symbol())));
      offset = pool.sum(offset, pool.product(variable.sizes()));
    }
    return program(outputs, builder);
  }

  /** Adds to the cotangent of each array U in T: Ū[j] += Σ_i T̄[i]·∂T[i]/∂U[j]. */
  private void propagate(
      Expr element, List<Axis> loops, Expr cotangent, Map<Symbol, List<Expr>> contributions) {
    for (Symbol symbol : active(element)) {
      List<Axis> own = axes.get(symbol);
      Expr partial = partial(element, symbol, "'u", own.size());
      Expr term = pool.product(cotangent, partial);
      for (int d = loops.size() - 1; d >= 0; d--) {
        Axis axis = loops.get(d);
        term = pool.reduce(Reduce.Operation.SUM, axis.index(), axis.lower(), axis.upper(), term);
      }
      contributions.computeIfAbsent(symbol, key -> new ArrayList<>()).add(renamed(term, "'u", own));
    }
  }

  // ---- forward

  /** J·v: the seed is v, the variables' tangents one behind the other. */
  public ArrayProgram pushforward() {
    ProgramBuilder builder = new ProgramBuilder(pool);
    builder.inputs(function);
    Map<Symbol, Symbol> tangents = new HashMap<>();
    Expr offset = pool.zero();
    for (IndexedFunction.Argument variable : variables) {
      Symbol tangent =
          new Symbol(freshName("d" + variable.symbol().name()), Symbol.Kind.PARAMETER, 901);
      tangents.put(variable.symbol(), tangent);
      definitions.read(tangent, variable.sizes());
      builder.store(ArrayStorage.rowMajor(pool, tangent, variable.sizes(), Buffer.SEED, offset));
      offset = pool.sum(offset, pool.product(variable.sizes()));
    }
    for (Definition definition : definitions.list().subList(0, primalCount)) {
      Expr sum = readable(tangent(definition.element(), tangents), definition.axes());
      if (sum != pool.zero()) {
        Expr stored = stored("d_" + definition.symbol().name(), definition.axes(), sum);
        tangents.put(definition.symbol(), ((Element) stored).symbol());
      }
    }
    Expr sum = readable(tangent(value, tangents), rows);
    Expr result = definitions.stage(sum, new IndexRanges(pool, rows));
    Symbol symbol = new Symbol("d" + function.name(), Symbol.Kind.ARRAY, -1);
    List<Expr> sizes = rows.stream().map(Axis::upper).toList();
    List<Result> outputs = new ArrayList<>(List.of(valueResult()));
    outputs.add(
        new Result(
            ArrayStorage.rowMajor(pool, symbol, sizes, Buffer.PARTIALS, pool.zero()),
            rows,
            result));
    return program(outputs, builder);
  }

  /** Σ_U Σ_j ∂T[i]/∂U[j]·U̇[j]. */
  private Expr tangent(Expr element, Map<Symbol, Symbol> tangents) {
    List<Expr> terms = new ArrayList<>();
    for (Symbol symbol : active(element)) {
      if (!tangents.containsKey(symbol)) {
        continue;
      }
      List<Axis> own = axes.get(symbol);
      Expr term = partial(element, symbol, "'u", own.size());
      List<Expr> indices = new ArrayList<>();
      Map<Expr, Expr> fresh = new HashMap<>();
      for (int d = 0; d < own.size(); d++) {
        indices.add(pool.index("'u" + d));
        fresh.put(own.get(d).index(), indices.get(d));
      }
      term = pool.product(term, pool.element(tangents.get(symbol), indices));
      Substitution rename = new Substitution(pool, fresh);
      for (int d = own.size() - 1; d >= 0; d--) {
        Axis axis = own.get(d);
        term =
            pool.reduce(
                Reduce.Operation.SUM,
                (Index) indices.get(d),
                rename.apply(axis.lower()),
                rename.apply(axis.upper()),
                term);
      }
      terms.add(term);
    }
    return pool.sum(terms);
  }

  // ---- both

  /** The arrays in an element through which derivatives flow. */
  private Set<Symbol> active(Expr element) {
    Set<Symbol> symbols = new LinkedHashSet<>();
    for (Expr node : Traversal.postOrder(element)) {
      if (node instanceof Element read && axes.containsKey(read.symbol())) {
        symbols.add(read.symbol());
      }
    }
    return symbols;
  }

  private Expr partial(Expr element, Symbol symbol, String prefix, int rank) {
    List<Expr> indices = new ArrayList<>();
    for (int d = 0; d < rank; d++) {
      indices.add(pool.index(prefix + d));
    }
    Element at = (Element) pool.element(symbol, indices);
    SparseRow row = new Differentiator(pool, List.of(at)).jacobian(List.of(element)).get(0);
    return row.size() == 0 ? pool.zero() : row.entry(0);
  }

  private Expr renamed(Expr expr, String prefix, List<Axis> own) {
    Map<Expr, Expr> images = new HashMap<>();
    for (int d = 0; d < own.size(); d++) {
      images.put(pool.index(prefix + d), own.get(d).index());
    }
    return new Substitution(pool, images).apply(expr);
  }

  /** The form that doubles evaluate without cancellation. */
  private Expr stable(Expr expr) {
    return new StableForms(pool).apply(List.of(expr)).get(0);
  }

  private Expr readable(Expr expr, List<Axis> loops) {
    return stable(differentiator.readable(expr, loops));
  }

  /** An array of its own for a derivative that others need. */
  private Expr stored(String name, List<Axis> loops, Expr element) {
    Expr staged = definitions.stage(element, new IndexRanges(pool, loops));
    List<Index> indices = loops.stream().map(Axis::index).toList();
    if (staged instanceof Element read && read.indices().equals(List.<Expr>copyOf(indices))) {
      return staged;
    }
    return definitions.define(name, loops, staged).at(pool, indices);
  }

  private String freshName(String wanted) {
    Set<String> taken = new LinkedHashSet<>();
    function.variables().forEach(argument -> taken.add(argument.symbol().name()));
    function.parameters().forEach(argument -> taken.add(argument.symbol().name()));
    String name = wanted;
    while (taken.contains(name)) {
      name += "'";
    }
    return name;
  }

  private record Result(ArrayStorage storage, List<Axis> axes, Expr value) {}

  private Result valueResult() {
    Symbol values = new Symbol("values", Symbol.Kind.ARRAY, -1);
    List<Expr> sizes = rows.stream().map(Axis::upper).toList();
    return new Result(
        ArrayStorage.rowMajor(pool, values, sizes, Buffer.VALUES, pool.zero()), rows, value);
  }

  private ArrayProgram program(List<Result> outputs, ProgramBuilder builder) {
    List<Result> rest = new ArrayList<>();
    for (Result output : outputs) {
      builder.store(output.storage());
      if (!builder.place(definitions, output.storage(), output.axes(), output.value())) {
        rest.add(output);
      }
    }
    builder.define(definitions);
    rest.forEach(
        output -> builder.assign(output.storage().symbol(), output.axes(), output.value()));
    return builder.build();
  }
}
