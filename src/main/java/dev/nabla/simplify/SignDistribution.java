package dev.nabla.simplify;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Num;
import dev.nabla.expr.Power;
import dev.nabla.expr.Product;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Sum;
import java.util.ArrayList;
import java.util.List;

/** −(a − b) → b − a, and c·(a + b) → c·a + c·b, where that is shorter. */
final class SignDistribution {
  private static final int MOST_TERMS = 64;

  private final ExprPool pool;
  private final Cost cost;

  SignDistribution(ExprPool pool, Cost cost) {
    this.pool = pool;
    this.cost = cost;
  }

  static Expr negated(ExprPool pool, Sum sum) {
    return scaled(pool, Rational.MINUS_ONE, sum);
  }

  private static Expr scaled(ExprPool pool, Rational factor, Sum sum) {
    return pool.sum(sum.terms().stream().map(term -> pool.scale(factor, term)).toList());
  }

  /** The shorter form, or the node itself. */
  Expr apply(Expr node) {
    if (node instanceof Product product) {
      return ofProduct(product);
    }
    return node instanceof Sum sum ? ofSum(sum) : node;
  }

  private Expr ofProduct(Product product) {
    Expr best = product;
    if (product.factors().size() == 2
        && product.factors().get(0) instanceof Num num
        && isShortSum(product.factors().get(1))) {
      best = shorter(best, scaled(pool, num.value(), (Sum) product.factors().get(1)));
    }
    if (product.coefficient().signum() >= 0) {
      return best;
    }
    for (int i = 0; i < product.factors().size(); i++) {
      Expr factor = product.factors().get(i);
      Expr opposite = opposite(factor);
      if (opposite != factor) {
        List<Expr> factors = new ArrayList<>(product.factors());
        factors.set(i, opposite);
        factors.set(0, pool.num(product.coefficient().negate()));
        return shorter(best, pool.product(factors));
      }
    }
    return best;
  }

  /** The same factor with the sign of its sum changed; the factor itself where there is none. */
  private Expr opposite(Expr factor) {
    if (isShortSum(factor)) {
      return negated(pool, (Sum) factor);
    }
    if (factor instanceof Power power
        && isShortSum(power.base())
        && power.exponent() instanceof Num num
        && num.value().isInteger()
        && num.value().numerator().testBit(0)) {
      return pool.power(negated(pool, (Sum) power.base()), power.exponent());
    }
    return factor;
  }

  private static boolean isShortSum(Expr expr) {
    return expr instanceof Sum sum && sum.terms().size() <= MOST_TERMS;
  }

  private Expr ofSum(Sum sum) {
    List<Expr> terms = new ArrayList<>(sum.terms().size());
    boolean changed = false;
    for (Expr term : sum.terms()) {
      if (term instanceof Product product
          && product.factors().size() == 2
          && product.factors().get(0) instanceof Num num
          && isShortSum(product.factors().get(1))) {
        terms.add(scaled(pool, num.value(), (Sum) product.factors().get(1)));
        changed = true;
      } else {
        terms.add(term);
      }
    }
    return changed ? shorter(sum, pool.sum(terms)) : sum;
  }

  private Expr shorter(Expr first, Expr second) {
    return cost.of(second) < cost.of(first) ? second : first;
  }
}
