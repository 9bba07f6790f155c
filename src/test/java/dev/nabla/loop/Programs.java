package dev.nabla.loop;

import dev.nabla.array.ArrayProgram;
import dev.nabla.array.ArrayStorage;
import dev.nabla.array.Step;
import dev.nabla.expr.Axis;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.expr.Reduce;
import dev.nabla.expr.Symbol;
import dev.nabla.function.FunctionTable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds array programs by hand; arrays of one buffer follow each other. */
final class Programs {
  private final ExprPool pool = new ExprPool();
  private final Map<String, ArrayStorage> arrays = new LinkedHashMap<>();
  private final Map<ArrayStorage.Buffer, Expr> ends = new EnumMap<>(ArrayStorage.Buffer.class);
  private final List<Step> steps = new ArrayList<>();

  ExprPool pool() {
    return pool;
  }

  Expr size(String name) {
    return pool.element(new Symbol(name, Symbol.Kind.DIMENSION, 0));
  }

  Index index(String name) {
    return pool.index(name);
  }

  Expr num(long value) {
    return pool.num(value);
  }

  Programs array(String name, ArrayStorage.Buffer buffer, Expr... sizes) {
    Symbol.Kind kind =
        buffer == ArrayStorage.Buffer.INPUTS ? Symbol.Kind.VARIABLE : Symbol.Kind.ARRAY;
    Symbol symbol = new Symbol(name, kind, arrays.size());
    Expr offset = ends.getOrDefault(buffer, pool.zero());
    arrays.put(name, ArrayStorage.rowMajor(pool, symbol, List.of(sizes), buffer, offset));
    ends.put(buffer, pool.sum(offset, pool.product(sizes)));
    return this;
  }

  Programs input(String name, Expr... sizes) {
    return array(name, ArrayStorage.Buffer.INPUTS, sizes);
  }

  Programs scratch(String name, Expr... sizes) {
    return array(name, ArrayStorage.Buffer.SCRATCH, sizes);
  }

  Programs partials(String name, Expr... sizes) {
    return array(name, ArrayStorage.Buffer.PARTIALS, sizes);
  }

  Symbol symbol(String name) {
    return arrays.get(name).symbol();
  }

  Expr at(String name, Expr... subscripts) {
    return pool.element(symbol(name), List.of(subscripts));
  }

  Expr exp(Expr argument) {
    return pool.apply(FunctionTable.get("exp"), argument);
  }

  Expr sum(Index index, Expr upper, Expr body) {
    return pool.reduce(Reduce.Operation.SUM, index, pool.one(), upper, body);
  }

  /** The axis 1..upper. */
  Axis axis(Index index, Expr upper) {
    return new Axis(index, pool.one(), upper);
  }

  Programs assign(String target, List<Axis> axes, List<Expr> subscripts, Expr value) {
    return assign(target, axes, pool.truth(), subscripts, value);
  }

  Programs assign(String target, List<Axis> axes, Expr guard, List<Expr> subscripts, Expr value) {
    return step(new Step.Assignment(symbol(target), axes, guard, subscripts, value));
  }

  Programs step(Step step) {
    steps.add(step);
    return this;
  }

  ArrayProgram program() {
    return new ArrayProgram(pool, List.copyOf(arrays.values()), List.copyOf(steps));
  }

  /** The partials at these inputs, compiled; what is not written is 0. */
  double[] partials(Map<String, Integer> sizes, int count, double... inputs) {
    double[] partials = new double[count];
    LoopCompiler.compile(program(), sizes).run(inputs, new double[0], new double[count], partials);
    return partials;
  }
}
