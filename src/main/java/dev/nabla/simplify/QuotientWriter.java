package dev.nabla.simplify;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Rational;
import dev.nabla.function.FunctionTable;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Product of powers → the ways in which a person might write it. */
final class QuotientWriter {
  private static final int MOST_EXPANDED = 12;
  private static final int MOST_DISTRIBUTED = 4;

  private final ExprPool pool;
  private final QuotientReader reader;
  private final QuotientRing ring;
  private final Generators generators;

  QuotientWriter(ExprPool pool, QuotientReader reader) {
    this.pool = pool;
    this.reader = reader;
    this.ring = reader.ring();
    this.generators = reader.generators();
  }

  /** Candidates: sums multiplied out or not, numbers and common factors inside or outside. */
  Set<Expr> forms(FactoredQuotient quotient) {
    Set<Expr> forms = new LinkedHashSet<>();
    Map<Integer, Rational> monomial = new LinkedHashMap<>();
    Map<Multinomial, Integer> sums = new LinkedHashMap<>();
    quotient
        .factors()
        .forEach(
            (factor, exponent) -> {
              int variable = FactoredQuotient.variable(factor);
              if (variable >= 0) {
                monomial.put(variable, Rational.of(exponent));
              } else {
                sums.put(factor, exponent);
              }
            });
    Set<Map<Multinomial, Integer>> choices = new LinkedHashSet<>();
    choices.add(sums);
    Map<Multinomial, Integer> merged = merged(sums);
    choices.add(merged);
    choices.add(expanded(merged, true, false));
    choices.add(expanded(merged, false, true));
    choices.add(expanded(merged, true, true));
    for (Map<Multinomial, Integer> choice : choices) {
      write(quotient.coefficient(), monomial, choice, forms);
    }
    return forms;
  }

  /** Factors of one exponent multiplied out where their product has no more terms than both. */
  private Map<Multinomial, Integer> merged(Map<Multinomial, Integer> sums) {
    Map<Multinomial, Integer> result = new LinkedHashMap<>();
    for (Map.Entry<Multinomial, Integer> entry : sums.entrySet()) {
      Multinomial factor = entry.getKey();
      int exponent = entry.getValue();
      for (Multinomial other : List.copyOf(result.keySet())) {
        int common = common(result.getOrDefault(other, 0), exponent);
        Multinomial product = ring.product(factor, other);
        if (common != 0 && product.size() <= Math.max(factor.size(), other.size())) {
          result.merge(other, -common, Integer::sum);
          exponent -= common;
          result.merge(product, common, Integer::sum);
        }
      }
      result.merge(factor, exponent, Integer::sum);
      result.values().removeIf(e -> e == 0);
    }
    return result;
  }

  /** The exponent nearer to 0, or 0 where the signs differ. */
  private static int common(int a, int b) {
    return Integer.signum(a) * Integer.signum(b) <= 0
        ? 0
        : Integer.signum(a) * Math.min(Math.abs(a), Math.abs(b));
  }

  /** The factors of exponent 1 above (−1 below) multiplied out. */
  private Map<Multinomial, Integer> expanded(
      Map<Multinomial, Integer> sums, boolean above, boolean below) {
    Map<Multinomial, Integer> result = new LinkedHashMap<>();
    Multinomial top = Multinomial.ONE;
    Multinomial bottom = Multinomial.ONE;
    for (Map.Entry<Multinomial, Integer> entry : sums.entrySet()) {
      int exponent = entry.getValue();
      Multinomial factor = entry.getKey();
      if (above && exponent == 1 && top.size() * factor.size() <= MOST_EXPANDED) {
        top = ring.product(top, factor);
      } else if (below && exponent == -1 && bottom.size() * factor.size() <= MOST_EXPANDED) {
        bottom = ring.product(bottom, factor);
      } else {
        result.put(factor, exponent);
      }
    }
    if (!top.isOne()) {
      result.merge(top, 1, Integer::sum);
    }
    if (!bottom.isOne()) {
      result.merge(bottom, -1, Integer::sum);
    }
    return result;
  }

  private void write(
      Rational coefficient,
      Map<Integer, Rational> monomial,
      Map<Multinomial, Integer> sums,
      Set<Expr> forms) {
    writeAbove(coefficient, monomial, sums, forms);
    for (Map.Entry<Multinomial, Integer> entry : sums.entrySet()) {
      if (entry.getValue() == -1) {
        writeBelow(coefficient, monomial, sums, entry.getKey(), forms);
        return;
      }
    }
  }

  /** c·(x + 1) below the bar as c·x + c. */
  private void writeBelow(
      Rational coefficient,
      Map<Integer, Rational> monomial,
      Map<Multinomial, Integer> sums,
      Multinomial sum,
      Set<Expr> forms) {
    Multinomial below = sum.scale(new Rational(coefficient.denominator(), BigInteger.ONE));
    Map<Integer, Rational> above = new LinkedHashMap<>(monomial);
    for (Map.Entry<Integer, Rational> entry : monomial.entrySet()) {
      Rational exponent = entry.getValue();
      if (exponent.equals(Rational.MINUS_ONE) && !sum.contains(entry.getKey())) {
        above.remove(entry.getKey());
        below = below.multiply(Monomial.of(entry.getKey(), 1));
      }
    }
    Map<Multinomial, Integer> others = new LinkedHashMap<>(sums);
    others.remove(sum);
    others.merge(below, -1, Integer::sum);
    writeAbove(new Rational(coefficient.numerator(), BigInteger.ONE), above, others, forms);
  }

