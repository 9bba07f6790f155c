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
    // Of two forms of one length the first is taken: 2·(x² − 1)/y rather than (2·x² − 2)/y.
    Set<Drawn> ways = new LinkedHashSet<>();
    ways.add(new Drawn(content, common));
    ways.add(new Drawn(content.negate(), common));
    ways.add(new Drawn(Rational.ONE, PowerProduct.ONE));
    ways.add(new Drawn(Rational.ONE, common));
    ways.add(new Drawn(Rational.MINUS_ONE, common));
    ways.add(new Drawn(denominator, common));
    ways.add(new Drawn(denominator, PowerProduct.ONE));
    return ways.stream().map(drawn -> form(numerator, drawn, below)).toList();
  }

  /** What stands before the parentheses of the numerator. */
  private record Drawn(Rational coefficient, PowerProduct monomial) {}

  private Expr form(Polynomial numerator, Drawn drawn, PowerProduct below) {
    Expr sum = sum(numerator.over(drawn.coefficient(), drawn.monomial()));
    PowerProduct outside = drawn.monomial().times(below);
    return pool.product(monomial(drawn.coefficient(), outside), sum);
  }
}
