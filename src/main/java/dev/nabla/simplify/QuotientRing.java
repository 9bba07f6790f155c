package dev.nabla.simplify;

import dev.nabla.expr.Rational;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Quotients of polynomials whose variables may be algebraic: vⁿ = p in the variables before v, such
 * as (√u)² = u, sin² = 1 − cos², |u|² = u².
 *
 * <p>Denominators are products of factors without common divisors, the same for all quotients.
 */
final class QuotientRing {
  private static final int MOST_TERMS = 120;
  private static final int MOST_ROOTS = 12;
  private static final int MOST_PRODUCTS = 60_000;

  private final TreeMap<Integer, Relation> relations = new TreeMap<>();
  private final PolynomialFactors factors;
  private final Set<Multinomial> basis = new LinkedHashSet<>();
  private final Map<Multinomial, List<Multinomial>> splits = new LinkedHashMap<>();
  private final int allowed;
  private int work;

  QuotientRing(int work) {
    this.allowed = work;
    this.work = work;
    this.factors = new PolynomialFactors(work);
  }

  /** The products of terms that were made so far. */
  int done() {
    return allowed - work + factors.done() / 2;
  }

  /** v^degree = value. */
  record Relation(int degree, Multinomial value) {}

  PolynomialFactors factors() {
    return factors;
  }

  /** Factors with their exponents, what is below a root apart from what is not: √u·(u·v). */
  Map<Multinomial, Integer> factored(Multinomial a) {
    Map<Multinomial, Integer> result = factors.factors(a);
    for (Relation relation : relations.values()) {
      result = split(result, relation.value());
    }
    return result;
  }

  private Map<Multinomial, Integer> split(Map<Multinomial, Integer> all, Multinomial divisor) {
    Map<Multinomial, Integer> result = new LinkedHashMap<>();
    all.forEach(
        (factor, exponent) -> {
          Multinomial common = factors.greatestCommonDivisor(factor, divisor);
          result.merge(factor.divide(common).orElseThrow().primitive(), exponent, Integer::sum);
          result.merge(common, exponent, Integer::sum);
        });
    result.remove(Multinomial.ONE);
    return result;
  }

  void relate(int variable, int degree, Multinomial value) {
    relations.put(variable, new Relation(degree, value));
  }

  Optional<Relation> relation(int variable) {
    return Optional.ofNullable(relations.get(variable));
  }

  /** The algebraic variables. */
  Set<Integer> algebraic() {
    return relations.keySet();
  }

  Multinomial product(Multinomial a, Multinomial b) {
    work -= a.size() * b.size();
    if (work < 0 || (long) a.size() * b.size() > MOST_PRODUCTS) {
      throw new TooLargeException();
    }
    return reduce(a.multiply(b));
  }

  Multinomial power(Multinomial a, int exponent) {
    Multinomial result = Multinomial.ONE;
    for (int i = 0; i < exponent; i++) {
      result = product(result, a);
    }
    return result;
  }

  /** The polynomial with every algebraic variable below the degree of its relation. */
  Multinomial reduce(Multinomial a) {
    Multinomial result = a;
    for (Map.Entry<Integer, Relation> entry : relations.descendingMap().entrySet()) {
      result = reduce(result, entry.getKey(), entry.getValue());
    }
    if (result.size() > MOST_TERMS) {
      throw new TooLargeException();
    }
    return result;
  }

  private static Multinomial reduce(Multinomial a, int variable, Relation relation) {
    int degree = a.degree(variable);
    if (degree < relation.degree()) {
      return a;
    }
    List<Multinomial> coefficients = a.coefficients(variable);
    Multinomial result = Multinomial.ZERO;
    Multinomial power = Multinomial.ONE;
    for (int i = 0; i < coefficients.size(); i++) {
      if (i > 0 && i % relation.degree() == 0) {
        power = power.multiply(relation.value());
      }
      Multinomial term = coefficients.get(i).multiply(power);
      result = result.add(term.multiply(Monomial.of(variable, i % relation.degree())));
    }
    return result;
  }

  /** a / divisor where that is a polynomial. */
  Optional<Multinomial> divide(Multinomial a, Multinomial divisor) {
    Optional<Multinomial> plain = a.divide(divisor);
    if (plain.isPresent() || divisor.isZero()) {
      return plain;
    }
    for (int variable : relations.descendingKeySet()) {
      if (divisor.contains(variable)) {
        Optional<Multinomial> conjugate = conjugate(divisor, variable);
        if (conjugate.isEmpty()) {
          return Optional.empty();
        }
        Multinomial norm = product(divisor, conjugate.get());
        return norm.isZero() ? Optional.empty() : divide(product(a, conjugate.get()), norm);
      }
    }
    return Optional.empty();
  }

