package dev.nabla;

import dev.nabla.array.ArrayJacobian;
import dev.nabla.array.EvaluatedForms;
import dev.nabla.array.JacobianBlock;
import dev.nabla.check.CheckModel;
import dev.nabla.check.CheckReport;
import dev.nabla.check.NumericCheck;
import dev.nabla.diff.SparseRow;
import dev.nabla.expr.Axis;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Index;
import dev.nabla.print.FormulaBuilder;
import dev.nabla.print.Label;
import dev.nabla.print.NumberStyle;
import dev.nabla.print.TextPrinter;
import dev.nabla.resolve.Expander;
import dev.nabla.resolve.IndexedFunction;
import dev.nabla.resolve.ScalarFunction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Checks an evaluator made of loops against differences of the function, which for that purpose is
 * written out in scalars at the same sizes.
 */
final class RolledCheck {
  private final ArrayJacobian jacobian;
  private final List<IndexedFunction.Argument> variables;
  private final Map<String, Integer> sizes;

  RolledCheck(
      ArrayJacobian jacobian,
      List<IndexedFunction.Argument> variables,
      Map<String, Integer> sizes) {
    this.jacobian = jacobian;
    this.variables = variables;
    this.sizes = Map.copyOf(sizes);
  }

  CheckReport run(RolledEvaluator evaluator, int points, long seed) {
    ScalarFunction function = expanded(jacobian.rows(), jacobian.element());
    List<SparseRow> rows = rows(function.outputs().size());
    Map<Element, Integer> slots = new HashMap<>();
    function.inputs().forEach(input -> slots.put(input, slots.size()));
    List<Element> columns = columns(function);
    CheckModel model =
        new CheckModel(
            List.copyOf(function.inputs()),
            function.inputs().stream().map(input -> Jacobian.label(input).text()).toList(),
            function.outputs(),
            columns.stream().map(slots::get).toList(),
            evaluator::evaluate,
            rowLabels(function),
            columns.stream().map(column -> Jacobian.label(column).text()).toList(),
            function.assumptions());
    List<Expr> values = expanded(jacobian.rows(), evaluated(jacobian.element())).outputs();
    JacobianCode code = new JacobianCode(function, values, rows, columns.size());
    FormulaBuilder formulas =
        new FormulaBuilder(
            NumberStyle.of(function.written()), List.copyOf(function.inputs()), Set.of());
    return new NumericCheck(
            model, code.roundingBounds(), node -> new TextPrinter().print(formulas.build(node)))
        .run(points, seed);
  }

  /** The elements of an array of some axes at the given sizes, row-major. */
  private ScalarFunction expanded(List<Axis> axes, Expr element) {
    List<Index> indices = axes.stream().map(Axis::index).toList();
    IndexedFunction.Output output =
        new IndexedFunction.Output(axes.stream().map(Axis::upper).toList(), indices, element);
    return new Expander(jacobian.function().withOutput(output).at(sizes)).expand();
  }

  /** The form whose rounding errors are those of the evaluator. */
  private Expr evaluated(Expr element) {
    return new EvaluatedForms(jacobian.function().pool()).of(element);
  }

  private List<SparseRow> rows(int rowCount) {
    List<SortedMap<Integer, Expr>> rows = new ArrayList<>();
    for (int i = 0; i < rowCount; i++) {
      rows.add(new TreeMap<>());
    }
    int offset = 0;
    for (JacobianBlock block : jacobian.blocks()) {
      List<Expr> entries = expanded(block.axes(), evaluated(block.element())).outputs();
      int columnCount = entries.size() / rowCount;
      for (int p = 0; p < entries.size(); p++) {
        rows.get(p / columnCount).put(offset + p % columnCount, entries.get(p));
      }
      offset += columnCount;
    }
    return rows.stream().map(SparseRow::of).toList();
  }

  private List<Element> columns(ScalarFunction function) {
    List<Element> columns = new ArrayList<>();
    for (IndexedFunction.Argument variable : variables) {
      function.variables().stream()
          .filter(element -> element.symbol().equals(variable.symbol()))
          .forEach(columns::add);
    }
    return columns;
  }

  private List<String> rowLabels(ScalarFunction function) {
    if (jacobian.gradientOf().isPresent()) {
      return function.variables().stream()
          .filter(element -> element.symbol().equals(jacobian.gradientOf().get()))
          .map(element -> Jacobian.label(element).text())
          .toList();
    }
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < function.outputs().size(); i++) {
      int[] indices = Jacobian.indices(i, function.outputSizes());
      labels.add(Label.of(function.name(), indices).text());
    }
    return labels;
  }
}
