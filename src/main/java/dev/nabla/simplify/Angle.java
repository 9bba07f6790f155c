package dev.nabla.simplify;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Sum;
import java.math.BigInteger;

/** factor·direction: an argument of sin and its multiples have one direction. */
record Angle(Rational factor, Expr direction) {
  static Angle of(ExprPool pool, Expr argument) {
    Rational factor = Keys.coefficient(argument);
    if (argument instanceof Sum sum) {
      factor = content(sum);
    }
    return factor.isZero()
        ? new Angle(Rational.ONE, argument)
        : new Angle(factor, scaled(pool, Rational.ONE.divide(factor), argument));
  }

  /** c·expr, term by term in a sum. */
  static Expr scaled(ExprPool pool, Rational factor, Expr expr) {
    return expr instanceof Sum sum
        ? pool.sum(sum.terms().stream().map(term -> pool.scale(factor, term)).toList())
        : pool.scale(factor, expr);
  }

  private static Rational content(Sum sum) {
    BigInteger numerator = BigInteger.ZERO;
    BigInteger denominator = BigInteger.ONE;
    boolean negative = true;
    for (Expr term : sum.terms()) {
      Rational coefficient = Keys.coefficient(term);
      negative &= coefficient.signum() < 0;
      numerator = numerator.gcd(coefficient.numerator());
      BigInteger other = coefficient.denominator();
      denominator = denominator.multiply(other).divide(denominator.gcd(other));
    }
    Rational content = new Rational(numerator, denominator);
    return negative ? content.negate() : content;
  }
}
