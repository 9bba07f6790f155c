package dev.nabla.simplify;

import dev.nabla.expr.Apply;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Num;
import dev.nabla.expr.Power;
import dev.nabla.expr.Product;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Sum;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Expression → numerator / denominator over one set of atoms, everything expanded within a budget.
 *
 * <p>Atoms are what arithmetic does not see into: symbols, functions, roots. e^(2x) is (e^x)², and
 * (√u)² is u. Once {@link #isExhausted()}, results mean nothing.
 */
final class FractionReader {
  private static final int MOST_DEPTH = 6;
  private static final int MOST_TERMS = 24;
  private static final int LARGEST_EXPONENT = 6;

  private final ExprPool pool;
  private final FractionWriter writer;
  private final Map<Expr, Expr> exponentials = new HashMap<>();
  private final Map<Expr, Fraction> read = new HashMap<>();
  private final Map<Expr, Boolean> denominators = new HashMap<>();
  private final Work work;
  private int budget;

  FractionReader(ExprPool pool, int budget, Work work) {
    this.work = work;
    this.pool = pool;
    this.writer = new FractionWriter(pool);
    this.budget = budget;
  }

  private void spend(int operations) {
    budget -= operations;
    work.add(operations);
  }

  boolean isExhausted() {
    return budget < 0;
  }

  Fraction read(Expr expr) {
    return read(expr, 0);
  }

  private Fraction read(Expr expr, int depth) {
    Fraction known = read.get(expr);
    if (known == null) {
      known = compute(expr, depth);
      read.put(expr, known);
    }
    return known;
  }

  private Fraction compute(Expr expr, int depth) {
    spend(1);
    if (depth > MOST_DEPTH) {
      budget = -1;
    }
    if (budget < 0) {
      return atom(expr, Rational.ONE);
    }
    if (expr instanceof Num num) {
      return Fraction.of(Polynomial.constant(num.value()));
    } else if (expr instanceof Sum sum) {
      if (sum.terms().size() > MOST_TERMS) {
        budget = -1;
        return atom(expr, Rational.ONE);
      }
      return combine(sum.terms().stream().map(term -> read(term, depth + 1)).toList());
    } else if (expr instanceof Product product) {
      Fraction result = Fraction.of(Polynomial.ONE);
      for (Expr factor : product.factors()) {
        result = multiply(result, read(factor, depth + 1));
      }
      return result;
    } else if (expr instanceof Power power && power.exponent() instanceof Num num) {
      return power(power.base(), num.value(), depth);
    } else if (isExponential(expr)) {
      return exponential(((Apply) expr).arguments().get(0), Rational.ONE);
    }
    return atom(expr, Rational.ONE);
  }

  private static boolean isExponential(Expr expr) {
    return expr instanceof Apply apply && apply.function().name().equals("exp");
  }

  private static Fraction atom(Expr base, Rational exponent) {
    return exponent.signum() >= 0
        ? Fraction.of(Polynomial.monomial(PowerProduct.of(base, exponent), Rational.ONE))
        : new Fraction(Polynomial.ONE, PowerProduct.of(base, exponent.negate()));
  }

  /** exp(2·x − y) is (e^x)²/e^y; the sign met first makes the atom. */
  private Fraction exponential(Expr argument, Rational factor) {
    List<Expr> terms =
        argument instanceof Sum sum && sum.terms().size() <= 8 ? sum.terms() : List.of(argument);
    Fraction result = Fraction.of(Polynomial.ONE);
    for (Expr term : terms) {
      Rational coefficient = Keys.coefficient(term).multiply(factor);
      Expr rest = pool.product(Keys.factors(term));
      Expr signed =
          exponentials.computeIfAbsent(
              rest, key -> coefficient.signum() < 0 ? pool.negate(key) : key);
      Rational exponent = signed == rest ? coefficient : coefficient.negate();
      PowerProduct power = PowerProduct.of(pool.apply(writer.exponential(), signed), exponent);
      // e^(−x) stays above the bar: an exponential is never 0.
      result = multiply(result, Fraction.of(Polynomial.monomial(power, Rational.ONE)));
    }
    return result;
  }

  private Fraction power(Expr base, Rational exponent, int depth) {
    if (isExponential(base)) {
      return exponential(((Apply) base).arguments().get(0), exponent);
    }
    if (!(base instanceof Sum)) {
      return exponent.signum() < 0
          ? atom(base, exponent)
          : Fraction.of(times(Polynomial.ONE, base, exponent));
    }
    if (!exponent.isInteger()) {
      return exponent.signum() < 0
          ? denominator(base, exponent.negate())
          : Fraction.of(times(Polynomial.ONE, base, exponent));
    }
    if (exponent.abs().compareTo(Rational.of(LARGEST_EXPONENT)) > 0) {
      budget = -1;
      return atom(base, exponent);
    }
    int n = exponent.abs().intValue();
    Fraction inner = read(base, depth + 1);
    if (exponent.signum() > 0) {
      Fraction result = inner;
      for (int i = 1; i < n; i++) {
        result = multiply(result, inner);
      }
      return result;
    }
    return inner.denominator().isOne() && inner.numerator().size() > 1
        ? denominator(base, Rational.of(n))
        : flipped(inner, n);
  }

  /** 1/base^exponent; where −base is a denominator already, that is taken. */
  private Fraction denominator(Expr base, Rational exponent) {
    Expr opposite = SignDistribution.negated(pool, (Sum) base);
    if (exponent.isInteger() && denominators.containsKey(opposite)) {
      Rational sign = Rational.MINUS_ONE.pow(exponent.intValue());
      return new Fraction(Polynomial.constant(sign), PowerProduct.of(opposite, exponent));
    }
    denominators.put(base, true);
    return new Fraction(Polynomial.ONE, PowerProduct.of(base, exponent));
  }

  /** (N/D)⁻ⁿ = Dⁿ/Nⁿ, the number and the common monomial of N drawn out. */
  private Fraction flipped(Fraction inner, int n) {
    Polynomial numerator = inner.numerator();
    if (numerator.size() == 0) {
      budget = -1;
      return inner;
    }
    Rational content = numerator.content();
    PowerProduct monomial = numerator.commonMonomial();
    Polynomial rest = numerator.over(content, monomial);
    Polynomial top = Polynomial.constant(content.pow(-n));
    for (Expr base : inner.denominator().atoms()) {
      top = times(top, base, inner.denominator().exponent(base).multiply(Rational.of(n)));
    }
    PowerProduct bottom = monomial.map((atom, exponent) -> exponent.multiply(Rational.of(n)));
    if (rest.size() == 1) {
      Rational number = rest.terms().values().iterator().next();
      return new Fraction(top.multiply(Polynomial.constant(number.pow(-n))), bottom);
    }
    Expr sum = writer.sum(rest);
    return sum instanceof Sum
        ? multiply(new Fraction(top, bottom), denominator(sum, Rational.of(n)))
        : multiply(new Fraction(top, bottom), atom(sum, Rational.of(-n)));
  }

  /** The product of two fractions; atoms that stand on both sides cancel. */
  Fraction multiply(Fraction left, Fraction right) {
    PowerProduct denominator = left.denominator().times(right.denominator());
    return cancelAtoms(new Fraction(multiply(left.numerator(), right.numerator()), denominator));
  }

  Polynomial multiply(Polynomial left, Polynomial right) {
    spend(left.size() * right.size());
    return budget < 0 ? left : normalized(left.multiply(right));
  }

  /** (√u)² is u: whole powers of atoms that stand for sums, products or numbers are expanded. */
  private Polynomial normalized(Polynomial polynomial) {
    if (!hasWhole(polynomial)) {
      return polynomial;
    }
    List<Polynomial> images = new ArrayList<>();
    polynomial
        .terms()
        .forEach(
            (monomial, coefficient) -> {
              PowerProduct simple =
                  monomial.map(
                      (atom, exponent) ->
                          isWhole(atom, exponent) ? exponent.subtract(floor(exponent)) : exponent);
              Polynomial image = Polynomial.monomial(simple, coefficient);
              for (Expr atom : monomial.atoms()) {
                Rational exponent = monomial.exponent(atom);
                if (isWhole(atom, exponent)) {
                  image = multiply(image, wholePower(atom, floor(exponent)));
                }
              }
              images.add(image);
            });
    return Polynomial.sum(images);
  }

  private static boolean hasWhole(Polynomial polynomial) {
    for (PowerProduct monomial : polynomial.terms().keySet()) {
      if (monomial.anyMatch(FractionReader::isWhole)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWhole(Expr atom, Rational exponent) {
    return isComposite(atom) && exponent.compareTo(Rational.ONE) >= 0;
  }

  private static boolean isComposite(Expr atom) {
    return atom instanceof Sum
        || atom instanceof Product
        || atom instanceof Num
        || (atom instanceof Power power && power.exponent() instanceof Num);
  }

  private static Rational floor(Rational value) {
    if (value.isInteger()) {
      return value;
    }
    BigInteger[] parts = value.numerator().divideAndRemainder(value.denominator());
    BigInteger floor = parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    return new Rational(floor, BigInteger.ONE);
  }

  private Polynomial wholePower(Expr base, Rational exponent) {
    Fraction fraction = read(base, 1);
    if (!fraction.denominator().isOne() || exponent.compareTo(Rational.of(LARGEST_EXPONENT)) > 0) {
      budget = -1;
      return Polynomial.ONE;
    }
    Polynomial result = fraction.numerator();
    for (int i = 1; i < exponent.intValue() && budget >= 0; i++) {
      result = multiply(result, fraction.numerator());
    }
    return result;
  }

  /** polynomial·base^exponent. */
  Polynomial times(Polynomial polynomial, Expr base, Rational exponent) {
    return exponent.isZero()
        ? polynomial
        : multiply(polynomial, Polynomial.monomial(PowerProduct.of(base, exponent), Rational.ONE));
  }

  /** Σ fractions over their least common denominator. */
  Fraction combine(List<Fraction> fractions) {
    Map<Expr, Rational> common = new LinkedHashMap<>();
    for (Fraction fraction : fractions) {
      fraction
          .denominator()
          .forEach(
              (base, exponent) ->
                  common.merge(base, exponent, (a, b) -> a.compareTo(b) >= 0 ? a : b));
    }
    List<Polynomial> numerators = new ArrayList<>();
    for (Fraction fraction : fractions) {
      Polynomial term = fraction.numerator();
      for (Map.Entry<Expr, Rational> entry : common.entrySet()) {
        Rational own = fraction.denominator().exponent(entry.getKey());
        term = times(term, entry.getKey(), entry.getValue().subtract(own));
      }
      numerators.add(term);
    }
    numerators.forEach(numerator -> work.add(numerator.size()));
    return new Fraction(Polynomial.sum(numerators), PowerProduct.of(common));
  }

  /** The fraction in lower terms: sums of the denominator that divide the numerator cancel. */
  Fraction reduce(Fraction fraction) {
    Polynomial numerator = fraction.numerator();
    PowerProduct denominator = fraction.denominator();
    if (numerator.size() == 0) {
      return Fraction.of(numerator);
    }
    for (Expr base : fraction.denominator().atoms()) {
      Fraction inner = base instanceof Sum ? read(base, 1) : fraction;
      if (base instanceof Sum && inner.denominator().isOne()) {
        Rational exponent = denominator.exponent(base);
        denominator = denominator.without(base);
        work.add(numerator.size());
        var quotient = numerator.divide(inner.numerator());
        while (quotient.isPresent() && exponent.signum() > 0) {
          work.add((long) quotient.get().size() * inner.numerator().size());
          numerator = quotient.get();
          exponent = exponent.subtract(Rational.ONE);
          quotient = numerator.divide(inner.numerator());
        }
        if (exponent.signum() > 0) {
          denominator = denominator.times(PowerProduct.of(base, exponent));
        } else {
          numerator = times(numerator, base, exponent.negate());
        }
      }
    }
    return cancelAtoms(new Fraction(numerator, denominator));
  }

  private static Fraction cancelAtoms(Fraction fraction) {
    if (fraction.denominator().isOne()) {
      return fraction;
    }
    PowerProduct common = fraction.numerator().commonMonomial().common(fraction.denominator());
    return common.isOne()
        ? fraction
        : new Fraction(
            fraction.numerator().over(Rational.ONE, common),
            fraction.denominator().times(common.inverse()));
  }
}
