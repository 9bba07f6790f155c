package dev.nabla.simplify;

import dev.nabla.expr.Apply;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Function;
import dev.nabla.expr.Rational;
import dev.nabla.function.FunctionTable;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Polynomials and fractions → expressions, in the few ways a person would write them. */
final class FractionWriter {
  private final ExprPool pool;

  FractionWriter(ExprPool pool) {
    this.pool = pool;
  }

  /** The function exp. */
  Function exponential() {
    return FunctionTable.get("exp");
  }

  /** coefficient·∏ atom^exponent; exponentials become one. */
  Expr monomial(Rational coefficient, PowerProduct exponents) {
    List<Expr> factors = new ArrayList<>();
    List<Expr> exponentTerms = new ArrayList<>();
    factors.add(pool.num(coefficient));
    exponents.forEach(
        (atom, exponent) -> {
          if (atom instanceof Apply apply && apply.function().name().equals("exp")) {
            exponentTerms.add(pool.product(pool.num(exponent), apply.arguments().get(0)));
          } else {
            factors.add(pool.power(atom, pool.num(exponent)));
          }
        });
    if (!exponentTerms.isEmpty()) {
      Expr exponent = pool.sum(exponentTerms);
      if (exponent != pool.zero()) {
        factors.add(pool.apply(exponential(), exponent));
      }
    }
    return pool.product(factors);
  }

  Expr sum(Polynomial polynomial) {
    List<Expr> terms = new ArrayList<>();
    polynomial.terms().forEach((monomial, value) -> terms.add(monomial(value, monomial)));
    return pool.sum(terms);
  }

  /** The forms to choose from: expanded above the bar, or with what is common drawn out. */
  List<Expr> forms(Fraction fraction) {
    Polynomial numerator = fraction.numerator();
    PowerProduct below = fraction.denominator().inverse();
    if (numerator.size() == 1) {
      Map.Entry<PowerProduct, Rational> only = numerator.terms().entrySet().iterator().next();
      return List.of(monomial(only.getValue(), only.getKey().times(below)));
    }
    Rational content = numerator.content();
    Rational denominator = new Rational(BigInteger.ONE, content.denominator());
    PowerProduct common = numerator.commonMonomial();
    Terms whole = new Terms(numerator, PowerProduct.ONE);
    Terms divided = common.isOne() ? whole : new Terms(numerator, common);
    // Of two forms of one length the first is taken: 2·(x² − 1)/y rather than (2·x² − 2)/y.
    Set<Expr> ways = new LinkedHashSet<>();
    ways.add(divided.form(content, below));
    ways.add(divided.form(content.negate(), below));
    ways.add(whole.form(Rational.ONE, below));
    ways.add(divided.form(Rational.ONE, below));
    ways.add(divided.form(Rational.MINUS_ONE, below));
    ways.add(divided.form(denominator, below));
    ways.add(whole.form(denominator, below));
    return List.copyOf(ways);
  }

  /** The terms of a numerator over what is drawn out of them, the numbers apart. */
  private final class Terms {
    private final List<Rational> coefficients = new ArrayList<>();
    private final List<Expr> monomials = new ArrayList<>();
    private final PowerProduct drawn;

    Terms(Polynomial numerator, PowerProduct drawn) {
      this.drawn = drawn;
      PowerProduct inverse = drawn.inverse();
      numerator
          .terms()
          .forEach(
              (monomial, coefficient) -> {
                coefficients.add(coefficient);
                monomials.add(monomial(Rational.ONE, monomial.times(inverse)));
              });
    }

    /** number·drawn·Σ terms/(number·drawn) · below. */
    Expr form(Rational number, PowerProduct below) {
      List<Expr> terms = new ArrayList<>();
      for (int i = 0; i < monomials.size(); i++) {
        terms.add(pool.scale(coefficients.get(i).divide(number), monomials.get(i)));
      }
      return pool.product(monomial(number, drawn.times(below)), pool.sum(terms));
    }
  }
}
