package dev.nabla.array;

import dev.nabla.array.ArrayStorage.Buffer;
import dev.nabla.expr.ArrayApply;
import dev.nabla.expr.ArrayFunction;
import dev.nabla.expr.Axis;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.expr.Opening;
import dev.nabla.expr.Reduce;
import dev.nabla.expr.Symbol;
import dev.nabla.function.FunctionTable;
import dev.nabla.index.IndexRanges;
import dev.nabla.resolve.IndexedFunction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects storage and steps; functions of whole arrays become the steps that evaluate them. */
final class ProgramBuilder {
  private final ExprPool pool;
  private final List<ArrayStorage> arrays = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private final Map<Symbol, ArrayStorage> places = new HashMap<>();

  ProgramBuilder(ExprPool pool) {
    this.pool = pool;
  }

  /** The arguments, one behind the other in the buffer of inputs. */
  void inputs(IndexedFunction function) {
    Expr offset = pool.zero();
    for (List<IndexedFunction.Argument> arguments :
        List.of(function.variables(), function.parameters())) {
      for (IndexedFunction.Argument argument : arguments) {
        arrays.add(
            ArrayStorage.rowMajor(
                pool, argument.symbol(), argument.sizes(), Buffer.INPUTS, offset));
        offset = pool.sum(offset, pool.product(argument.sizes()));
      }
    }
  }

  /** The sizes of the arguments. */
  static Map<Symbol, List<Expr>> sizes(IndexedFunction function) {
    Map<Symbol, List<Expr>> sizes = new LinkedHashMap<>();
    function.variables().forEach(argument -> sizes.put(argument.symbol(), argument.sizes()));
    function.parameters().forEach(argument -> sizes.put(argument.symbol(), argument.sizes()));
    return sizes;
  }

  void store(ArrayStorage storage) {
    arrays.add(storage);
  }

  /**
   * Where a result is just a defined array, that array is computed in the result's place; call
   * before the definitions are written.
   *
   * @return whether nothing is left to assign
   */
  boolean place(Definitions definitions, ArrayStorage result, List<Axis> axes, Expr value) {
    for (Definition definition : definitions.list()) {
      if (value instanceof Element element
          && element.symbol().equals(definition.symbol())
          && !places.containsKey(definition.symbol())
          && definition.at(pool, indices(axes)) == value
          && definitions.sizes().get(definition.symbol()).equals(result.sizes())) {
        places.put(
            definition.symbol(),
            new ArrayStorage(
                definition.symbol(),
                result.sizes(),
                result.buffer(),
                result.offset(),
                result.strides()));
        return true;
      }
    }
    return false;
  }

  /** Every definition, in order. */
  void define(Definitions definitions) {
    for (Definition definition : definitions.list()) {
      ArrayStorage scratch =
          ArrayStorage.rowMajor(
              pool,
              definition.symbol(),
              definitions.sizes().get(definition.symbol()),
              Buffer.SCRATCH,
              pool.zero());
      arrays.add(places.getOrDefault(definition.symbol(), scratch));
      if (definition.element() instanceof ArrayApply apply) {
        evaluate(definition, apply);
      } else {
        assign(definition.symbol(), definition.axes(), definition.element());
      }
    }
  }

  void assign(Symbol target, List<Axis> axes, Expr value) {
    steps.add(new Step.Assignment(target, axes, pool.truth(), List.copyOf(indices(axes)), value));
  }

  void assign(Step.Assignment step) {
    steps.add(step);
  }

  private static List<Index> indices(List<Axis> axes) {
    return axes.stream().map(Axis::index).toList();
  }

  ArrayProgram build() {
    return new ArrayProgram(pool, List.copyOf(arrays), List.copyOf(steps));
  }

  private void evaluate(Definition definition, ArrayApply apply) {
    switch (apply.function()) {
      case SOFTMAX -> softmax(definition, apply);
      case LOGSUMEXP -> logSumExp(definition, apply);
      case INVERSE, DETERMINANT -> ofMatrix(definition, apply);
    }
  }

