package dev.nabla;

import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Num;
import dev.nabla.print.Label;
import dev.nabla.print.Matrix;
import dev.nabla.resolve.ScalarFunction;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/** The names of the rows and columns of ∂fᵢ/∂xⱼ. */
record MatrixLabels(
    Jacobian.Kind kind, ScalarFunction function, List<Element> variables, int outputCount) {
  MatrixLabels {
    variables = List.copyOf(variables);
  }

  /** The outputs, or for a Hessian the variables. */
  List<Label> rows() {
    return switch (kind) {
      case JACOBIAN, GRADIENT -> outputs();
      case HESSIAN -> columns();
      case HIGHER -> List.of(Label.of(function.name()));
    };
  }

  private List<Label> outputs() {
    if (!function.outputLabels().isEmpty()) {
      return function.outputLabels().stream().map(Label::of).toList();
    }
    List<Integer> sizes = function.outputSizes();
    List<Label> labels = new ArrayList<>(outputCount);
    for (int i = 0; i < outputCount; i++) {
      labels.add(Label.of(function.name(), indices(i, sizes)));
    }
    return labels;
  }

  /** The variables. */
  List<Label> columns() {
    return variables.stream().map(MatrixLabels::of).toList();
  }

  /** ∂fᵢ/∂xⱼ, rows and columns counted from 0. */
  String entry(int row, int column) {
    return "∂" + rows().get(row).text() + "/∂" + columns().get(column).text();
  }

  /** The matrix of the entries, row by row, by column. */
  Matrix matrix(List<SortedMap<Integer, Expr>> entries) {
    Set<String> names = new LinkedHashSet<>();
    function.variables().forEach(variable -> names.add(variable.symbol().name()));
    return new Matrix(
        switch (kind) {
          case JACOBIAN, HIGHER -> Matrix.Kind.JACOBIAN;
          case GRADIENT -> Matrix.Kind.GRADIENT;
          case HESSIAN -> Matrix.Kind.HESSIAN;
        },
        function.name() + "(" + String.join(", ", names) + ")",
        rows(),
        columns(),
        entries);
  }

  /** The indices, from 1, of the element numbered {@code position} row-major from 0. */
  static int[] indices(int position, List<Integer> sizes) {
    int[] indices = new int[sizes.size()];
    int rest = position;
    for (int d = sizes.size() - 1; d >= 0; d--) {
      indices[d] = rest % sizes.get(d) + 1;
      rest /= sizes.get(d);
    }
    return indices;
  }

  /** The label of an element with numbers for indices. */
  static Label of(Element element) {
    int[] indices =
        element.indices().stream().mapToInt(index -> ((Num) index).value().intValue()).toArray();
    return Label.of(element.symbol().name(), indices);
  }
}
