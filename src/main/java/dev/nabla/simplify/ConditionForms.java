package dev.nabla.simplify;

import dev.nabla.expr.Apply;
import dev.nabla.expr.Compare;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Num;
import dev.nabla.expr.Power;
import dev.nabla.expr.Product;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Sum;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Comparisons as a person writes them: x ≠ 1 for 2·x − 2 ≠ 0, x ≠ 0 for x³·sinh(x) ≠ 0. */
final class ConditionForms {
  /** g(u) = 0 only where u = 0. */
  private static final Set<String> ZERO_AT_ZERO =
      Set.of(
          "cbrt", "sinh", "tanh", "asin", "atan", "asinh", "atanh", "expm1", "log1p", "erf", "abs",
          "sign");

  private final ExprPool pool;

  ConditionForms(ExprPool pool) {
    this.pool = pool;
  }

  /** What must all differ from 0 for {@code expr} to do so, wherever it is defined. */
  List<Expr> factors(Expr expr) {
    List<Expr> factors = new ArrayList<>();
    List<Expr> open = new ArrayList<>(List.of(expr));
    while (!open.isEmpty()) {
      Expr next = open.remove(open.size() - 1);
      if (next instanceof Product product) {
        for (int i = product.factors().size() - 1; i >= 0; i--) {
          open.add(product.factors().get(i));
        }
      } else if (next instanceof Power power
          && power.exponent() instanceof Num exponent
          && exponent.value().signum() > 0) {
        open.add(power.base());
      } else if (next instanceof Apply apply && ZERO_AT_ZERO.contains(apply.function().name())) {
        open.add(apply.arguments().get(0));
      } else if (!(next instanceof Num number && !number.value().isZero())) {
        factors.add(next);
      }
    }
    return factors;
  }

  /** The same comparison with its number on one side, without a factor on the other. */
  Expr compare(Compare.Relation relation, Expr left, Expr right) {
    if (left == pool.zero()) {
      return withZero(relation, right, true);
    }
    return right == pool.zero()
        ? withZero(relation, left, false)
        : pool.compare(relation, left, right);
  }

  /** 0 ~ expr, or expr ~ 0. */
  private Expr withZero(Compare.Relation relation, Expr expr, boolean zeroIsLeft) {
    Rational number = Rational.ZERO;
    Expr rest = expr;
    if (expr instanceof Sum sum && sum.terms().get(0) instanceof Num first) {
      number = first.value();
      rest = pool.sum(sum.terms().subList(1, sum.terms().size()));
    }
    Rational coefficient = rest instanceof Product product ? product.coefficient() : Rational.ONE;
    Expr subject = pool.scale(Rational.ONE.divide(coefficient), rest);
    Expr bound = pool.num(number.negate().divide(coefficient));
    boolean boundIsLeft = zeroIsLeft == coefficient.signum() > 0;
    return switch (relation) {
      case EQ, NE -> pool.compare(relation, subject, bound);
      case LT, LE ->
          boundIsLeft
              ? pool.compare(relation, bound, subject)
              : pool.compare(relation, subject, bound);
    };
  }

  /** What is true where a comparison of defined sides is not. */
  Expr opposite(Compare compare) {
    return switch (compare.relation()) {
      case LT -> pool.compare(Compare.Relation.LE, compare.right(), compare.left());
      case LE -> pool.compare(Compare.Relation.LT, compare.right(), compare.left());
      case EQ -> pool.compare(Compare.Relation.NE, compare.left(), compare.right());
      case NE -> pool.compare(Compare.Relation.EQ, compare.left(), compare.right());
    };
  }
}
