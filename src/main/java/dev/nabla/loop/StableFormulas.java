package dev.nabla.loop;

import dev.nabla.expr.ArrayApply;
import dev.nabla.expr.Axis;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.expr.Reduce;
import dev.nabla.expr.Substitution;
import dev.nabla.function.FunctionTable;
import java.util.Map;

/**
 * softmax and log-sum-exp as reductions: exp(aᵢ − m) / Σₖ exp(aₖ − m) and m + log Σₖ exp(aₖ − m),
 * where m = maxₖ aₖ, so that no exponential overflows.
 */
final class StableFormulas {
  private StableFormulas() {}

  static Expr of(ExprPool pool, ArrayApply application) {
    return switch (application.function()) {
      case SOFTMAX, LOGSUMEXP -> exponentials(pool, application);
      case INVERSE, DETERMINANT ->
          throw new IllegalArgumentException(
              application.function().text() + " of a matrix needs a step of its own");
    };
  }

  private static Expr exponentials(ExprPool pool, ArrayApply application) {
    Axis axis = application.axes().get(0);
    // The blank keeps the name apart from all that others choose.
    Index index = pool.index("axis of " + application.function().text());
    Expr body = at(pool, application.body(), axis.index(), index);
    Expr largest = reduce(pool, Reduce.Operation.MAX, axis, index, body);
    Expr scaled = pool.apply(FunctionTable.get("exp"), pool.subtract(body, largest));
    Expr total = reduce(pool, Reduce.Operation.SUM, axis, index, scaled);
    return application.subscripts().isEmpty()
        ? pool.sum(largest, pool.apply(FunctionTable.get("log"), total))
        : pool.divide(at(pool, scaled, index, application.subscripts().get(0)), total);
  }

  private static Expr at(ExprPool pool, Expr expr, Index index, Expr value) {
    return new Substitution(pool, Map.of(index, value)).apply(expr);
  }

  private static Expr reduce(
      ExprPool pool, Reduce.Operation operation, Axis axis, Index index, Expr body) {
    return pool.reduce(operation, index, axis.lower(), axis.upper(), body);
  }
}
