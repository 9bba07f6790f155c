package dev.nabla.simplify;

import dev.nabla.expr.Expr;
import java.util.List;

/** Everything over one denominator, expanded and cancelled. */
final class FractionMove implements Move {
  private final FractionForms fractions;

  FractionMove(FractionForms fractions) {
    this.fractions = fractions;
  }

  @Override
  public String name() {
    return "one-fraction";
  }

  @Override
  public List<Expr> images(Expr expr) {
    return Simplifier.isArithmetic(expr) ? fractions.forms(expr) : List.of();
  }
}
