package dev.nabla.simplify;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Rational;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An expression in lowest terms: what all ways of writing it start from. */
record Lowest(
    Given given, Ranges ranges, TangentBasis tangents, QuotientReader reader, Quotient quotient) {
  private static final int WORK = 1_000_000;

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
    Reading reading = Reading.plain(pool).in(tangents).byRoots(true);
    while (true) {
      QuotientReader reader = new QuotientReader(pool, ranges, requirements, root, reading, WORK);
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
    return SameValue.text(given, form);
  }
}
