package dev.nabla.simplify;

import dev.nabla.expr.Apply;
import dev.nabla.expr.Constant;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Num;
import dev.nabla.expr.Rational;
import dev.nabla.function.FunctionTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the variables of polynomials stand for: v = base^(unit/scale). */
final class Generators {
  private static final int LARGEST_FACTOR = 6;
  private static final Rational LARGEST_POWER = Rational.of(1000);

  private final ExprPool pool;
  private final List<Generator> generators = new ArrayList<>();
  private final Map<Generator, Integer> numbers = new HashMap<>();
  private final Map<Expr, Map<Integer, Rational>> exponentials = new LinkedHashMap<>();
  private final Set<List<Expr>> ofLogarithms = new HashSet<>();

  Generators(ExprPool pool) {
    this.pool = pool;
  }

  /**
   * base^(unit/scale).
   *
   * @param base what the exponents belong to; the number e for exponentials
   * @param unit 1, or the symbolic part of an exponent such as n in x^(n/2)
   * @param scale 2 for a square root
   */
  record Generator(Expr base, Expr unit, int scale) {}

  int size() {
    return generators.size();
  }

  Generator get(int variable) {
    return generators.get(variable);
  }

  /** The number of a generator, a new one if need be. */
  int number(Expr base, Expr unit, int scale) {
    return numbers.computeIfAbsent(
        new Generator(base, unit, scale),
        generator -> {
          generators.add(generator);
          return generators.size() - 1;
        });
  }

  boolean contains(Expr base, Expr unit, int scale) {
    return numbers.containsKey(new Generator(base, unit, scale));
  }

  /** base to a sum of exponents; e^u is exp(u). */
  Expr power(Expr base, Expr exponent) {
    if (base instanceof Constant constant && constant.name() == Constant.Name.E) {
      return exponent == pool.one() ? base : pool.apply(FunctionTable.get("exp"), exponent);
    }
    return base instanceof Num num && !(exponent instanceof Num)
        ? powerOfNumber(num.value(), exponent)
        : pool.power(base, exponent);
  }

  /** 2^(2·x) is 4^x. */
  private Expr powerOfNumber(Rational base, Expr exponent) {
    Rational factor = Keys.coefficient(exponent);
    if (factor.isInt() && factor.compareTo(Rational.ONE) > 0) {
      Rational power = base.pow(Math.min(factor.intValue(), LARGEST_FACTOR));
      if (factor.intValue() <= LARGEST_FACTOR && power.compareTo(LARGEST_POWER) <= 0) {
        return pool.power(pool.num(power), pool.scale(Rational.ONE.divide(factor), exponent));
      }
    }
    return pool.power(pool.num(base), exponent);
  }

  /** Notes e^argument, which was read as a product of powers. */
  void exponential(Expr argument, Map<Integer, Rational> powers) {
    exponentials.put(argument, powers);
  }

  /** Notes base^unit, which was written as e^(unit·log(base)). */
  void ofLogarithm(Expr base, Expr unit) {
    ofLogarithms.add(List.of(base, unit));
  }

  private boolean isOfLogarithm(Generator generator) {
    return ofLogarithms.contains(List.of(generator.base(), generator.unit()));
  }

  private boolean isExponential(int variable) {
    Generator generator = generators.get(variable);
    return generator.unit() != pool.one() && QuotientReader.isE(generator.base());
  }

  /** ∏ v^exponent as one product, the powers of one base together. */
  Expr product(Rational coefficient, Map<Integer, Rational> exponents) {
    Map<Integer, Rational> rest = exponents;
    List<Expr> factors = new ArrayList<>();
    factors.add(pool.num(coefficient));
    boolean exponential = exponents.keySet().stream().anyMatch(this::isExponential);
    if (exponential) {
      for (Map.Entry<Expr, Map<Integer, Rational>> entry : exponentials.entrySet()) {
        Map<Integer, Rational> quotient = quotient(exponents, entry.getValue());
        boolean simpler = rest == exponents || quotient.size() < rest.size();
        if (simpler && quotient.keySet().stream().noneMatch(this::belongsToExponential)) {
          rest = quotient;
          factors.subList(1, factors.size()).clear();
          factors.add(pool.apply(FunctionTable.get("exp"), entry.getKey()));
        }
      }
    }
    Map<Expr, List<Expr>> byBase = new LinkedHashMap<>();
    rest.forEach(
        (variable, exponent) -> {
          Generator generator = generators.get(variable);
          Rational scaled = exponent.divide(Rational.of(generator.scale()));
          // What was below one e stays there: apart, one may be infinite where the other is 0.
          boolean joins = exponential && isOfLogarithm(generator);
          Expr base = joins ? pool.constant(Constant.Name.E) : generator.base();
          Expr unit =
              joins
                  ? pool.product(
                      generator.unit(), pool.apply(FunctionTable.get("log"), generator.base()))
                  : generator.unit();
          byBase.computeIfAbsent(base, key -> new ArrayList<>()).add(pool.scale(scaled, unit));
        });
    byBase.forEach((base, list) -> factors.add(power(base, pool.sum(list))));
    return pool.product(factors);
  }

  private boolean belongsToExponential(int variable) {
    return isExponential(variable) || isOfLogarithm(generators.get(variable));
  }

  private static Map<Integer, Rational> quotient(
      Map<Integer, Rational> exponents, Map<Integer, Rational> divisor) {
    Map<Integer, Rational> result = new LinkedHashMap<>(exponents);
    divisor.forEach((variable, k) -> result.merge(variable, k.negate(), Rational::add));
    result.values().removeIf(Rational::isZero);
    return result;
  }

  Expr expression(Monomial monomial, Rational coefficient) {
    Map<Integer, Rational> exponents = new LinkedHashMap<>();
    for (int v = 0; v < monomial.width(); v++) {
      if (monomial.degree(v) > 0) {
        exponents.put(v, Rational.of(monomial.degree(v)));
      }
    }
    return product(coefficient, exponents);
  }

  Expr expression(Multinomial polynomial) {
    List<Expr> terms = new ArrayList<>();
    polynomial
        .terms()
        .forEach((monomial, coefficient) -> terms.add(expression(monomial, coefficient)));
    return pool.sum(terms);
  }

  /** Whether the variable is the value of a function with that name. */
  boolean isValueOf(int variable, String function) {
    return generators.get(variable).base() instanceof Apply apply
        && apply.function().name().equals(function);
  }

  /** Whether the base is a number: then no exponent makes it vanish. */
  boolean isNumeric(int variable) {
    Expr base = generators.get(variable).base();
    return base instanceof Num || base instanceof Constant;
  }
}
