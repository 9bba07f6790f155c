package dev.nabla;

import dev.nabla.array.ArrayJacobian;
import dev.nabla.check.CheckModel;
import dev.nabla.check.CheckReport;
import dev.nabla.check.ConditionEstimate;
import dev.nabla.check.NumericCheck;
import dev.nabla.check.SideConditions;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Traversal;
import dev.nabla.expr.Unfolding;
import dev.nabla.print.FormulaBuilder;
import dev.nabla.print.NumberStyle;
import dev.nabla.print.TextPrinter;
import dev.nabla.resolve.IndexInstances;
import dev.nabla.resolve.IndexedFunction;
import dev.nabla.resolve.ScalarFunction;
import dev.nabla.simplify.Simplifier;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks an evaluator made of loops against differences of the function, which for that purpose is
 * written out in scalars at the same sizes.
 */
final class RolledCheck {
  private final StableCode scalars;
  private final ArrayJacobian jacobian;
  private final List<String> rowLabels;

  RolledCheck(
      ArrayJacobian jacobian,
      List<IndexedFunction.Argument> variables,
      Map<String, Integer> sizes,
      List<String> rowLabels) {
    this.scalars = new StableCode(jacobian, variables, sizes);
    this.jacobian = jacobian.at(sizes);
    this.rowLabels = List.copyOf(rowLabels);
  }

  /** A partial derivative is subject to the conditions on what its row depends on. */
  private SideConditions conditions(ScalarFunction function, int columns) {
    IndexInstances instances = new IndexInstances(jacobian.function());
    List<Expr> all =
        jacobian.sideConditions().stream()
            .flatMap(condition -> instances.of(condition).stream())
            .distinct()
            .toList();
    Map<Integer, List<Expr>> ofPartials = new HashMap<>();
    for (int i = 0; i < function.outputs().size() && !all.isEmpty(); i++) {
      Set<Expr> within = new HashSet<>(Traversal.postOrder(function.outputs().get(i)));
      List<Expr> ofRow = all.stream().filter(condition -> isAbout(condition, within)).toList();
      for (int j = 0; j < columns && !ofRow.isEmpty(); j++) {
        ofPartials.put(i * columns + j, ofRow);
      }
    }
    Simplifier simplifier = new Simplifier(function.pool(), function.assumptions());
    return new SideConditions(
        simplifier.demands(function.vanished(), function.outputs()), ofPartials);
  }

  private static boolean isAbout(Expr condition, Set<Expr> nodes) {
    return Traversal.postOrder(condition).stream()
        .allMatch(node -> !(node instanceof Element) || nodes.contains(node));
  }

  CheckReport run(RolledEvaluator evaluator, ConditionEstimate bounds, int points, long seed) {
    ScalarFunction function = scalars.primitives();
    Map<Element, Integer> slots = new HashMap<>();
    function.inputs().forEach(input -> slots.put(input, slots.size()));
    List<Element> columns = scalars.columns(function);
    CheckModel model =
        new CheckModel(
            List.copyOf(function.inputs()),
            function.inputs().stream().map(input -> MatrixLabels.of(input).text()).toList(),
            new Unfolding(function.pool()).apply(function.outputs()),
            columns.stream().map(slots::get).toList(),
            evaluator::evaluate,
            rowLabels,
            columns.stream().map(column -> MatrixLabels.of(column).text()).toList(),
            new Unfolding(function.pool()).apply(function.assumptions()),
            conditions(function, columns.size()));
    FormulaBuilder formulas =
        new FormulaBuilder(
            NumberStyle.of(function.written()), List.copyOf(function.inputs()), Set.of());
    return new NumericCheck(model, bounds, node -> new TextPrinter().print(formulas.build(node)))
        .run(points, seed);
  }
}
