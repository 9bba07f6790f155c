package dev.nabla.matrix;

import dev.nabla.array.ArrayDifferentiator;
import dev.nabla.array.JacobianBlock;
import dev.nabla.expr.Axis;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Index;
import dev.nabla.expr.Symbol;
import dev.nabla.print.MatrixFormText;
import dev.nabla.print.NumberStyle;
import dev.nabla.resolve.FunctionReader;
import dev.nabla.resolve.IndexedFunction;
import dev.nabla.source.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An element with the indices that number its rows and columns, and what its symbols are.
 *
 * @param function the function whose value or derivative it is
 * @param element the element
 * @param rows the indices of the rows
 * @param columns the indices of the columns
 * @param ranges the range of each
 */
record Derived(
    IndexedFunction function,
    Expr element,
    List<Index> rows,
    List<Index> columns,
    List<Axis> ranges) {

  static IndexedFunction read(String text) {
    return new FunctionReader(new Source("input", text), Optional.empty(), Map.of()).readIndexed();
  }

  /** The value of a function. */
  static Derived value(String text) {
    IndexedFunction function = read(text);
    List<Index> axes = function.output().axes().stream().map(Index.class::cast).toList();
    return of(
        function,
        function.output().element(),
        axes.subList(0, Math.min(1, axes.size())),
        axes.size() == 2 ? axes.subList(1, 2) : List.of(),
        function.output().sizes());
  }

  /** The derivative of a function by its first variable, as it is shown. */
  static Derived derivative(String text) {
    IndexedFunction function = read(text);
    JacobianBlock block =
        new ArrayDifferentiator(function)
            .jacobian(function.variables().subList(0, 1))
            .blocks()
            .get(0);
    List<Index> rows = block.rows().stream().map(Axis::index).toList();
    List<Index> columns = block.columns().stream().map(Axis::index).toList();
    List<Expr> sizes = block.axes().stream().map(Axis::upper).toList();
    // The gradient of a scalar has the shape of its variable; that by a scalar the function's.
    List<Index> all = new ArrayList<>(rows);
    all.addAll(columns);
    int split = Math.min(1, all.size());
    return rows.isEmpty() || columns.isEmpty()
        ? of(
            function, block.element(), all.subList(0, split), all.subList(split, all.size()), sizes)
        : of(function, block.element(), rows, columns, sizes);
  }

  private static Derived of(
      IndexedFunction function,
      Expr element,
      List<Index> rows,
      List<Index> columns,
      List<Expr> sizes) {
    List<Index> all = new ArrayList<>(rows);
    all.addAll(columns);
    List<Axis> ranges = new ArrayList<>();
    for (int d = 0; d < all.size(); d++) {
      ranges.add(new Axis(all.get(d), function.pool().one(), sizes.get(d)));
    }
    return new Derived(function, element, List.copyOf(rows), List.copyOf(columns), ranges);
  }

  Map<Symbol, List<Expr>> sizes() {
    Map<Symbol, List<Expr>> sizes = new HashMap<>();
    function.variables().forEach(argument -> sizes.put(argument.symbol(), argument.sizes()));
    function.parameters().forEach(argument -> sizes.put(argument.symbol(), argument.sizes()));
    return sizes;
  }

  /** The matrix form. */
  Optional<MatrixForm> form() {
    return new MatrixRecognizer(function.pool(), sizes(), function.symmetric())
        .recognize(element, rows, columns, ranges);
  }

  /** The text of the form; empty where there is none. */
  Optional<String> text() {
    return form().map(new MatrixFormText(NumberStyle.fractions(), names())::print);
  }

  Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    sizes().keySet().forEach(symbol -> names.add(symbol.name()));
    return names;
  }
}
