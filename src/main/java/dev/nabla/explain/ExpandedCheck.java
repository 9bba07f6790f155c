package dev.nabla.explain;

import dev.nabla.expr.Axis;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Num;
import dev.nabla.expr.Substitution;
import dev.nabla.expr.Symbol;
import dev.nabla.expr.Traversal;
import dev.nabla.function.FunctionTable;
import dev.nabla.resolve.Expander;
import dev.nabla.resolve.IndexedFunction;
import dev.nabla.resolve.ScalarFunction;
import dev.nabla.source.NablaException;
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
    Substitution at = new Substitution(function.pool(), values());
    List<Axis> ranges =
        axes.stream()
            .map(axis -> new Axis(axis.index(), axis.lower(), at.apply(axis.upper())))
            .toList();
    int exact = 1 + (int) course.moves().stream().filter(Move::isDerivative).count();
    int fewest = LineCheck.POINTS;
    for (Map<Expr, Expr> place : places(ranges)) {
      Verdict verdict = new Written(place).run(course.lines(), exact);
      if (!verdict.holds()) {
        return new Verdict(verdict.points(), scope(), verdict.failure());
      }
      fewest = Math.min(fewest, verdict.points());
    }
    return new Verdict(fewest, scope(), Optional.empty());
  }

  /** One element of each line. */
  private final class Written {
    private final Substitution at;

    Written(Map<Expr, Expr> place) {
      this.at = new Substitution(function.pool(), place);
    }

    Verdict run(List<Expr> lines, int exact) {
      List<Expr> scalars = lines.stream().map(line -> scalar(line).outputs().get(0)).toList();
      ScalarFunction derivedBy = scalar(variable);
      int position = derivedBy.inputs().indexOf(derivedBy.outputs().get(0));
      Map<Expr, LineCheck.Pending> pending = new LinkedHashMap<>();
      List<Expr> nodes = Traversal.postOrder(scalars);
      operands.forEach(
          (symbol, operand) -> {
            Expr instance = scalar(symbol).outputs().get(0);
            if (nodes.contains(instance)) {
              pending.put(instance, new LineCheck.Pending(operand(operand), position));
            }
          });
      return new LineCheck(function.pool(), derivedBy.inputs(), derivedBy.assumptions(), pending)
          .run(scalars, exact);
    }

    /** An operand of a branch that is not taken here may lie outside its array: it has no value. */
    private Expr operand(Expr operand) {
      try {
        return scalar(operand).outputs().get(0);
      } catch (NablaException outside) {
        return function.pool().apply(FunctionTable.get("log"), function.pool().num(-1));
      }
    }

    private ScalarFunction scalar(Expr element) {
      IndexedFunction.Output output =
          new IndexedFunction.Output(List.of(), List.of(), at.apply(element));
      return new Expander(function.withOutput(output).at(sizes)).expand();
    }
  }

  /** The sizes by their symbols. */
  private Map<Expr, Expr> values() {
    Map<Expr, Expr> values = new HashMap<>();
    for (Symbol size : function.openSizes()) {
      values.put(function.pool().element(size), function.pool().num(sizes.get(size.name())));
    }
    return values;
  }

  /** The numbers for the free indices of some elements. */
  private List<Map<Expr, Expr>> places(List<Axis> ranges) {
    List<Integer> counts =
        ranges.stream().map(axis -> ((Num) axis.upper()).value().intValue()).toList();
    List<Map<Expr, Expr>> places = new ArrayList<>();
    for (int element : chosen(counts.stream().reduce(1, (a, b) -> a * b))) {
      Map<Expr, Expr> place = new HashMap<>();
      int rest = element;
      for (int d = ranges.size() - 1; d >= 0; d--) {
        place.put(ranges.get(d).index(), function.pool().num(rest % counts.get(d) + 1));
        rest /= counts.get(d);
      }
      places.add(place);
    }
    return places;
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