  /** A polynomial whose product with {@code a} is free of the variable. */
  private Optional<Multinomial> conjugate(Multinomial a, int variable) {
    Relation relation = relations.get(variable);
    List<Multinomial> coefficients = a.coefficients(variable);
    if (a.size() == 1) {
      int rest = relation.degree() - (coefficients.size() - 1);
      return Optional.of(Multinomial.variable(variable, rest));
    }
    if (relation.degree() == 2) {
      return Optional.of(
          coefficients.get(0).subtract(coefficients.get(1).multiply(Monomial.of(variable, 1))));
    }
    if (relation.degree() == 3) {
      // (a + b·v + c·v²)·(a² − b·c·p + (c²·p − a·b)·v + (b² − a·c)·v²) is free of v, where v³ = p.
      Multinomial p = coefficients.get(0);
      Multinomial q = coefficients.get(1);
      Multinomial r = coefficients.size() > 2 ? coefficients.get(2) : Multinomial.ZERO;
      Multinomial value = relation.value();
      Multinomial first = p.multiply(p).subtract(q.multiply(r).multiply(value));
      Multinomial second = r.multiply(r).multiply(value).subtract(p.multiply(q));
      Multinomial third = q.multiply(q).subtract(p.multiply(r));
      return Optional.of(
          reduce(Multinomial.fromCoefficients(variable, List.of(first, second, third))));
    }
    return binomialConjugate(coefficients, variable, relation.degree());
  }

  /** Σ aᵐ⁻¹⁻ⁱ·(−b·vᵏ)ⁱ for a + b·vᵏ: their product is aᵐ − (−b·vᵏ)ᵐ, where n divides k·m. */
  private Optional<Multinomial> binomialConjugate(
      List<Multinomial> coefficients, int variable, int degree) {
    int k = coefficients.size() - 1;
    if (degree > MOST_ROOTS || coefficients.subList(1, k).stream().anyMatch(c -> !c.isZero())) {
      return Optional.empty();
    }
    int m = degree / BigInteger.valueOf(degree).gcd(BigInteger.valueOf(k)).intValue();
    Multinomial second =
        coefficients.get(k).multiply(Monomial.of(variable, k)).scale(Rational.MINUS_ONE);
    Multinomial sum = Multinomial.ZERO;
    Multinomial power = Multinomial.ONE;
    for (int i = 0; i < m; i++) {
      sum = product(sum, coefficients.get(0)).add(power);
      power = product(power, second);
    }
    return Optional.of(sum);
  }

  /** The product of quotients. */
  Quotient multiply(Quotient a, Quotient b) {
    Map<Multinomial, Integer> denominator = new LinkedHashMap<>(current(a.denominator()));
    current(b.denominator()).forEach((factor, e) -> add(denominator, factor, e));
    return new Quotient(product(a.numerator(), b.numerator()), denominator);
  }

  private static void add(Map<Multinomial, Integer> map, Multinomial factor, int exponent) {
    map.merge(factor, exponent, (x, y) -> x + y == 0 ? null : Integer.valueOf(x + y));
  }

  /** Σ over the least common denominator, in lowest terms. */
  Quotient sum(List<Quotient> terms) {
    Map<Multinomial, Integer> common = new LinkedHashMap<>();
    List<Map<Multinomial, Integer>> denominators =
        terms.stream().map(term -> current(term.denominator())).toList();
    Set<Multinomial> all = new LinkedHashSet<>();
    denominators.forEach(denominator -> all.addAll(denominator.keySet()));
    for (Multinomial factor : all) {
      int exponent = denominators.stream().mapToInt(d -> d.getOrDefault(factor, 0)).max().orElse(0);
      if (exponent != 0) {
        common.put(factor, exponent);
      }
    }
    Multinomial numerator = Multinomial.ZERO;
    for (int i = 0; i < terms.size(); i++) {
      Multinomial term = terms.get(i).numerator();
      for (Multinomial factor : all) {
        int missing = common.getOrDefault(factor, 0) - denominators.get(i).getOrDefault(factor, 0);
        term = product(term, power(factor, missing));
      }
      numerator = numerator.add(term);
    }
    return reduced(new Quotient(numerator, common));
  }

  /** In lowest terms: what divides the numerator leaves the denominator. */
  Quotient reduced(Quotient quotient) {
    Multinomial numerator = quotient.numerator();
    if (numerator.isZero()) {
      return Quotient.of(Multinomial.ZERO);
    }
    Map<Multinomial, Integer> denominator = new LinkedHashMap<>();
    for (Map.Entry<Multinomial, Integer> entry : current(quotient.denominator()).entrySet()) {
      int exponent = entry.getValue();
      Optional<Multinomial> next =
          exponent > 0 ? divide(numerator, entry.getKey()) : Optional.empty();
      while (next.isPresent()) {
        numerator = next.get();
        exponent--;
        next = exponent > 0 ? divide(numerator, entry.getKey()) : Optional.empty();
      }
      if (exponent != 0) {
        denominator.put(entry.getKey(), exponent);
      }
    }
    return new Quotient(numerator, denominator);
  }

  /** In lowest terms, where factors of the denominator may be composite themselves. */
  Quotient lowest(Quotient quotient) {
    Quotient result = reduced(quotient);
    for (Multinomial factor : result.denominator().keySet()) {
      if (factor.size() > 1) {
        Multinomial common = factors.greatestCommonDivisor(result.numerator(), factor);
        if (!common.isConstant()) {
          split(factor, common);
        }
      }
    }
    return reduced(result);
  }

