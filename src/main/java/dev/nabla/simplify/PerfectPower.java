package dev.nabla.simplify;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Num;
import dev.nabla.expr.Rational;
import java.math.BigInteger;
import java.util.Optional;

/** root^exponent with the largest exponent, such as 2³ for 8; exponent 1 for what is no power. */
record PerfectPower(BigInteger value, int exponent) {
  static PerfectPower of(Expr expr) {
    if (!(expr instanceof Num num) || !num.value().isInteger()) {
      return new PerfectPower(BigInteger.ONE, 1);
    }
    BigInteger value = num.value().numerator();
    if (value.bitLength() < 2 || value.signum() < 0 || value.bitLength() > 63) {
      return new PerfectPower(value, 1);
    }
    for (int k = value.bitLength(); k > 1; k--) {
      BigInteger root = BigInteger.valueOf(Math.round(Math.pow(value.doubleValue(), 1.0 / k)));
      if (root.pow(k).equals(value)) {
        return new PerfectPower(root, k);
      }
    }
    return new PerfectPower(value, 1);
  }

  Expr root(ExprPool pool) {
    return pool.num(new Rational(value, BigInteger.ONE));
  }

  /** The rational number of which this is the square. */
  static Optional<Rational> root(Rational square) {
    if (square.signum() < 0) {
      return Optional.empty();
    }
    Rational root = new Rational(square.numerator().sqrt(), square.denominator().sqrt());
    return root.multiply(root).equals(square) ? Optional.of(root) : Optional.empty();
  }
}
