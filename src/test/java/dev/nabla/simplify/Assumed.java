package dev.nabla.simplify;

import dev.nabla.expr.Compare;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Rational;
import java.util.List;

/** A guard's fact as conditions on a variable, and as a set of numbers. */
final class Assumed {
  private Assumed() {}

  static List<Expr> of(ExprPool pool, Expr variable, Guard.Fact fact) {
    Expr zero = pool.zero();
    return switch (fact) {
      case POSITIVE -> List.of(pool.compare(Compare.Relation.LT, zero, variable));
      case NON_NEGATIVE -> List.of(pool.compare(Compare.Relation.LE, zero, variable));
      case NEGATIVE -> List.of(pool.compare(Compare.Relation.LT, variable, zero));
      case NON_POSITIVE -> List.of(pool.compare(Compare.Relation.LE, variable, zero));
      case NON_ZERO -> List.of(pool.compare(Compare.Relation.NE, variable, zero));
      case QUARTER_TURN ->
          List.of(
              pool.compare(Compare.Relation.LE, pool.num(Rational.of(-3, 2)), variable),
              pool.compare(Compare.Relation.LE, variable, pool.num(Rational.of(3, 2))));
      case HALF_TURN ->
          List.of(
              pool.compare(Compare.Relation.LE, zero, variable),
              pool.compare(Compare.Relation.LE, variable, pool.num(3)));
      default -> List.of();
    };
  }

  static boolean admits(Guard.Fact fact, double value) {
    return switch (fact) {
      case POSITIVE -> value > 0;
      case NON_NEGATIVE -> value >= 0;
      case NEGATIVE -> value < 0;
      case NON_POSITIVE -> value <= 0;
      case NON_ZERO -> value != 0;
      case QUARTER_TURN -> Math.abs(value) <= Math.PI / 2;
      case HALF_TURN -> value >= 0 && value <= Math.PI;
      default -> true;
    };
  }
}
