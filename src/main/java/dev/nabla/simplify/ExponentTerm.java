package dev.nabla.simplify;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Rational;
import java.util.List;

/** factor·unit: a term of an exponent as its number and the rest, which is 1 for a number. */
record ExponentTerm(Rational factor, Expr unit) {

  /** The terms whose sum is the exponent, multiplied out. */
  static List<ExponentTerm> of(ExprPool pool, Expr exponent) {
    return MultipliedOut.terms(pool, exponent).stream()
        .map(term -> new ExponentTerm(Keys.coefficient(term), pool.product(Keys.factors(term))))
        .toList();
  }

  /** The exponent as one term. */
  static ExponentTerm whole(ExprPool pool, Expr exponent) {
    Angle angle = Angle.of(pool, exponent);
    return new ExponentTerm(angle.factor(), angle.direction());
  }
}