  /** The factors as they are now, since some may have been split. */
  private Map<Multinomial, Integer> current(Map<Multinomial, Integer> denominator) {
    if (splits.isEmpty() || denominator.keySet().stream().noneMatch(splits::containsKey)) {
      return denominator;
    }
    Map<Multinomial, Integer> result = new LinkedHashMap<>();
    denominator.forEach(
        (factor, exponent) -> parts(factor).forEach(part -> add(result, part, exponent)));
    return result;
  }

  private List<Multinomial> parts(Multinomial factor) {
    List<Multinomial> split = splits.get(factor);
    if (split == null) {
      return List.of(factor);
    }
    List<Multinomial> result = new ArrayList<>();
    split.forEach(part -> result.addAll(parts(part)));
    return result;
  }

  private void split(Multinomial factor, Multinomial divisor) {
    Multinomial other = factor.divide(divisor).orElseThrow().primitive();
    if (!other.isConstant()) {
      basis.remove(factor);
      basis.add(divisor);
      basis.add(other);
      splits.put(factor, List.of(divisor, other));
    }
  }

  /** 1 / a^exponent; for a negative exponent the power itself, with its factors kept apart. */
  Quotient inverse(Multinomial a, int exponent) {
    Multinomial reduced = reduce(a);
    if (reduced.isZero()) {
      throw new TooLargeException();
    }
    Rational content = reduced.content();
    Quotient result = Quotient.of(Multinomial.constant(content.pow(-exponent)));
    Multinomial rest = reduced.primitive();
    BitSet algebraic = rest.variables();
    for (int v = algebraic.length() - 1; v >= 0; v = algebraic.previousSetBit(v - 1)) {
      // √3 divides every polynomial, so only what consists of it is divided.
      if (relations.containsKey(v)
          && (rest.size() == 1 || !relations.get(v).value().isConstant())) {
        Optional<Multinomial> quotient = divide(rest, Multinomial.variable(v, 1));
        for (int i = 0; i < MOST_ROOTS && quotient.isPresent() && !rest.isConstant(); i++) {
          result = multiply(result, ofVariable(v, exponent));
          rest = quotient.get();
          Rational number = rest.content();
          result = multiply(result, constant(number.pow(-exponent)));
          rest = rest.primitive();
          quotient = rest.contains(v) ? divide(rest, Multinomial.variable(v, 1)) : Optional.empty();
        }
      }
    }
    if (exponent > 0) {
      for (int v = algebraic.length() - 1; v >= 0; v = algebraic.previousSetBit(v - 1)) {
        if (relations.containsKey(v) && rest.contains(v) && rest.size() > 1) {
          Optional<Multinomial> conjugate = conjugate(rest, v);
          if (conjugate.isPresent()) {
            Multinomial norm = product(rest, conjugate.get());
            if (norm.isConstant() && !norm.isZero()) {
              // 1/(x − √(x² + 1)) is −(x + √(x² + 1)): the denominator vanished nowhere.
              Multinomial above = conjugate.get().scale(Rational.ONE.divide(norm.leading()));
              return multiply(result, Quotient.of(power(above, exponent)));
            }
          }
        }
      }
    }
    Map<Multinomial, Integer> denominator = new LinkedHashMap<>();
    factors
        .factors(rest)
        .forEach(
            (factor, k) -> refine(factor).forEach((f, n) -> add(denominator, f, n * k * exponent)));
    return multiply(result, new Quotient(Multinomial.ONE, denominator));
  }

  private static Quotient constant(Rational value) {
    return Quotient.of(Multinomial.constant(value));
  }

  /** 1 / v^exponent of an algebraic variable, which moves above the bar. */
  private Quotient ofVariable(int variable, int exponent) {
    Relation relation = relations.get(variable);
    if (exponent < 0) {
      return Quotient.of(reduce(Multinomial.variable(variable, -exponent)));
    }
    int whole = (exponent + relation.degree() - 1) / relation.degree();
    Quotient above =
        Quotient.of(Multinomial.variable(variable, whole * relation.degree() - exponent));
    return multiply(above, inverse(relation.value(), whole));
  }

  /** A square-free polynomial as a product of factors of the basis, which grows or is refined. */
  private Map<Multinomial, Integer> refine(Multinomial a) {
    Map<Multinomial, Integer> result = new LinkedHashMap<>();
    Multinomial rest = a.primitive();
    for (Multinomial factor : List.copyOf(basis)) {
      if (rest.isConstant()) {
        return result;
      }
      Multinomial common = factors.greatestCommonDivisor(rest, factor);
      if (!common.isConstant()) {
        split(factor, common);
        rest = rest.divide(common).orElseThrow().primitive();
        add(result, common, 1);
      }
    }
    if (!rest.isConstant()) {
      basis.add(rest);
      add(result, rest, 1);
    }
    return result;
  }
}
