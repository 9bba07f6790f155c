package dev.nabla.print;

import dev.nabla.diff.Differentiator;
import dev.nabla.diff.SparseRow;
import dev.nabla.expr.Expr;
import dev.nabla.resolve.Expander;
import dev.nabla.resolve.ScalarFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Matrices to print. */
final class Matrices {
  private Matrices() {}

  /** The Jacobian, as it is differentiated, of the function that {@code definition} defines. */
  static MatrixFormulas jacobian(String definition) {
    ScalarFunction function = new Expander(Written.of(definition).function()).expand();
    List<SparseRow> derivatives =
        new Differentiator(function.pool(), function.variables()).jacobian(function.outputs());
    List<SortedMap<Integer, Expr>> rows = new ArrayList<>();
    for (SparseRow derivative : derivatives) {
      SortedMap<Integer, Expr> row = new TreeMap<>();
      for (int position = 0; position < derivative.size(); position++) {
        row.put(derivative.column(position), derivative.entry(position));
      }
      rows.add(row);
    }
    NumberStyle style = NumberStyle.of(function.written());
    FormulaBuilder names = new FormulaBuilder(style, function.variables(), Set.of());
    Matrix matrix =
        new Matrix(
            Matrix.Kind.JACOBIAN,
            definition.substring(0, definition.indexOf('=')).strip(),
            outputs(function),
            function.variables().stream()
                .map(variable -> Label.parse(new TextPrinter().print(names.build(variable))))
                .toList(),
            rows);
    return MatrixFormulas.of(matrix, function.pool(), style, Set.of());
  }

  private static List<Label> outputs(ScalarFunction function) {
    if (function.outputSizes().isEmpty()) {
      return List.of(Label.of(function.name()));
    }
    return IntStream.rangeClosed(1, function.outputs().size())
        .mapToObj(i -> Label.of(function.name(), i))
        .toList();
  }
}
