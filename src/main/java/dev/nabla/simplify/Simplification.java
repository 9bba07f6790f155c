package dev.nabla.simplify;

import dev.nabla.expr.Expr;
import java.util.List;

/**
 * A simplified expression, equal to the original wherever that is defined.
 *
 * @param expr the shorter form
 * @param sideConditions what the original demands for being defined and {@code expr} does not
 */
public record Simplification(Expr expr, List<Expr> sideConditions) {
  public Simplification {
    sideConditions = List.copyOf(sideConditions);
  }
}
