package dev.nabla.simplify;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Product;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Sum;
import java.util.ArrayList;
import java.util.List;

/** factor·unit: a term of an exponent as its number and the rest, which is 1 for a number. */
record ExponentTerm(Rational factor, Expr unit) {
  private static final int MOST_TERMS = 12;

  /** The terms whose sum is the exponent; a product with one sum in it is multiplied out. */
  static List<ExponentTerm> of(ExprPool pool, Expr exponent) {
    List<ExponentTerm> result = new ArrayList<>();
    if (exponent instanceof Sum sum && sum.terms().size() <= MOST_TERMS) {
      sum.terms().forEach(term -> result.addAll(of(pool, term)));
      return result;
    }
    if (exponent instanceof Product product) {
      List<Expr> sums = product.factors().stream().filter(f -> f instanceof Sum).toList();
      if (sums.size() == 1 && ((Sum) sums.get(0)).terms().size() <= MOST_TERMS) {
        List<Expr> others = new ArrayList<>(product.factors());
        others.remove(sums.get(0));
        Expr rest = pool.product(others);
        for (Expr term : ((Sum) sums.get(0)).terms()) {
          result.addAll(of(pool, pool.product(rest, term)));
        }
        return result;
      }
    }
    result.add(new ExponentTerm(Keys.coefficient(exponent), pool.product(Keys.factors(exponent))));
    return result;
  }

  /** The exponent as one term. */
  static ExponentTerm whole(ExprPool pool, Expr exponent) {
    Angle angle = Angle.of(pool, exponent);
    return new ExponentTerm(angle.factor(), angle.direction());
  }
}
