package dev.nabla.simplify;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Num;
import dev.nabla.expr.Power;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Sum;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** a·c + b·c → (a + b)·c where that is shorter: for all terms of a sum, or for groups of them. */
final class CommonFactors {
  private final ExprPool pool;
  private final Cost cost;
  private final UnaryOperator<Expr> shorten;

  /**
   * A common factor finder.
   *
   * @param shorten tries to make the sum in the parentheses shorter
   */
  CommonFactors(ExprPool pool, Cost cost, UnaryOperator<Expr> shorten) {
    this.pool = pool;
    this.cost = cost;
    this.shorten = shorten;
  }

  /** A term as its number and the powers of its bases. */
  private record Term(Expr expr, Rational coefficient, Map<Expr, Rational> exponents) {}

  /** A base above or below the bar. */
  private record Factor(Expr base, boolean reciprocal) {}

  /** The shorter form, or the sum itself. */
  Expr apply(Sum sum) {
    Map<Family, Rational> lowest = lowest(sum);
    List<Term> terms = sum.terms().stream().map(term -> term(term, lowest)).toList();
    Expr all = factored(terms);
    if (cost.of(all) < cost.of(sum)) {
      return all;
    }
    Expr grouped = grouped(terms);
    return cost.of(grouped) < cost.of(sum) ? grouped : sum;
  }

  /** The powers base^(symbolic + k) for numbers k. */
  private record Family(Expr base, Expr symbolic) {}

  /** For powers with symbolic exponents the lowest number beside the symbol. */
  private Map<Family, Rational> lowest(Sum sum) {
    Map<Family, Rational> lowest = new HashMap<>();
    for (Expr term : sum.terms()) {
      for (Expr factor : Keys.factors(term)) {
        if (factor instanceof Power power && !(power.exponent() instanceof Num)) {
          Rational number = number(power);
          lowest.merge(family(power), number, (a, b) -> a.compareTo(b) <= 0 ? a : b);
        }
      }
    }
    return lowest;
  }

  private Family family(Power power) {
    Expr symbolic = pool.subtract(power.exponent(), pool.num(number(power)));
    return new Family(power.base(), symbolic);
  }

  /** The number beside the symbols of an exponent. */
  private static Rational number(Power power) {
    return power.exponent() instanceof Sum sum
        ? sum.terms().stream()
            .filter(term -> term instanceof Num)
            .map(term -> ((Num) term).value())
            .findFirst()
            .orElse(Rational.ZERO)
        : Rational.ZERO;
  }

  /** Factors with numbers as exponents; x^(p + 1) is x^p·x where there is an x^p. */
  private Term term(Expr expr, Map<Family, Rational> lowest) {
    Map<Expr, Rational> exponents = new LinkedHashMap<>();
    for (Expr factor : Keys.factors(expr)) {
      boolean numeric = factor instanceof Power power && power.exponent() instanceof Num;
      Expr base = numeric ? ((Power) factor).base() : factor;
      Rational exponent = numeric ? ((Num) ((Power) factor).exponent()).value() : Rational.ONE;
      if (!numeric && factor instanceof Power power) {
        Rational least = lowest.get(family(power));
        Rational more = number(power).subtract(least);
        if (more.isInteger() && !more.isZero() && isOnlyPower(power, expr)) {
          base = pool.power(power.base(), pool.sum(family(power).symbolic(), pool.num(least)));
          exponents.put(power.base(), more);
        }
      }
      Rational other = exponents.putIfAbsent(base, exponent);
      if (other != null) {
        // In x²·x⁻¹ a power stands for itself; x beside it can not, it is the base.
        boolean isBase = factor == base;
        exponents.put(base, isBase ? exponent : other);
        exponents.put(isBase ? pool.power(base, pool.num(other)) : factor, Rational.ONE);
      }
    }
    return new Term(expr, Keys.coefficient(expr), exponents);
  }

  private static boolean isOnlyPower(Power power, Expr term) {
    return Keys.factors(term).stream()
        .filter(other -> other != power)
        .allMatch(other -> (other instanceof Power p ? p.base() : other) != power.base());
  }

