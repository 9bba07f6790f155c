package dev.nabla.expr;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Connectives in canonical form: flat, without duplicates, constants folded. */
final class Conditions {
  private final ExprPool pool;

  Conditions(ExprPool pool) {
    this.pool = pool;
  }

  Expr of(Logic.Connective connective, List<Expr> operands) {
    return switch (connective) {
      case AND -> flat(connective, operands, pool.truth(), pool.falsehood());
      case OR -> flat(connective, operands, pool.falsehood(), pool.truth());
      case NOT -> not(operands.get(0));
    };
  }

  private Expr flat(
      Logic.Connective connective, List<Expr> operands, Expr neutral, Expr absorbing) {
    Set<Expr> flat = new LinkedHashSet<>();
    for (Expr operand : operands) {
      if (operand == absorbing) {
        return absorbing;
      }
      if (operand instanceof Logic logic && logic.connective() == connective) {
        flat.addAll(logic.operands());
      } else if (operand != neutral) {
        flat.add(operand);
      }
    }
    return switch (flat.size()) {
      case 0 -> neutral;
      case 1 -> flat.iterator().next();
      default -> pool.internLogic(connective, List.copyOf(flat));
    };
  }

  /** A comparison is not inverted: with a NaN on one side, x &lt; y and x ≥ y both are false. */
  private Expr not(Expr operand) {
    if (operand == pool.truth()) {
      return pool.falsehood();
    }
    if (operand == pool.falsehood()) {
      return pool.truth();
    }
    if (operand instanceof Logic logic && logic.connective() == Logic.Connective.NOT) {
      return logic.operands().get(0);
    }
    return pool.internLogic(Logic.Connective.NOT, List.of(operand));
  }
}
