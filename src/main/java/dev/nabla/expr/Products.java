package dev.nabla.expr;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * ∏ factors in canonical form: flat, numbers multiplied, powers of one base collected, sorted.
 *
 * <p>Powers are collected only where both sides are defined at the same points: exponents of one
 * sign whose sum is not a fraction turned integer. So x·x² is x³, but x·x⁻¹ and √x·√x stay (the
 * last as (√x)²).
 */
final class Products {
  private final ExprPool pool;
  private final Map<Expr, List<Expr>> exponents = new LinkedHashMap<>();
  private Rational coefficient = Rational.ONE;
  private Rational radicand = Rational.ONE;

  Products(ExprPool pool) {
    this.pool = pool;
  }

  Expr of(Collection<Expr> factors) {
    for (Expr factor : factors) {
      multiply(factor);
    }
    Roots.SquareRoot root = Roots.squareRoot(radicand);
    coefficient = coefficient.multiply(root.outside());
    if (coefficient.isZero()) {
      exponents.forEach(
          (base, all) ->
              all.forEach(exponent -> pool.leaveOut(pool.collectedPower(base, exponent))));
      return pool.zero();
    }
    List<Expr> result = new ArrayList<>();
    if (!root.inside().isOne()) {
      result.add(pool.internPower(pool.num(root.inside()), pool.num(Rational.HALF)));
    }
    for (Map.Entry<Expr, List<Expr>> entry : exponents.entrySet()) {
      for (Expr exponent : entry.getValue()) {
        result.add(pool.collectedPower(entry.getKey(), exponent));
      }
    }
    result.sort(CanonicalOrder.INSTANCE);
    if (!coefficient.isOne()) {
      result.add(0, pool.num(coefficient));
    }
    return switch (result.size()) {
      case 0 -> pool.one();
      case 1 -> result.get(0);
      default -> pool.internProduct(result);
    };
  }

  private void multiply(Expr factor) {
    if (factor instanceof Num num) {
      coefficient = coefficient.multiply(num.value());
    } else if (factor instanceof Product product
        && product.factors().size() <= Sums.FLATTEN_LIMIT) {
      product.factors().forEach(this::multiply);
    } else if (factor instanceof Power power) {
      multiplyPower(power);
    } else {
      collect(factor, pool.one());
    }
  }

  private void multiplyPower(Power power) {
    if (power.base() instanceof Num base
        && power.exponent() instanceof Num exponent
        && exponent.value().equals(Rational.HALF)
        && base.value().signum() > 0) {
      radicand = radicand.multiply(base.value());
    } else if (power.exponent() instanceof Num) {
      collect(power.base(), power.exponent());
    } else {
      collect(power, pool.one());
    }
  }

  private void collect(Expr base, Expr exponent) {
    List<Expr> present = exponents.computeIfAbsent(base, key -> new ArrayList<>(1));
    Rational value = ((Num) exponent).value();
    for (int i = 0; i < present.size(); i++) {
      Rational other = ((Num) present.get(i)).value();
      if (value.signum() != other.signum()) {
        continue;
      }
      Rational sum = value.add(other);
      if (!sum.isInteger() || (value.isInteger() && other.isInteger())) {
        present.set(i, pool.num(sum));
        return;
      }
      if (value.equals(other)) {
        present.remove(i);
        collect(pool.collectedPower(base, exponent), pool.num(2));
        return;
      }
    }
    present.add(exponent);
  }
}
