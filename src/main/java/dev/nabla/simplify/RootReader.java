package dev.nabla.simplify;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Num;
import dev.nabla.expr.Rational;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Roots of numbers and of sums, as roots of primes and of polynomials without a common number: √12
 * is 2·√3, √(1 − x²/4) is √(4 − x²)/2, √(1 − 1/x²) is √(x² − 1)/|x|.
 */
final class RootReader {
  private static final int LARGEST_NORM = 16;
  private static final int LARGEST_PRIME = 10_000;

  private final ExprPool pool;
  private final Ranges ranges;
  private final QuotientReader reader;
  private final Set<Expr> open = new HashSet<>();

  RootReader(ExprPool pool, Ranges ranges, QuotientReader reader) {
    this.pool = pool;
    this.ranges = ranges;
    this.reader = reader;
  }

  /** base^exponent for an exponent that is no integer. */
  Quotient power(Expr base, Rational exponent, boolean genuine) {
    if (base instanceof Num num) {
      return ofNumber(num.value(), exponent);
    }
    QuotientRing ring = reader.ring();
    Quotient inner = reader.read(base);
    Multinomial radicand = inner.numerator();
    Quotient result = Quotient.ONE;
    boolean square = exponent.denominator().equals(BigInteger.TWO);
    for (Map.Entry<Multinomial, Integer> entry : inner.denominator().entrySet()) {
      Multinomial factor = entry.getKey();
      int k = entry.getValue();
      if (k < 0) {
        radicand = ring.product(radicand, ring.power(factor, -k));
      } else if (isPositive(factor)) {
        Rational rest = exponent.multiply(Rational.of(-k));
        result = ring.multiply(result, ofPolynomial(factor, rest, genuine));
      } else if (square) {
        int whole = (k + 1) / 2;
        radicand = ring.product(radicand, ring.power(factor, 2 * whole - k));
        Quotient absolute = reader.functions().absolute(factor);
        int power = -whole * exponent.numerator().intValueExact();
        result = ring.multiply(result, reader.inverse(absolute, -power, true));
      } else {
        return reader.power(base, pool.one(), exponent, genuine);
      }
    }
    return radicand.isZero()
        ? reader.power(base, pool.one(), exponent, genuine)
        : ring.multiply(result, ofContent(radicand, exponent, genuine));
  }

  private boolean isPositive(Multinomial factor) {
    return ranges.of(reader.generators().expression(factor)).isPositive()
        || reader.signs().isNonNegative(factor);
  }

  private Quotient ofNumber(Rational number, Rational exponent) {
    if (number.signum() <= 0) {
      throw new TooLargeException();
    }
    return reader
        .ring()
        .multiply(
            ofInteger(number.numerator(), exponent),
            ofInteger(number.denominator(), exponent.negate()));
  }

  private Quotient ofInteger(BigInteger number, Rational exponent) {
    Quotient result = Quotient.ONE;
    BigInteger rest = number;
    for (int p = 2; p < LARGEST_PRIME && rest.bitLength() > 1; p++) {
      BigInteger prime = BigInteger.valueOf(p);
      int k = 0;
      while (rest.mod(prime).signum() == 0) {
        rest = rest.divide(prime);
        k++;
      }
      if (k > 0) {
        result = withRoot(result, prime, exponent.multiply(Rational.of(k)));
      }
    }
    return rest.equals(BigInteger.ONE) ? result : withRoot(result, rest, exponent);
  }

  private Quotient withRoot(Quotient quotient, BigInteger prime, Rational exponent) {
    return reader.ring().multiply(quotient, reader.primeRoot(prime, exponent));
  }

  private Quotient ofContent(Multinomial radicand, Rational exponent, boolean genuine) {
    Rational content = radicand.content().abs();
    Multinomial primitive = radicand.scale(Rational.ONE.divide(content));
    Quotient result = ofNumber(content, exponent);
    Monomial monomial = primitive.commonMonomial();
    boolean mayVanish = exponent.signum() < 0 || isNonNegative(rest(primitive, monomial));
    for (int v = 0; v < monomial.width(); v++) {
      int degree = monomial.degree(v);
      if (degree > 0
          && (mayVanish ? reader.isPositive(v) : isPositive(Multinomial.variable(v, 1)))) {
        Generators.Generator generator = reader.generators().get(v);
        Rational scaled = Rational.of(degree, generator.scale()).multiply(exponent);
        result =
            reader
                .ring()
                .multiply(
                    result, reader.power(generator.base(), generator.unit(), scaled, genuine));
        primitive = primitive.divide(Multinomial.variable(v, degree)).orElseThrow();
      }
    }
    return reader.ring().multiply(result, ofPolynomial(primitive, exponent, genuine));
  }

