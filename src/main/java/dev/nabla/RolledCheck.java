package dev.nabla;

import dev.nabla.array.ArrayJacobian;
import dev.nabla.check.CheckModel;
import dev.nabla.check.CheckReport;
import dev.nabla.check.ConditionEstimate;
import dev.nabla.check.NumericCheck;
import dev.nabla.check.SideConditions;
import dev.nabla.expr.Element;
import dev.nabla.expr.Unfolding;
import dev.nabla.print.FormulaBuilder;
import dev.nabla.print.NumberStyle;
import dev.nabla.print.TextPrinter;
import dev.nabla.resolve.IndexedFunction;
import dev.nabla.resolve.ScalarFunction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks an evaluator made of loops against differences of the function, which for that purpose is
 * written out in scalars at the same sizes.
 */
final class RolledCheck {
  private final StableCode scalars;
  private final List<String> rowLabels;

  RolledCheck(
      ArrayJacobian jacobian,
      List<IndexedFunction.Argument> variables,
      Map<String, Integer> sizes,
      List<String> rowLabels) {
    this.scalars = new StableCode(jacobian, variables, sizes);
    this.rowLabels = List.copyOf(rowLabels);
  }

  CheckReport run(RolledEvaluator evaluator, ConditionEstimate bounds, int points, long seed) {
    ScalarFunction function = scalars.primitives();
    Map<Element, Integer> slots = new HashMap<>();
    function.inputs().forEach(input -> slots.put(input, slots.size()));
    List<Element> columns = scalars.columns(function);
    CheckModel model =
        new CheckModel(
            List.copyOf(function.inputs()),
            function.inputs().stream().map(input -> Jacobian.label(input).text()).toList(),
            new Unfolding(function.pool()).apply(function.outputs()),
            columns.stream().map(slots::get).toList(),
            evaluator::evaluate,
            rowLabels,
            columns.stream().map(column -> Jacobian.label(column).text()).toList(),
            new Unfolding(function.pool()).apply(function.assumptions()),
            SideConditions.NONE);
    FormulaBuilder formulas =
        new FormulaBuilder(
            NumberStyle.of(function.written()), List.copyOf(function.inputs()), Set.of());
    return new NumericCheck(model, bounds, node -> new TextPrinter().print(formulas.build(node)))
        .run(points, seed);
  }
}
