package dev.nabla.simplify;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Num;
import dev.nabla.expr.Power;
import dev.nabla.expr.Product;
import dev.nabla.expr.Rational;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * x^m·x^n → x^(m+n) for numbers m and n of any sign, so that x·x⁻¹ → 1 and (√x)² → x.
 *
 * <p>The right side is defined wherever the left is: a negative sum needs a negative summand.
 */
final class PowerCollection {
  private final ExprPool pool;
  private final Cost cost;

  PowerCollection(ExprPool pool, Cost cost) {
    this.pool = pool;
    this.cost = cost;
  }

  /** The shorter form, or the node itself. */
  Expr apply(Expr node) {
    if (!(node instanceof Product) && !(node instanceof Power)) {
      return node;
    }
    List<Expr> factors = node instanceof Product product ? product.factors() : List.of(node);
    Map<Expr, Rational> exponents = new LinkedHashMap<>();
    List<Expr> others = new ArrayList<>();
    int read = 0;
    boolean nested = false;
    for (Expr factor : factors) {
      if (factor instanceof Num) {
        others.add(factor);
        continue;
      }
      Expr base = factor;
      Rational exponent = Rational.ONE;
      while (base instanceof Power power
          && power.exponent() instanceof Num num
          && merges(num.value(), exponent)) {
        nested |= base != factor;
        exponent = exponent.multiply(num.value());
        base = power.base();
      }
      read++;
      exponents.merge(base, exponent, Rational::add);
    }
    if (exponents.size() == read && !nested) {
      return node;
    }
    exponents.forEach((base, exponent) -> others.add(pool.power(base, pool.num(exponent))));
    Expr result = pool.product(others);
    return cost.of(result) < cost.of(node) ? result : node;
  }

  /** (b^inner)^outer is b^(inner·outer): for a fraction inside b ≥ 0; for a whole power outside. */
  private static boolean merges(Rational inner, Rational outer) {
    return outer.isInteger() || !inner.isInteger();
  }
}
