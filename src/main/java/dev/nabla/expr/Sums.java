package dev.nabla.expr;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Σ terms in canonical form: flat, like terms collected, one number, sorted. */
final class Sums {
  /** A longer sum inside a sum stays a node: else a chain of growing sums would take n² terms. */
  static final int FLATTEN_LIMIT = 64;

  private final ExprPool pool;
  private final Map<Expr, Rational> coefficients = new LinkedHashMap<>();
  private Rational number = Rational.ZERO;

  Sums(ExprPool pool) {
    this.pool = pool;
  }

  Expr of(Collection<Expr> terms) {
    for (Expr term : terms) {
      add(term);
    }
    List<Expr> result = new ArrayList<>(coefficients.size() + 1);
    boolean nested = false;
    for (Map.Entry<Expr, Rational> entry : coefficients.entrySet()) {
      if (!entry.getValue().isZero()) {
        Expr term = pool.scale(entry.getValue(), entry.getKey());
        nested |= isFlattened(term);
        result.add(term);
      } else {
        pool.leaveOut(entry.getKey());
      }
    }
    if (nested) {
      // 2·(x + y) − (x + y) left a bare sum: its terms may now meet their like.
      result.add(pool.num(number));
      return new Sums(pool).of(result);
    }
    result.sort(CanonicalOrder.INSTANCE);
    if (!number.isZero()) {
      result.add(0, pool.num(number));
    }
    return switch (result.size()) {
      case 0 -> pool.zero();
      case 1 -> result.get(0);
      default -> pool.internSum(result);
    };
  }

  private void add(Expr term) {
    if (term instanceof Num num) {
      number = number.add(num.value());
    } else if (isFlattened(term)) {
      for (Expr inner : ((Sum) term).terms()) {
        add(inner);
      }
    } else if (term instanceof Product product && product.factors().get(0) instanceof Num num) {
      coefficients.merge(pool.withoutCoefficient(product), num.value(), Rational::add);
    } else {
      coefficients.merge(term, Rational.ONE, Rational::add);
    }
  }

  private static boolean isFlattened(Expr term) {
    return term instanceof Sum sum && sum.terms().size() <= FLATTEN_LIMIT;
  }
}
