package dev.nabla.simplify;

import dev.nabla.expr.Apply;
import dev.nabla.expr.Constant;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Num;
import dev.nabla.expr.Power;
import dev.nabla.expr.Product;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Sum;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Expression → quotient of polynomials in its roots, exponentials, circular and hyperbolic
 * functions, absolute values and whatever else arithmetic does not see into.
 *
 * <p>The quotient has a value wherever the expression has one.
 */
final class QuotientReader {
  private static final int LARGEST_EXPONENT = 130;

  private final ExprPool pool;
  private final Ranges ranges;
  private final Requirements requirements;
  private final QuotientRing ring;
  private final Generators generators;
  private final RootReader roots;
  private final Reading reading;
  private final FunctionReader functions;
  private final ExponentialReader exponentials;
  private final InverseReader inverses;
  private final KnownSigns signs;
  private final Map<Expr, Quotient> read = new HashMap<>();
  private final Poles poles;
  private final Set<Expr> divided = new LinkedHashSet<>();
  private final Set<Expr> inverted = new HashSet<>();

  /**
   * A reader of one expression.
   *
   * @param root the expression, whose having a value says what signs its parts have
   * @param reading what is read in which terms
   * @param work how much arithmetic it may do
   */
  QuotientReader(
      ExprPool pool,
      Ranges ranges,
      Requirements requirements,
      Expr root,
      Reading reading,
      int work) {
    this.reading = reading;
    this.pool = pool;
    this.ranges = ranges;
    this.requirements = requirements;
    this.ring = new QuotientRing(work);
    this.poles = new Poles(ring, this::base);
    this.generators = new Generators(pool);
    this.roots = new RootReader(pool, ranges, this);
    this.functions = new FunctionReader(pool, ranges, this);
    this.inverses = new InverseReader(pool, this, reading.inversesByRoots());
    this.exponentials = new ExponentialReader(pool, this);
    this.signs = new KnownSigns(pool, ranges, this, root);
  }

  QuotientRing ring() {
    return ring;
  }

  Generators generators() {
    return generators;
  }

  Requirements requirements() {
    return requirements;
  }

  FunctionReader functions() {
    return functions;
  }

  ExponentialReader exponentials() {
    return exponentials;
  }

  InverseReader inverses() {
    return inverses;
  }

  KnownSigns signs() {
    return signs;
  }

  /** Whether a variable has positive values only, or never negative ones. */
  boolean isPositive(int variable) {
    return ranges.of(generators.expression(Monomial.of(variable, 1), Rational.ONE)).isNonNegative();
  }

  /** Bases of symbolic powers such as x in x^(n − 1), which is read as xⁿ/x. */
  Set<Expr> divided() {
    return divided;
  }

  /** Whether the expression had no value where the polynomial is 0. */
  boolean isPole(Multinomial factor) {
    return poles.contains(factor)
        || divided.stream().anyMatch(base -> isInverted(base) && divides(factor, base));
  }

  /** Whether the polynomial is 0 only where the expression had no value. */
  boolean vanishesAtPoles(Multinomial polynomial) {
    return poles.cover(polynomial);
  }

  /** x for xⁿ. */
  private Multinomial base(Multinomial factor) {
    int v = FactoredQuotient.variable(factor);
    return v >= 0 && generators.get(v).unit() != pool.one()
        ? read(generators.get(v).base()).numerator()
        : factor;
  }

  /** Whether b·xⁿ contains a power of x: it vanishes there, or x has no such power. */
  private boolean contains(Expr composite, Expr base) {
    return !composite.children().isEmpty()
        && read(composite).numerator().size() == 1
        && read(composite).numerator().variables().stream()
            .anyMatch(v -> generators.get(v).base() == base);
  }

  /** Whether a symbolic power of the base stands below a bar. */
  private boolean isInverted(Expr base) {
    return inverted.contains(base)
        || divided.stream()
            .anyMatch(other -> other != base && contains(other, base) && isInverted(other))
        || poles
            .zeros()
            .mapToInt(FactoredQuotient::variable)
            .filter(v -> v >= 0)
            .mapToObj(generators::get)
            .anyMatch(g -> g.base() == base && g.unit() != pool.one());
  }

  /** Where x^(n − 1)/xⁿ has a value, x is not 0: at 0 one of the powers has none for every n. */
  private boolean divides(Multinomial factor, Expr base) {
    return ring.divide(read(base).numerator(), factor).isPresent();
  }

  Quotient read(Expr expr) {
    Quotient known = read.get(expr);
    if (known == null) {
      known = compute(expr);
      read.put(expr, known);
    }
    return known;
  }

  private Quotient compute(Expr expr) {
    if (expr instanceof Num num) {
      return Quotient.of(Multinomial.constant(num.value()));
    } else if (expr instanceof Sum sum) {
      return ring.sum(sum.terms().stream().map(this::read).toList());
    } else if (expr instanceof Product product) {
      Quotient result = Quotient.ONE;
      for (Expr factor : product.factors()) {
        result = ring.multiply(result, read(factor));
      }
      return ring.reduced(result);
    } else if (expr instanceof Power power) {
      return power(power.base(), power.exponent());
    } else if (expr instanceof Apply apply) {
      return reading
          .tangents()
          .read(apply, this)
          .or(() -> reading.doubled().read(apply, this))
          .orElseGet(() -> functions.read(apply));
    }
    return atom(expr);
  }