  private static Map<Expr, Rational> common(List<Term> terms) {
    Map<Expr, Rational> common = new LinkedHashMap<>(terms.get(0).exponents());
    for (Term term : terms) {
      common.replaceAll(
          (base, exponent) ->
              smaller(exponent, term.exponents().getOrDefault(base, Rational.ZERO)));
      common.values().removeIf(Rational::isZero);
    }
    return common;
  }

  /** The exponent nearer to 0; 0 where the signs differ. */
  private static Rational smaller(Rational a, Rational b) {
    if (a.signum() != b.signum()) {
      return Rational.ZERO;
    }
    return a.abs().compareTo(b.abs()) <= 0 ? a : b;
  }

  /** common·(Σ term/common), or the plain sum where nothing is common. */
  private Expr factored(List<Term> terms) {
    Map<Expr, Rational> common = common(terms);
    Expr plain = pool.sum(terms.stream().map(Term::expr).toList());
    if (common.isEmpty()) {
      return plain;
    }
    List<Expr> rest = new ArrayList<>();
    for (Term term : terms) {
      List<Expr> factors = new ArrayList<>();
      factors.add(pool.num(term.coefficient()));
      term.exponents()
          .forEach(
              (base, exponent) ->
                  factors.add(
                      power(base, exponent.subtract(common.getOrDefault(base, Rational.ZERO)))));
      rest.add(pool.product(factors));
    }
    List<Expr> outside = new ArrayList<>();
    common.forEach((base, exponent) -> outside.add(power(base, exponent)));
    Expr inside = pool.sum(rest);
    addWithoutContent(shorten.apply(inside), outside);
    return pool.product(outside);
  }

  /** 10·x² − 2 as a factor is 2·(5·x² − 1). */
  private void addWithoutContent(Expr inside, List<Expr> factors) {
    BigInteger content = BigInteger.ZERO;
    if (inside instanceof Sum sum) {
      for (Expr term : sum.terms()) {
        Rational coefficient = Keys.coefficient(term);
        content = coefficient.isInteger() ? content.gcd(coefficient.numerator()) : BigInteger.ONE;
        if (content.equals(BigInteger.ONE)) {
          break;
        }
      }
    }
    if (content.bitLength() < 2) {
      factors.add(inside);
      return;
    }
    Rational number = new Rational(content, BigInteger.ONE);
    Rational inverse = Rational.ONE.divide(number);
    factors.add(pool.num(number));
    factors.add(
        pool.sum(((Sum) inside).terms().stream().map(t -> pool.scale(inverse, t)).toList()));
  }

  private Expr power(Expr base, Rational exponent) {
    return exponent.isZero() ? pool.one() : pool.power(base, pool.num(exponent));
  }

  /** Each term goes to the group of the factor that saves most, if it shortens. */
  private Expr grouped(List<Term> terms) {
    Map<Factor, List<Integer>> holders = new LinkedHashMap<>();
    for (int i = 0; i < terms.size(); i++) {
      for (Map.Entry<Expr, Rational> entry : terms.get(i).exponents().entrySet()) {
        Factor factor = new Factor(entry.getKey(), entry.getValue().signum() < 0);
        holders.computeIfAbsent(factor, key -> new ArrayList<>()).add(i);
      }
    }
    Comparator<Factor> bySaving =
        Comparator.comparingDouble(
            factor -> -(holders.get(factor).size() - 1) * cost.of(factor.base()));
    List<Factor> candidates = holders.keySet().stream().sorted(bySaving).toList();
    boolean[] used = new boolean[terms.size()];
    List<Expr> result = new ArrayList<>();
    for (Factor factor : candidates) {
      List<Integer> free = holders.get(factor).stream().filter(i -> !used[i]).toList();
      if (free.size() > 1) {
        List<Term> group = free.stream().map(terms::get).toList();
        Expr before = pool.sum(group.stream().map(Term::expr).toList());
        Expr after = factored(group);
        if (cost.of(after) < cost.of(before)) {
          result.add(after);
          free.forEach(i -> used[i] = true);
        }
      }
    }
    for (int i = 0; i < used.length; i++) {
      if (!used[i]) {
        result.add(terms.get(i).expr());
      }
    }
    return pool.sum(result);
  }
}
