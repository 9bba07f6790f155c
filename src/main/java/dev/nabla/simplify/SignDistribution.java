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

/** −(a − b) → b − a where that is shorter, in a sum also c·(a + b) → c·a + c·b. */
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
    if (node instanceof Power power && isNegativeSum(power.base())) {
      return shorter(node, withPositiveBase(power));
    }
    return node instanceof Sum sum ? ofSum(sum) : node;
  }

  private Expr ofProduct(Product product) {
    Expr best = product;
    boolean allNegative = false;
    for (int i = 0; i < product.factors().size(); i++) {
      Expr factor = product.factors().get(i);
      allNegative |= isNegativeSum(factor instanceof Power power ? power.base() : factor);
    }
    if (product.coefficient().signum() >= 0 && !allNegative) {
      return product;
    }
    // 1 − u is a form of its own: rather change the sign of another sum.
    for (boolean withNumber : new boolean[] {false, true}) {
      for (int i = 0; i < product.factors().size(); i++) {
        Expr factor = product.factors().get(i);
        if (hasNumber(factor) == withNumber) {
          best = shorter(best, flipped(product, i));
        }
      }
    }
    return best;
  }

  /** (−a − b)ⁿ as (a + b)ⁿ or −(a + b)ⁿ. */
  private Expr withPositiveBase(Power power) {
    boolean even =
        power.exponent() instanceof Num num
            && num.value().isInteger()
            && !num.value().numerator().testBit(0);
    if (even && isShortSum(power.base())) {
      return pool.power(negated(pool, (Sum) power.base()), power.exponent());
    }
    Expr opposite = opposite(power);
    return opposite == power ? power : pool.negate(opposite);
  }

  private static boolean isNegativeSum(Expr expr) {
    return expr instanceof Sum sum && sum.terms().stream().allMatch(Cost::isNegative);
  }

  private Expr flipped(Product product, int i) {
    Expr factor = product.factors().get(i);
    Expr opposite = opposite(factor);
    if (opposite == factor) {
      return product;
    }
    List<Expr> factors = new ArrayList<>(product.factors());
    factors.set(i, opposite);
    factors.add(pool.num(-1));
    return pool.product(factors);
  }

  private static boolean hasNumber(Expr factor) {
    Expr base = factor instanceof Power power ? power.base() : factor;
    return base instanceof Sum sum && sum.terms().get(0) instanceof Num;
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
    boolean onlySigns = true;
    int width = 0;
    boolean changed = false;
    for (Expr term : sum.terms()) {
      if (term instanceof Product product
          && product.factors().size() == 2
          && product.factors().get(0) instanceof Num num
          && isShortSum(product.factors().get(1))) {
        terms.add(scaled(pool, num.value(), (Sum) product.factors().get(1)));
        onlySigns &= num.value().abs().isOne();
        width += ((Sum) product.factors().get(1)).terms().size();
        changed = true;
      } else {
        width++;
        terms.add(term);
      }
    }
    if (!changed) {
      return sum;
    }
    // A number goes into the parentheses only where like terms meet there.
    Expr result = pool.sum(terms);
    boolean collected = !(result instanceof Sum other) || other.terms().size() < width;
    return onlySigns || collected ? shorter(sum, result) : sum;
  }

  private Expr shorter(Expr first, Expr second) {
    return cost.of(second) < cost.of(first) ? second : first;
  }
}