  Quotient atom(Expr expr) {
    return power(expr, pool.one(), Rational.ONE, true);
  }

  /** base^(unit·exponent), where base is an atom. */
  Quotient power(Expr base, Expr unit, Rational exponent, boolean genuine) {
    int scale = requirements.scale(base, unit, exponent.denominator());
    Rational scaled = exponent.multiply(Rational.of(scale));
    if (!scaled.isInt() || Math.abs(scaled.intValue()) > LARGEST_EXPONENT) {
      throw new TooLargeException();
    }
    int k = scaled.intValue();
    if (k < 0 && unit != pool.one()) {
      inverted.add(base);
    }
    Multinomial variable = Multinomial.variable(generators.number(base, unit, scale), 1);
    return k >= 0
        ? Quotient.of(Multinomial.variable(generators.number(base, unit, scale), k))
        : inverse(variable, -k, genuine);
  }

  /** 1 / a^exponent; a genuine pole is one of the expression that is read. */
  Quotient inverse(Multinomial a, int exponent, boolean genuine) {
    if (genuine && exponent > 0) {
      poles.add(ring.reduce(a));
    }
    return ring.inverse(a, exponent);
  }

  /** 1 / a^exponent. */
  Quotient inverse(Quotient quotient, int exponent, boolean genuine) {
    if (genuine && exponent > 0) {
      poles.add(quotient);
    }
    Quotient result = ring.inverse(quotient.numerator(), exponent);
    for (Map.Entry<Multinomial, Integer> entry : quotient.denominator().entrySet()) {
      Quotient factor = ring.inverse(entry.getKey(), -entry.getValue() * exponent);
      if (genuine && exponent < 0 && entry.getValue() > 0) {
        poles.add(entry.getKey());
      }
      result = ring.multiply(result, factor);
    }
    return result;
  }

  /** base^exponent. */
  Quotient power(Expr base, Expr exponent) {
    if (exponent instanceof Num num) {
      return power(base, num.value(), true);
    }
    PerfectPower perfect = PerfectPower.of(base);
    if (perfect.exponent() > 1) {
      return power(perfect.root(pool), pool.scale(Rational.of(perfect.exponent()), exponent));
    }
    Quotient result = Quotient.ONE;
    for (ExponentTerm term : ExponentTerm.of(pool, exponent)) {
      if (term.unit() == pool.one()) {
        if (term.factor().signum() < 0) {
          divided.add(base);
        }
        result = ring.multiply(result, power(base, term.factor(), false));
      } else {
        result = ring.multiply(result, power(base, term.unit(), term.factor(), false));
      }
    }
    return ring.reduced(result);
  }

  private Quotient power(Expr base, Rational exponent, boolean genuine) {
    if (exponent.isInteger()) {
      return wholePower(base, exponent, genuine);
    }
    if (base instanceof Num || isComposite(base)) {
      return roots.power(base, exponent, genuine);
    }
    return power(base, pool.one(), exponent, genuine);
  }

  private static boolean isComposite(Expr base) {
    return base instanceof Sum || base instanceof Product || base instanceof Power;
  }

  private Quotient wholePower(Expr base, Rational exponent, boolean genuine) {
    if (!exponent.isInt() || Math.abs(exponent.intValue()) > LARGEST_EXPONENT) {
      throw new TooLargeException();
    }
    int n = exponent.intValue();
    if (isE(base)) {
      return power(base, pool.one(), exponent, false);
    }
    if (n % 2 == 0 && base instanceof Apply apply) {
      Optional<Quotient> square = reading.doubled().square(apply, this);
      if (square.isPresent()) {
        return inverse(square.get(), -n / 2, genuine);
      }
    }
    Quotient inner = read(base);
    if (inner.numerator().size() == 1 && inner.denominator().isEmpty() && n > 0) {
      return Quotient.of(ring.power(inner.numerator(), n));
    }
    return inverse(inner, -n, genuine);
  }

  static boolean isE(Expr base) {
    return base instanceof Constant constant && constant.name() == Constant.Name.E;
  }

  /** The root of a number as a product of roots of primes. */
  Quotient primeRoot(BigInteger prime, Rational exponent) {
    Expr base = pool.num(new Rational(prime, BigInteger.ONE));
    int scale = requirements.scale(base, pool.one(), exponent.denominator());
    int variable = generators.number(base, pool.one(), scale);
    Rational number = new Rational(prime, BigInteger.ONE);
    if (scale > 1) {
      ring.relate(variable, scale, Multinomial.constant(number));
    }
    int k = exponent.multiply(Rational.of(scale)).intValue();
    int whole = Math.floorDiv(k, scale);
    return Quotient.of(
        Multinomial.variable(variable, Math.floorMod(k, scale)).scale(number.pow(whole)));
  }
}
