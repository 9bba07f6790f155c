package dev.nabla.array;

import dev.nabla.diff.Differentiator;
import dev.nabla.diff.SparseRow;
import dev.nabla.expr.Axis;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Index;
import dev.nabla.resolve.FunctionReader;
import dev.nabla.resolve.IndexedFunction;
import dev.nabla.resolve.ScalarFunction;
import dev.nabla.source.Source;
import dev.nabla.tape.Interpreter;
import dev.nabla.tape.Partial;
import dev.nabla.tape.Tape;
import dev.nabla.tape.TapeBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** One text in two readings, with its sizes as symbols and written out in scalars, at a point. */
final class SizedFunction {
  private final Map<String, Integer> sizes;
  private final IndexedFunction indexed;
  private final ScalarFunction scalar;
  private final double[] point;

  SizedFunction(String text, Map<String, Integer> sizes, long seed) {
    this.sizes = sizes;
    Source source = new Source("input", text);
    this.indexed = new FunctionReader(source, Optional.empty(), Map.of()).readIndexed();
    this.scalar = new FunctionReader(source, Optional.empty(), sizes).read();
    this.point = new Random(seed).doubles(scalar.inputs().size(), -1.2, 1.2).toArray();
  }

  /** The function with its sizes as symbols. */
  IndexedFunction indexed() {
    return indexed;
  }

  /** What evaluates indexed expressions at the point. */
  ArrayEvaluator evaluator() {
    Map<String, DenseArray> arrays = new HashMap<>();
    List<IndexedFunction.Argument> arguments = new ArrayList<>(indexed.variables());
    arguments.addAll(indexed.parameters());
    ArrayEvaluator ofSizes = new ArrayEvaluator(sizes, Map.of());
    int offset = 0;
    for (IndexedFunction.Argument argument : arguments) {
      List<Integer> shape = argument.sizes().stream().map(ofSizes::whole).toList();
      int count = shape.stream().reduce(1, (a, b) -> a * b);
      double[] values = java.util.Arrays.copyOfRange(point, offset, offset + count);
      arrays.put(argument.symbol().name(), new DenseArray(shape, values));
      offset += count;
    }
    return new ArrayEvaluator(sizes, arrays);
  }

  /** The values of all elements of an array given by its axes and its element. */
  static double[] elements(ArrayEvaluator evaluator, List<Axis> axes, Expr element) {
    List<Map<Index, Integer>> tuples = new ArrayList<>(List.of(Map.of()));
    for (Axis axis : axes) {
      List<Map<Index, Integer>> longer = new ArrayList<>();
      for (Map<Index, Integer> tuple : tuples) {
        for (int k = 1; k <= evaluator.whole(axis.upper()); k++) {
          Map<Index, Integer> next = new HashMap<>(tuple);
          next.put(axis.index(), k);
          longer.add(next);
        }
      }
      tuples = longer;
    }
    return tuples.stream().mapToDouble(tuple -> evaluator.value(element, tuple)).toArray();
  }

  /** The outputs, by the tape of the function written out. */
  double[] values() {
    return run(scalar.outputs());
  }

  /** The dense Jacobian by scalars, row-major over all variables' elements. */
  double[] jacobian() {
    return run(derivatives(scalar.outputs()));
  }

  /** The dense Hessian by scalars of a function with one output. */
  double[] hessian() {
    return run(derivatives(derivatives(scalar.outputs())));
  }

  private List<Expr> derivatives(List<Expr> outputs) {
    List<Expr> entries = new ArrayList<>();
    int columns = scalar.variableCount();
    for (SparseRow row : new Differentiator(scalar.pool(), scalar.variables()).jacobian(outputs)) {
      for (int j = 0; j < columns; j++) {
        int position = row.position(j);
        entries.add(position < 0 ? scalar.pool().zero() : row.entry(position));
      }
    }
    return entries;
  }

  private double[] run(List<Expr> outputs) {
    List<Expr> inputs = List.copyOf(scalar.inputs());
    List<Partial> none = List.of();
    Tape tape = TapeBuilder.build(inputs, outputs, none);
    double[] values = new double[outputs.size()];
    new Interpreter(tape).evaluate(point, values, new double[0]);
    return values;
  }
}
