package dev.nabla.simplify;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Num;
import dev.nabla.expr.Power;
import dev.nabla.expr.Product;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Sum;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The distributive law as far as it goes: (a + b)²/c is a²/c + 2·a·b/c + b²/c; sums below a bar
 * stay. Expressions that are equal by it become one.
 */
final class MultipliedOut {
  private static final int MOST_TERMS = 24;
  private static final int LARGEST_EXPONENT = 4;

  private MultipliedOut() {}

  /** The terms, the expression alone where they would be too many. */
  static List<Expr> terms(ExprPool pool, Expr expr) {
    List<Map<Expr, Rational>> products = products(expr);
    if (products.size() > MOST_TERMS) {
      return List.of(expr);
    }
    Expr sum = pool.sum(products.stream().map(factors -> product(pool, factors)).toList());
    return sum instanceof Sum several ? several.terms() : List.of(sum);
  }

  private static Expr product(ExprPool pool, Map<Expr, Rational> factors) {
    return pool.product(
        factors.entrySet().stream()
            .map(factor -> pool.power(factor.getKey(), pool.num(factor.getValue())))
            .toList());
  }

  /** Products whose sum is the expression: bases with their exponents. */
  private static List<Map<Expr, Rational>> products(Expr expr) {
    if (expr instanceof Sum sum) {
      List<Map<Expr, Rational>> result = new ArrayList<>();
      for (Expr term : sum.terms()) {
        if (result.size() <= MOST_TERMS) {
          result.addAll(products(term));
        }
      }
      return result;
    } else if (expr instanceof Product product) {
      List<Map<Expr, Rational>> result = List.of(Map.of());
      for (Expr factor : product.factors()) {
        result = times(result, products(factor));
      }
      return result;
    } else if (expr instanceof Power power && power.exponent() instanceof Num exponent) {
      return power(power.base(), exponent.value());
    }
    return List.of(Map.of(expr, Rational.ONE));
  }

  private static List<Map<Expr, Rational>> power(Expr base, Rational exponent) {
    if (!exponent.isInteger() || base instanceof Num) {
      return List.of(Map.of(base, exponent));
    }
    List<Map<Expr, Rational>> single = products(base);
    if (single.size() == 1) {
      Map<Expr, Rational> result = new LinkedHashMap<>();
      single.get(0).forEach((factor, e) -> result.put(factor, e.multiply(exponent)));
      return List.of(result);
    }
    if (exponent.signum() < 0 || exponent.compareTo(Rational.of(LARGEST_EXPONENT)) > 0) {
      return List.of(Map.of(base, exponent));
    }
    List<Map<Expr, Rational>> result = single;
    for (int i = 1; i < exponent.intValue(); i++) {
      result = times(result, single);
    }
    return result;
  }

  private static List<Map<Expr, Rational>> times(
      List<Map<Expr, Rational>> some, List<Map<Expr, Rational>> others) {
    List<Map<Expr, Rational>> result = new ArrayList<>();
    for (Map<Expr, Rational> a : some) {
      for (Map<Expr, Rational> b : others) {
        if (result.size() <= MOST_TERMS) {
          result.add(times(a, b));
        }
      }
    }
    return result;
  }

  private static Map<Expr, Rational> times(Map<Expr, Rational> a, Map<Expr, Rational> b) {
    Map<Expr, Rational> result = new LinkedHashMap<>(a);
    b.forEach((base, exponent) -> result.merge(base, exponent, Rational::add));
    result.values().removeIf(Rational::isZero);
    return result;
  }
}
