package dev.nabla.diff;

import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Symbol;
import dev.nabla.expr.Template;
import dev.nabla.function.KeptFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** ∂f/∂a_i of a function that keeps its name: as it is stated, or f′ as a function of its own. */
final class KeptDerivatives {
  private KeptDerivatives() {}

  static Expr of(ExprPool pool, KeptFunction function, List<Expr> arguments, int i) {
    Optional<Template> stated = function.statedDerivative(i);
    if (stated.isPresent()) {
      return stated.get().instantiate(pool, function, arguments);
    }
    KeptFunction derivative = function.derivative(i, () -> derived(pool, function, i));
    Template definition = derivative.definition().orElseThrow();
    return definition.body().children().isEmpty()
        ? definition.instantiate(pool, function, arguments)
        : pool.apply(derivative, arguments);
  }

  private static Template derived(ExprPool pool, KeptFunction function, int i) {
    List<Expr> placeholders = new ArrayList<>();
    for (int k = 0; k < function.arity(); k++) {
      placeholders.add(
          pool.element(new Symbol(function.arguments().get(k), Symbol.Kind.PLACEHOLDER, k)));
    }
    Expr body = function.definition().orElseThrow().instantiate(pool, function, placeholders);
    SparseRow row =
        new Differentiator(pool, List.of((Element) placeholders.get(i)))
            .jacobian(List.of(body))
            .get(0);
    return new Template(row.size() == 0 ? pool.zero() : row.entry(0));
  }
}