  private void writeAbove(
      Rational coefficient,
      Map<Integer, Rational> monomial,
      Map<Multinomial, Integer> sums,
      Set<Expr> forms) {
    Expr outside = generators.product(Rational.ONE, monomial);
    List<Expr> factors = new ArrayList<>();
    Multinomial core = Multinomial.ONE;
    for (Map.Entry<Multinomial, Integer> entry : sums.entrySet()) {
      if (entry.getValue() == 1 && core.isOne()) {
        core = entry.getKey();
      } else {
        factors.add(pool.power(generators.expression(entry.getKey()), pool.num(entry.getValue())));
      }
    }
    factors.add(outside);
    Expr rest = pool.product(factors);
    if (core.isOne()) {
      forms.add(pool.scale(coefficient, rest));
      return;
    }
    Rational numerator = new Rational(coefficient.numerator(), BigInteger.ONE);
    Rational inverse = Rational.ONE.divide(new Rational(coefficient.denominator(), BigInteger.ONE));
    forms.add(product(coefficient, rest, core));
    forms.add(product(coefficient.negate(), rest, core.scale(Rational.MINUS_ONE)));
    forms.add(product(inverse, rest, core.scale(numerator)));
    forms.add(product(Rational.ONE, rest, core.scale(coefficient)));
    forms.add(inside(coefficient, monomial, factors.subList(0, factors.size() - 1), core));
    Map<Integer, Rational> apart = besideSymbolic(monomial);
    if (!apart.isEmpty()) {
      forms.add(apart(coefficient, monomial, apart, others(factors), core));
    }
    if (core.size() <= MOST_DISTRIBUTED) {
      List<Expr> terms = new ArrayList<>();
      core.scale(coefficient)
          .terms()
          .forEach((m, c) -> terms.add(pool.product(term(m, c, monomial), others(factors))));
      forms.add(pool.sum(terms));
    }
  }

  /** The powers such as x⁻¹ that stand beside xⁿ, where x = 0 had no value anyway. */
  private Map<Integer, Rational> besideSymbolic(Map<Integer, Rational> monomial) {
    Set<Expr> bases = new HashSet<>();
    monomial.keySet().stream()
        .map(generators::get)
        .filter(generator -> generator.unit() != pool.one())
        .forEach(generator -> bases.add(generator.base()));
    Map<Integer, Rational> result = new LinkedHashMap<>();
    monomial.forEach(
        (v, exponent) -> {
          Generators.Generator generator = generators.get(v);
          if (exponent.signum() < 0
              && generator.unit() == pool.one()
              && bases.contains(generator.base())
              && (reader.isPole(Multinomial.variable(v, 1)) || hasLogarithm(generator.base()))) {
            result.put(v, exponent);
          }
        });
    return result;
  }

  private boolean hasLogarithm(Expr base) {
    return generators.contains(pool.apply(FunctionTable.get("log"), base), pool.one(), 1);
  }

  /** xⁿ·(a + b/x) rather than xⁿ⁻¹·(a·x + b). */
  private Expr apart(
      Rational coefficient,
      Map<Integer, Rational> monomial,
      Map<Integer, Rational> inner,
      Expr others,
      Multinomial core) {
    Map<Integer, Rational> outer = new LinkedHashMap<>(monomial);
    outer.keySet().removeAll(inner.keySet());
    List<Expr> terms = new ArrayList<>();
    core.terms().forEach((m, c) -> terms.add(term(m, c, inner)));
    Expr around = pool.product(generators.product(Rational.ONE, outer), others);
    return pool.scale(coefficient, pool.product(around, pool.sum(terms)));
  }

  private Expr others(List<Expr> factors) {
    return pool.product(factors.subList(0, factors.size() - 1));
  }

  private Expr product(Rational coefficient, Expr rest, Multinomial core) {
    return pool.scale(coefficient, pool.product(rest, generators.expression(core)));
  }

  /** Each term of the sum times the factors that are above the bar. */
  private Expr inside(
      Rational coefficient, Map<Integer, Rational> monomial, List<Expr> factors, Multinomial core) {
    Map<Integer, Rational> above = new LinkedHashMap<>(monomial);
    above.values().removeIf(e -> e.signum() < 0);
    Map<Integer, Rational> below = new LinkedHashMap<>(monomial);
    below.values().removeIf(e -> e.signum() > 0);
    List<Expr> terms = new ArrayList<>();
    core.scale(coefficient).terms().forEach((m, c) -> terms.add(term(m, c, above)));
    List<Expr> all = new ArrayList<>(factors);
    all.add(generators.product(Rational.ONE, below));
    all.add(pool.sum(terms));
    return pool.product(all);
  }

  private Expr term(Monomial monomial, Rational coefficient, Map<Integer, Rational> others) {
    Map<Integer, Rational> exponents = new LinkedHashMap<>(others);
    for (int v = 0; v < monomial.width(); v++) {
      if (monomial.degree(v) > 0) {
        exponents.merge(v, Rational.of(monomial.degree(v)), Rational::add);
      }
    }
    return generators.product(coefficient, exponents);
  }
}
