package dev.nabla.simplify;

import dev.nabla.expr.Compare;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Rational;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where polynomials are 0, as far as division and the discriminant of a quadratic tell. */
final class Zeros {
  private static final int BUDGET = 500;

  private final ExprPool pool;

  Zeros(ExprPool pool) {
    this.pool = pool;
  }

  /** Whether p ≠ q follows from the other condition: p − q divides what that says is not 0. */
  boolean follows(Compare unequal, Expr other) {
    if (!(other instanceof Compare compare)
        || compare.relation() == Compare.Relation.LE
        || compare.relation() == Compare.Relation.EQ) {
      return false;
    }
    Optional<Polynomial> divisor = difference(unequal);
    Optional<Polynomial> dividend = difference(compare);
    return divisor.isPresent()
        && dividend.isPresent()
        && (divisor.get().size() == 1
            ? vanishesWith(dividend.get(), divisor.get())
            : dividend.get().divide(divisor.get()).isPresent());
  }

  /** Whether every atom of a product is a factor of the polynomial: then so is where it is 0. */
  private static boolean vanishesWith(Polynomial polynomial, Polynomial product) {
    PowerProduct common = polynomial.commonMonomial();
    return product.commonMonomial().atoms().stream()
        .allMatch(atom -> common.exponent(atom).signum() > 0);
  }

  /** Whether p ≠ q always: p − q is a·u² + b·u + c with b² &lt; 4·a·c. */
  boolean isNever(Compare unequal) {
    return difference(unequal).filter(this::hasNoRoot).isPresent();
  }

  private Optional<Polynomial> difference(Compare compare) {
    FractionReader reader = new FractionReader(pool, BUDGET, new Work(pool));
    Fraction fraction = reader.read(pool.subtract(compare.left(), compare.right()));
    return reader.isExhausted() || !fraction.denominator().isOne()
        ? Optional.empty()
        : Optional.of(fraction.numerator());
  }

  private boolean hasNoRoot(Polynomial polynomial) {
    Set<Expr> atoms = new HashSet<>();
    polynomial.terms().keySet().forEach(monomial -> atoms.addAll(monomial.atoms()));
    if (atoms.size() != 1) {
      return false;
    }
    Expr atom = atoms.iterator().next();
    Rational[] coefficients = {Rational.ZERO, Rational.ZERO, Rational.ZERO};
    for (Map.Entry<PowerProduct, Rational> term : polynomial.terms().entrySet()) {
      Rational exponent = term.getKey().exponent(atom);
      if (!exponent.isInt() || exponent.intValue() > 2 || exponent.signum() < 0) {
        return false;
      }
      coefficients[exponent.intValue()] = term.getValue();
    }
    Rational square = coefficients[1].multiply(coefficients[1]);
    Rational product = coefficients[0].multiply(coefficients[2]).multiply(Rational.of(4));
    return square.compareTo(product) < 0;
  }
}
