package dev.nabla.simplify;

import dev.nabla.expr.Expr;
import dev.nabla.expr.Rational;
import java.util.Map;

/**
 * numerator / ∏ base^exponent.
 *
 * @param numerator a polynomial in atoms
 * @param denominator positive exponents of atoms and of sums
 */
record Fraction(Polynomial numerator, Map<Expr, Rational> denominator) {
  static Fraction of(Polynomial numerator) {
    return new Fraction(numerator, Map.of());
  }
}
