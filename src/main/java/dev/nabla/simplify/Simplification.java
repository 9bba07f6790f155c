package dev.nabla.simplify;

import dev.nabla.expr.Expr;
import java.util.List;

/**
 * A simplified expression, equal to the original wherever that is defined.
 *
 * @param expr the shorter form
 * @param sideConditions what the original demands for being defined and {@code expr} does not
 * @param plain the form before the search, or {@code expr} where that is defined at more points
 * @param original the expression itself, or {@code expr} where that is defined at more points
 */
public record Simplification(Expr expr, List<Expr> sideConditions, Expr plain, Expr original) {
  public Simplification {
    sideConditions = List.copyOf(sideConditions);
  }

  /** One form alone. */
  public Simplification(Expr expr, List<Expr> sideConditions) {
    this(expr, sideConditions, expr, expr);
  }
}
