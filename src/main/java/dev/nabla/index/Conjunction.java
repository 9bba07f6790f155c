package dev.nabla.index;

import dev.nabla.expr.Expr;
import dev.nabla.expr.Logic;
import java.util.List;

/** A condition as a list: all of it must hold. */
final class Conjunction {
  private Conjunction() {}

  static List<Expr> of(Expr condition) {
    return condition instanceof Logic logic && logic.connective() == Logic.Connective.AND
        ? logic.operands()
        : List.of(condition);
  }
}