  /** A scratch array of the given name behind that of the definition. */
  private Symbol scratch(Definition definition, String suffix, List<Axis> axes) {
    Symbol symbol =
        new Symbol(definition.symbol().name() + suffix, Symbol.Kind.ARRAY, 1_000 + arrays.size());
    IndexRanges ranges = new IndexRanges(pool, axes);
    List<Expr> sizes = axes.stream().map(axis -> ranges.greatest(axis.upper())).toList();
    arrays.add(ArrayStorage.rowMajor(pool, symbol, sizes, Buffer.SCRATCH, pool.zero()));
    return symbol;
  }

  private Expr at(Symbol symbol, List<Axis> axes) {
    return pool.element(symbol, List.copyOf(indices(axes)));
  }

  private Expr exp(Expr argument) {
    return pool.apply(FunctionTable.get("exp"), argument);
  }

  private Expr reduce(Reduce.Operation operation, Axis axis, Expr body) {
    return pool.reduce(operation, axis.index(), axis.lower(), axis.upper(), body);
  }

  /** exp(a − max a)/Σ exp(a − max a), which never overflows. */
  private void softmax(Definition definition, ArrayApply apply) {
    Opening opening = Opening.of(pool, apply);
    Axis axis = opening.axes().get(0);
    Expr subscript = apply.subscripts().get(0);
    List<Axis> batch =
        definition.axes().stream().filter(other -> other.index() != subscript).toList();
    Symbol maximum = scratch(definition, "m", batch);
    assign(maximum, batch, reduce(Reduce.Operation.MAX, axis, opening.body()));
    Expr shifted = pool.subtract(opening.at(pool, List.of(subscript)), at(maximum, batch));
    assign(definition.symbol(), definition.axes(), exp(shifted));
    Expr own = definition.at(pool, definition.indices());
    Symbol total = scratch(definition, "t", batch);
    Index summed = (Index) subscript;
    assign(
        total, batch, pool.reduce(Reduce.Operation.SUM, summed, axis.lower(), axis.upper(), own));
    assign(definition.symbol(), definition.axes(), pool.divide(own, at(total, batch)));
  }

  /** max a + log Σ exp(a − max a). */
  private void logSumExp(Definition definition, ArrayApply apply) {
    Opening opening = Opening.of(pool, apply);
    Axis axis = opening.axes().get(0);
    Symbol maximum = scratch(definition, "m", definition.axes());
    Expr greatest = at(maximum, definition.axes());
    assign(maximum, definition.axes(), reduce(Reduce.Operation.MAX, axis, opening.body()));
    Expr total = reduce(Reduce.Operation.SUM, axis, exp(pool.subtract(opening.body(), greatest)));
    assign(
        definition.symbol(),
        definition.axes(),
        pool.sum(greatest, pool.apply(FunctionTable.get("log"), total)));
  }

  private void ofMatrix(Definition definition, ArrayApply apply) {
    Opening opening = Opening.of(pool, apply);
    Symbol source;
    if (opening.body() instanceof Element element
        && element.indices().equals(List.copyOf(indices(opening.axes())))) {
      source = element.symbol();
    } else {
      source = scratch(definition, "a", opening.axes());
      assign(source, opening.axes(), opening.body());
    }
    boolean isTransposed =
        apply.function() == ArrayFunction.INVERSE
            && !apply.subscripts().equals(List.copyOf(definition.indices()));
    if (isTransposed) {
      Symbol inverse = scratch(definition, "i", opening.axes());
      steps.add(new Step.MatrixFunction(inverse, apply.function(), source));
      assign(definition.symbol(), definition.axes(), pool.element(inverse, apply.subscripts()));
    } else {
      steps.add(new Step.MatrixFunction(definition.symbol(), apply.function(), source));
    }
  }
}
