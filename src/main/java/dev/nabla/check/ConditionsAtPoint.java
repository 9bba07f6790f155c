package dev.nabla.check;

import dev.nabla.expr.Expr;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which side conditions hold at a point, in high precision. */
final class ConditionsAtPoint {
  private static final int DIGITS = 64;

  private final SideConditions conditions;
  private final Graph graph;

  ConditionsAtPoint(List<Expr> inputs, SideConditions conditions) {
    this.conditions = conditions;
    this.graph = new Graph(inputs, conditions.all());
  }

  Truths at(double[] inputs) {
    List<BigDecimal> point = new ArrayList<>(inputs.length);
    if (!conditions.areNone()) {
      for (double x : inputs) {
        point.add(new BigDecimal(x));
      }
    }
    return new Truths(new HighPrecisionEvaluator(graph, point, DIGITS));
  }

  /** The conditions at one point, each decided when asked for. */
  final class Truths {
    private final HighPrecisionEvaluator evaluator;

    private Truths(HighPrecisionEvaluator evaluator) {
      this.evaluator = evaluator;
    }

    /** The first condition of the function that fails here. */
    Optional<Expr> failingOfFunction() {
      return conditions.ofFunction().stream().filter(this::fails).findFirst();
    }

    /** The first condition of a partial derivative that fails here. */
    Optional<Expr> failing(int entry) {
      return conditions.ofPartial(entry).stream().filter(this::fails).findFirst();
    }

    boolean fails(Expr condition) {
      return !(evaluator.value(condition) instanceof Outcome.Truth truth && truth.holds());
    }
  }
}
