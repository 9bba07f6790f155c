package dev.nabla.simplify;

import dev.nabla.expr.Apply;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Product;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Sum;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * √p·√q as √(p·q), √p/√q as √(p/q), √p/|u| as √(p/u²) (DLMF 4.8.5, 4.8.6): equal wherever the left
 * sides have a value.
 */
final class RootForms {
  private static final int MOST_TERMS = 6;

  private final ExprPool pool;
  private final QuotientReader reader;
  private final Generators generators;

  RootForms(ExprPool pool, QuotientReader reader) {
    this.pool = pool;
    this.reader = reader;
    this.generators = reader.generators();
  }

  /** A factor v^exponent that may go below a root as base^power; |u| is (u²)^(1/2). */
  private record Part(int variable, int exponent, Expr base, Rational power) {}

  /** The product itself, and with roots of one exponent as one root. */
  Set<FactoredQuotient> variants(FactoredQuotient quotient) {
    Set<FactoredQuotient> result = new LinkedHashSet<>(Set.of(quotient));
    Map<Rational, List<Part>> bySize = new TreeMap<>();
    for (Map.Entry<Multinomial, Integer> entry : quotient.factors().entrySet()) {
      part(entry.getKey(), entry.getValue())
          .forEach(
              part -> bySize.computeIfAbsent(part.power().abs(), r -> new ArrayList<>()).add(part));
    }
    for (List<Part> parts : bySize.values()) {
      // √x·√y gains nothing.
      if (parts.size() > 1 && parts.stream().anyMatch(part -> part.base() instanceof Sum)) {
        addJoined(quotient, parts.stream().filter(p -> p.power().signum() > 0).toList(), result);
        addJoined(quotient, parts.stream().filter(p -> p.power().signum() < 0).toList(), result);
        addJoined(quotient, parts, result);
      }
    }
    return result;
  }

  private List<Part> part(Multinomial factor, int exponent) {
    int v = FactoredQuotient.variable(factor);
    if (v < 0 || generators.isNumeric(v)) {
      return List.of();
    }
    Generators.Generator generator = generators.get(v);
    if (isAbsolute(v)) {
      Expr square = pool.power(((Apply) generator.base()).arguments().get(0), 2);
      // Of |u|³ one goes below the root, u² stays.
      int one = exponent % 2;
      return one == 0 ? List.of() : List.of(new Part(v, one, square, Rational.of(one, 2)));
    }
    Rational power = Rational.of(exponent, generator.scale());
    return power.isInteger() || generator.unit() != pool.one()
        ? List.of()
        : List.of(new Part(v, exponent, generator.base(), power));
  }

  private boolean isAbsolute(int variable) {
    return generators.isValueOf(variable, "abs") && generators.get(variable).scale() == 1;
  }

  private void addJoined(FactoredQuotient quotient, List<Part> parts, Set<FactoredQuotient> all) {
    boolean absolute = parts.stream().anyMatch(part -> isAbsolute(part.variable()));
    if (parts.size() < 2 || (absolute && parts.stream().map(Part::power).distinct().count() < 2)) {
      return;
    }
    // What stands above the bar may be 0, so it stays above.
    Rational power = parts.stream().map(Part::power).max(Comparator.naturalOrder()).orElseThrow();
    Map<Multinomial, Integer> change = new LinkedHashMap<>();
    List<Expr> above = new ArrayList<>();
    List<Expr> below = new ArrayList<>();
    for (Part part : parts) {
      Multinomial variable = Multinomial.variable(part.variable(), 1);
      change.put(variable, -part.exponent());
      (part.power().equals(power) ? above : below).add(part.base());
    }
    for (Expr radicand : radicands(pool.product(above), pool.product(below))) {
      Map<Multinomial, Integer> joined = new LinkedHashMap<>(change);
      int scale = power.denominator().intValueExact();
      int variable = generators.number(radicand, pool.one(), scale);
      joined.put(Multinomial.variable(variable, 1), power.numerator().intValueExact());
      all.add(quotient.times(Rational.ONE, joined));
    }
  }

  /** The quotient as it stands, with products multiplied out, and term by term. */
  private Set<Expr> radicands(Expr above, Expr below) {
    Set<Expr> result = new LinkedHashSet<>();
    Expr expanded = expanded(above);
    result.add(pool.divide(above, below));
    result.add(pool.divide(expanded, expanded(below)));
    if (expanded instanceof Sum sum && below != pool.one()) {
      Expr reciprocal = pool.reciprocal(below);
      result.add(
          pool.sum(sum.terms().stream().map(term -> pool.product(term, reciprocal)).toList()));
    }
    return result;
  }

  private Expr expanded(Expr expr) {
    if (!(expr instanceof Product)) {
      return expr;
    }
    Quotient quotient = reader.read(expr);
    Multinomial polynomial = quotient.numerator();
    for (Map.Entry<Multinomial, Integer> factor : quotient.denominator().entrySet()) {
      if (factor.getValue() > 0) {
        return expr;
      }
      Multinomial power = reader.ring().power(factor.getKey(), -factor.getValue());
      polynomial = reader.ring().product(polynomial, power);
    }
    return polynomial.size() <= MOST_TERMS ? generators.expression(polynomial) : expr;
  }
}
