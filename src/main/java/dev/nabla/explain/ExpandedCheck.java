package dev.nabla.explain;

import dev.nabla.expr.Axis;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Symbol;
import dev.nabla.expr.Traversal;
import dev.nabla.resolve.Expander;
import dev.nabla.resolve.IndexedFunction;
import dev.nabla.resolve.ScalarFunction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks lines with indices at small sizes: some elements of them are written out in scalars. */
final class ExpandedCheck {
  /** Elements of a derivative that are looked at. */
  private static final int MOST_ELEMENTS = 6;

  private final IndexedFunction function;
  private final List<Axis> axes;
  private final Element variable;
  private final Map<Expr, Expr> operands;
  private final Map<String, Integer> sizes;

  /**
   * A check of lines whose free indices run over {@code axes}.
   *
   * @param variable what is derived by, at some of these indices
   * @param operands what is still to be derived, by its symbol
   */
  ExpandedCheck(
      IndexedFunction function, List<Axis> axes, Element variable, Map<Expr, Expr> operands) {
    this.function = function;
    this.axes = List.copyOf(axes);
    this.variable = variable;
    this.operands = operands;
    this.sizes = smallSizes(function);
  }

  /** 3, 2, 3, 2, …: axes of different sizes are told apart. */
  private static Map<String, Integer> smallSizes(IndexedFunction function) {
    Map<String, Integer> sizes = new LinkedHashMap<>();
    for (Symbol size : function.openSizes()) {
      sizes.put(size.name(), 3 - sizes.size() % 2);
    }
    return sizes;
  }

  Verdict run(Course course) {
    List<List<Expr>> lines = new ArrayList<>();
    course.lines().forEach(line -> lines.add(expanded(line).outputs()));
    ScalarFunction scalars = expanded(variable);
    Map<Expr, LineCheck.Pending> pending = new HashMap<>();
    operands.forEach((symbol, operand) -> addInstances(symbol, operand, scalars, pending));
    int exact = 1 + (int) course.moves().stream().filter(Move::isDerivative).count();
    int fewest = LineCheck.POINTS;
    for (int element : chosen(scalars.outputs().size())) {
      List<Expr> ofElement = lines.stream().map(line -> line.get(element)).toList();
      Verdict verdict = check(scalars, ofElement, pending).run(ofElement, exact);
      if (!verdict.holds()) {
        return new Verdict(verdict.points(), scope(), verdict.failure());
      }
      fewest = Math.min(fewest, verdict.points());
    }
    return new Verdict(fewest, scope(), Optional.empty());
  }

  private LineCheck check(
      ScalarFunction scalars, List<Expr> lines, Map<Expr, LineCheck.Pending> pending) {
    Map<Expr, LineCheck.Pending> needed = new LinkedHashMap<>();
    for (Expr node : Traversal.postOrder(lines)) {
      if (pending.containsKey(node)) {
        needed.put(node, pending.get(node));
      }
    }
    return new LineCheck(function.pool(), scalars.inputs(), scalars.assumptions(), needed);
  }

  private void addInstances(
      Expr symbol, Expr operand, ScalarFunction variables, Map<Expr, LineCheck.Pending> pending) {
    List<Expr> symbols = expanded(symbol).outputs();
    List<Expr> instances = expanded(operand).outputs();
    for (int p = 0; p < symbols.size(); p++) {
      int position = variables.inputs().indexOf(variables.outputs().get(p));
      pending.put(symbols.get(p), new LineCheck.Pending(instances.get(p), position));
    }
  }

  /** Its elements at all indices, row-major. */
  private ScalarFunction expanded(Expr element) {
    IndexedFunction.Output output =
        new IndexedFunction.Output(
            axes.stream().map(Axis::upper).toList(),
            axes.stream().map(Axis::index).toList(),
            element);
    return new Expander(function.withOutput(output).at(sizes)).expand();
  }

  /** First, last and some in between. */
  private static Set<Integer> chosen(int count) {
    Set<Integer> chosen = new LinkedHashSet<>();
    for (int k = 0; k < MOST_ELEMENTS; k++) {
      chosen.add((int) ((long) k * (count - 1) / (MOST_ELEMENTS - 1)));
    }
    return chosen;
  }

  private String scope() {
    List<String> texts = new ArrayList<>();
    sizes.forEach((name, size) -> texts.add(name + " = " + size));
    return texts.isEmpty() ? "" : ", written out for " + String.join(", ", texts);
  }
}