  /**
   * What stays under the root if every factor leaves it that is not negative: √(a²·q) is a·√q for a
   * ≥ 0 only where q ≥ 0, since for a = 0 the first has a value though q be negative.
   */
  private Multinomial rest(Multinomial radicand, Monomial monomial) {
    Multinomial rest = radicand;
    for (int v = 0; v < monomial.width(); v++) {
      int degree = monomial.degree(v);
      if (degree > 0 && reader.isPositive(v)) {
        rest = rest.divide(Multinomial.variable(v, degree)).orElseThrow();
      }
    }
    return rest;
  }

  private boolean isNonNegative(Multinomial polynomial) {
    return ranges.of(reader.generators().expression(polynomial)).isNonNegative();
  }

  /** The root of a polynomial, as a product of roots of others where it is divided by them. */
  private Quotient ofPolynomial(Multinomial radicand, Rational exponent, boolean genuine) {
    if (radicand.isOne()) {
      return Quotient.ONE;
    }
    if (radicand.isConstant()) {
      throw new TooLargeException();
    }
    QuotientRing ring = reader.ring();
    OptionalInt plain = plainVariable(radicand);
    if (plain.isPresent()) {
      Generators.Generator generator = reader.generators().get(plain.getAsInt());
      int degree = radicand.degree(plain.getAsInt());
      Rational scaled = exponent.multiply(Rational.of(degree, generator.scale()));
      return reader.power(generator.base(), generator.unit(), scaled, genuine);
    }
    Optional<Quotient> sum = ofSurd(radicand, exponent);
    if (sum.isPresent()) {
      return sum.get();
    }
    Expr expr = reader.generators().expression(radicand);
    boolean related = false;
    boolean first = false;
    for (Expr other : List.copyOf(reader.requirements().radicands())) {
      first |= other == expr;
      // A radicand may contain the root that is being read.
      if (other == expr || !open.add(other)) {
        continue;
      }
      Multinomial divisor = reader.read(other).numerator();
      open.remove(other);
      Optional<Multinomial> quotient = radicand.divide(divisor);
      // A multiple of the radicand divides it and is divided by it: that would never end.
      if (quotient.isPresent() && !quotient.get().isConstant()) {
        return ring.multiply(
            ofPolynomial(divisor, exponent, genuine), ofContent(quotient.get(), exponent, genuine));
      }
      related |= divisor.divide(radicand).isPresent();
      if (!first && divisor.size() * radicand.size() <= LARGEST_NORM) {
        // √(√13 − 3) is 2/√(√13 + 3).
        Optional<Quotient> root = ofNorm(ring.product(divisor, radicand), exponent);
        if (root.isPresent()) {
          return ring.multiply(root.get(), ofPolynomial(divisor, exponent.negate(), false));
        }
      }
    }
    reader.requirements().radicand(expr, related);
    int scale = reader.requirements().scale(expr, pool.one(), exponent.denominator());
    int variable = reader.generators().number(expr, pool.one(), scale);
    ring.relate(variable, scale, radicand);
    int k = exponent.multiply(Rational.of(scale)).intValue();
    int whole = Math.floorDiv(k, scale);
    Quotient root = Quotient.of(Multinomial.variable(variable, Math.floorMod(k, scale)));
    return whole == 0 ? root : ring.multiply(root, reader.inverse(radicand, -whole, genuine));
  }

  /** The root of a product of radicands, if it is free of new roots. */
  private Optional<Quotient> ofNorm(Multinomial norm, Rational exponent) {
    if (norm.isConstant()) {
      return norm.leading().signum() > 0
          ? Optional.of(ofNumber(norm.leading(), exponent))
          : Optional.empty();
    }
    return ofSurd(norm, exponent);
  }

  /** The root of a + b·√c, if that is a sum of roots of numbers. */
  private Optional<Quotient> ofSurd(Multinomial radicand, Rational exponent) {
    int power = exponent.numerator().intValueExact();
    QuotientRing ring = reader.ring();
    return exponent.denominator().equals(BigInteger.TWO)
        ? new NestedRoots(ring, this::ofNumber)
            .sum(radicand)
            .map(
                root ->
                    power < 0 ? ring.inverse(root, -power) : Quotient.of(ring.power(root, power)))
        : Optional.empty();
  }

  /**
   * The variable whose base the polynomial is, or a root of it, if that is no algebraic one: where
   * √b is a variable, b is its square and no new radicand.
   */
  private OptionalInt plainVariable(Multinomial polynomial) {
    int variable = polynomial.terms().firstKey().width() - 1;
    int degree = polynomial.degree(variable);
    boolean plain =
        polynomial.equals(Multinomial.variable(variable, degree))
            && (degree == 1 || degree == reader.generators().get(variable).scale())
            && reader.ring().relation(variable).isEmpty();
    return plain ? OptionalInt.of(variable) : OptionalInt.empty();
  }
}
