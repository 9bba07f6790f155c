package dev.nabla.expr;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** base^exponent in canonical form, by rules that hold at every point. */
final class Powers {
  /** Larger exact powers of numbers stay unevaluated. */
  private static final int LARGEST_BITS = 4096;

  private static final int LARGEST_ROOT = 64;
  private static final int LARGEST_EXPONENT_BITS = 10;

  private final ExprPool pool;

  Powers(ExprPool pool) {
    this.pool = pool;
  }

  Expr of(Expr base, Expr exponent) {
    if (base == pool.one()) {
      pool.leaveOut(exponent);
      return base;
    }
    if (!(exponent instanceof Num num)) {
      return pool.internPower(base, exponent);
    }
    Rational n = num.value();
    if (n.isZero()) {
      pool.leaveOut(base);
      return pool.one();
    }
    if (n.isOne()) {
      return base;
    }
    if (base instanceof Num value) {
      return ofNumber(value, num);
    }
    if (base instanceof Power inner && inner.exponent() instanceof Num innerExponent) {
      return ofPower(base, inner.base(), innerExponent.value(), num);
    }
    if (base instanceof Product product) {
      return ofProduct(product, num);
    }
    return pool.internPower(base, exponent);
  }

  private Expr ofNumber(Num base, Num exponent) {
    Rational value = base.value();
    Rational n = exponent.value();
    if (value.isZero()) {
      return n.signum() > 0 ? base : pool.internPower(base, exponent);
    }
    if (n.isInt()) {
      long bits = Math.max(value.numerator().bitLength(), value.denominator().bitLength());
      if (value.abs().isOne() || bits * Math.abs((long) n.intValue()) <= LARGEST_BITS) {
        return pool.num(value.pow(n.intValue()));
      }
      return pool.internPower(base, exponent);
    }
    if (value.signum() < 0 || n.isInteger() || n.numerator().bitLength() > LARGEST_EXPONENT_BITS) {
      return pool.internPower(base, exponent);
    }
    if (n.denominator().equals(BigInteger.TWO)) {
      // v^(k + 1/2) = v^k·√v
      int whole = Math.floorDiv(n.numerator().intValue(), 2);
      Roots.SquareRoot root = Roots.squareRoot(value);
      Rational factor = value.pow(whole).multiply(root.outside());
      Expr radical =
          root.inside().isOne()
              ? pool.one()
              : pool.internPower(pool.num(root.inside()), pool.num(Rational.HALF));
      return pool.scale(factor, radical);
    }
    return exactRoot(value, n).<Expr>map(pool::num).orElse(pool.internPower(base, exponent));
  }

  private static Optional<Rational> exactRoot(Rational value, Rational exponent) {
    if (exponent.denominator().bitLength() > 8
        || exponent.numerator().bitLength() > LARGEST_EXPONENT_BITS
        || exponent.denominator().intValue() > LARGEST_ROOT) {
      return Optional.empty();
    }
    return Roots.exact(value, exponent.denominator().intValue())
        .map(root -> root.pow(exponent.numerator().intValue()));
  }

  /** (b^m)^n: only where both are defined at the same points and equal there. */
  private Expr ofPower(Expr base, Expr innerBase, Rational m, Num exponent) {
    Rational n = exponent.value();
    if (n.isInteger() && !(m.signum() < 0 && n.signum() < 0)) {
      Rational product = m.multiply(n);
      if (m.isInteger() || !product.isInteger()) {
        return of(innerBase, pool.num(product));
      }
    }
    return pool.internPower(base, exponent);
  }

  /** An integer power spreads over a product; any power spreads over an exact numeric factor. */
  private Expr ofProduct(Product base, Num exponent) {
    if (exponent.value().isInteger()) {
      List<Expr> factors = new ArrayList<>(base.factors().size());
      for (Expr factor : base.factors()) {
        factors.add(of(factor, exponent));
      }
      return pool.product(factors);
    }
    Rational coefficient = base.coefficient();
    if (coefficient.signum() > 0 && !coefficient.isOne()) {
      Optional<Rational> root = exactRoot(coefficient, exponent.value());
      if (root.isPresent()) {
        return pool.scale(root.get(), of(pool.withoutCoefficient(base), exponent));
      }
    }
    return pool.internPower(base, exponent);
  }
}
