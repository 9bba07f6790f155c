package dev.nabla.simplify;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.check.Graph;
import dev.nabla.check.HighPrecisionEvaluator;
import dev.nabla.check.Outcome;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Rational;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** An expression in lowest terms: what all ways of writing it start from. */
record Lowest(
    Given given, Ranges ranges, TangentBasis tangents, QuotientReader reader, Quotient quotient) {
  private static final int WORK = 1_000_000;
  private static final int DIGITS = 50;
  private static final BigDecimal TOLERANCE = new BigDecimal("1e-35");

  static Lowest of(String definition) {
    Given given = Given.of(definition);
    return of(given, TangentBasis.none(given.pool()));
  }

  static Lowest inTangents(String definition) {
    Given given = Given.of(definition);
    return of(given, TangentBasis.of(given.pool(), given.value()));
  }

  private static Lowest of(Given given, TangentBasis tangents) {
    ExprPool pool = given.pool();
    Ranges ranges = new Ranges(pool, given.function().assumptions());
    Requirements requirements = new Requirements(pool);
    Expr root = given.value();
    while (true) {
      QuotientReader reader =
          new QuotientReader(pool, ranges, requirements, root, tangents, true, WORK);
      Quotient quotient = reader.ring().lowest(reader.read(root));
      if (!requirements.takeChanged()) {
        return new Lowest(given, ranges, tangents, reader, quotient);
      }
    }
  }

  ExprPool pool() {
    return given.pool();
  }

  QuotientFactoring factoring() {
    return new QuotientFactoring(pool(), reader);
  }

  FactoredQuotient factored() {
    return factoring().of(quotient);
  }

  /** With roots joined by what is below them: what functions get their names in. */
  FactoredQuotient joined() {
    return factoring().recombined(factoring().joined(factored()));
  }

  /** The powers one by one, which a product would collect. */
  String powers(FactoredQuotient product) {
    StringBuilder text = new StringBuilder(product.coefficient().toString());
    product
        .factors()
        .forEach(
            (factor, exponent) ->
                text.append(" (")
                    .append(given.text(reader.generators().expression(factor)))
                    .append(")^")
                    .append(exponent));
    return text.toString();
  }

  /** The product of powers as it stands. */
  Expr product(FactoredQuotient product) {
    List<Expr> factors = new ArrayList<>();
    Map<Integer, Rational> monomial = new LinkedHashMap<>();
    product
        .factors()
        .forEach(
            (factor, exponent) -> {
              int variable = FactoredQuotient.variable(factor);
              if (variable >= 0) {
                monomial.put(variable, Rational.of(exponent));
              } else {
                factors.add(pool().power(reader.generators().expression(factor), exponent));
              }
            });
    factors.add(reader.generators().product(product.coefficient(), monomial));
    return pool().product(factors);
  }

  /** The text of another form, which must have the value of the expression wherever it has one. */
  String checked(Expr form) {
    Graph graph = new Graph(List.copyOf(given.function().inputs()), List.of(given.value(), form));
    Random random = new Random(3);
    int compared = 0;
    for (int i = 0; i < 60 && compared < 12; i++) {
      boolean special = i % 2 == 0;
      List<BigDecimal> point =
          given.function().inputs().stream()
              .map(input -> special ? random.nextInt(-2, 3) * 100 : random.nextInt(-400, 401))
              .map(hundredths -> BigDecimal.valueOf(hundredths, 2))
              .toList();
      HighPrecisionEvaluator at = new HighPrecisionEvaluator(graph, point, DIGITS);
      Outcome before = at.value(given.value());
      if (before.isReal()) {
        compared++;
        Outcome after = at.value(form);
        assertTrue(
            after.isReal() && agree(before.real(), after.real()),
            () -> given.text(given.value()) + " became " + given.text(form) + " at " + point);
      }
    }
    assertTrue(compared > 3, () -> "few values: " + given.text(given.value()));
    return given.text(form);
  }

  private static boolean agree(BigDecimal left, BigDecimal right) {
    BigDecimal scale = left.abs().add(BigDecimal.ONE);
    return left.subtract(right).abs().compareTo(scale.multiply(TOLERANCE)) <= 0;
  }
}
