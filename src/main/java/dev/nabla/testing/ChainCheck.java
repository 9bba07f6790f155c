package dev.nabla.testing;

import dev.nabla.check.Graph;
import dev.nabla.check.HighPrecisionEvaluator;
import dev.nabla.check.Outcome;
import dev.nabla.diff.Differentiator;
import dev.nabla.diff.SparseRow;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Substitution;
import dev.nabla.resolve.ScalarFunction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** D(f(g(x), …)) = ∂f/∂x(g(x), …)·Dg + …, where f comes with its derivatives as stated. */
final class ChainCheck {
  private static final int DIGITS = 30;

  private final ScalarFunction rule;

  /** For outputs f, ∂f/∂x, … and a number that is 1 where these are stated. */
  ChainCheck(ScalarFunction rule) {
    this.rule = rule;
  }

  /** The inner functions of a case are put for the variables; the rule's pool grows by them. */
  Verdict verdict(Case value) {
    synchronized (rule) {
      return Laws.guarded(() -> compare(value));
    }
  }

  private Verdict compare(Case value) {
    ExprPool pool = rule.pool();
    List<Element> outer = value.function().symbols(pool);
    List<Expr> inner = value.function().in(pool, outer);
    Map<Expr, Expr> images = new HashMap<>();
    for (int i = 0; i < inner.size(); i++) {
      images.put(rule.inputs().get(i), inner.get(i));
    }
    List<Expr> inputs = new ArrayList<>(outer);
    inputs.addAll(rule.inputs().subList(rule.variableCount(), rule.inputs().size()));
    Substitution at = new Substitution(pool, images);
    List<Expr> values = rule.outputs().stream().map(at::apply).toList();
    List<Expr> conditions = rule.assumptions().stream().map(at::apply).toList();
    if (!isStated(inputs, conditions, values.get(values.size() - 1), value.point())) {
      return new Verdict.Undefined("the inner function leaves the domain of the rule");
    }
    List<SparseRow> slopes = new Differentiator(pool, outer).jacobian(inner);
    List<Expr> terms = new ArrayList<>();
    for (int i = 0; i < inner.size(); i++) {
      if (slopes.get(i).size() > 0) {
        terms.add(pool.product(values.get(i + 1), slopes.get(i).entry(0)));
      }
    }
    return new NumericAgreement(inputs, values.get(0), List.of(0), List.of(pool.sum(terms)))
        .at(value.point().stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static boolean isStated(
      List<Expr> inputs, List<Expr> conditions, Expr flag, List<Double> point) {
    List<Expr> roots = new ArrayList<>(conditions);
    roots.add(flag);
    List<BigDecimal> decimals = point.stream().map(BigDecimal::new).toList();
    Graph graph = new Graph(inputs, roots);
    return isStated(new HighPrecisionEvaluator(graph, decimals, DIGITS), conditions, flag);
  }

  /** Whether the conditions hold and the flag is 1. */
  static boolean isStated(HighPrecisionEvaluator values, List<Expr> conditions, Expr flag) {
    return values.value(flag) instanceof Outcome.Real one
        && one.value().signum() > 0
        && conditions.stream()
            .allMatch(each -> values.value(each) instanceof Outcome.Truth it && it.holds());
  }
}
