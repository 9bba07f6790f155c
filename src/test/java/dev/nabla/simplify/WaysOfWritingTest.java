package dev.nabla.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each way of writing a quotient by itself, before the cost chooses: which forms it makes, and that
 * they have the value of the expression wherever that has one.
 */
class WaysOfWritingTest {
  @TestFactory
  Stream<DynamicTest> theFormsAreThoseOfTheTable() {
    return new TableFile("ways.txt").tests(WaysOfWritingTest::check);
  }

  private static void check(String[] row) {
    String definition = "f(" + row[1] + ") = " + row[2];
    assertEquals(
        row[3],
        row[0].endsWith("tangents") ? tangents(row[0], definition) : text(row[0], definition));
  }

  private static String text(String way, String definition) {
    Lowest lowest = Lowest.of(definition);
    QuotientFactoring factoring = lowest.factoring();
    return switch (way) {
      case "read" -> read(lowest);
      case "angles" ->
          forms(lowest, new AngleForms(lowest.pool(), lowest.reader()).variants(lowest.factored()));
      case "names" ->
          forms(lowest, new AngleForms(lowest.pool(), lowest.reader()).named(lowest.joined()));
      case "roots" ->
          forms(lowest, new RootForms(lowest.pool(), lowest.reader()).variants(lowest.joined()));
      case "hyperbolic" ->
          forms(
              lowest,
              new ExponentialForms(lowest.pool(), lowest.reader())
                  .hyperbolic(lowest.factored()).stream().toList());
      case "inverse" ->
          forms(
              lowest,
              new InverseExponentials(lowest.pool(), lowest.reader(), factoring)
                  .variants(lowest.quotient()));
      case "factors" -> powers(lowest, lowest.factored());
      case "joined" -> powers(lowest, factoring.joined(lowest.factored()));
      case "recombined" -> powers(lowest, factoring.recombined(lowest.factored()));
      case "written" ->
          texts(
              lowest,
              new QuotientWriter(lowest.pool(), lowest.reader()).forms(lowest.joined()).stream());
      default -> throw new IllegalArgumentException(way);
    };
  }

  private static String tangents(String way, String definition) {
    Lowest lowest = Lowest.inTangents(definition);
    TangentBasis tangents = lowest.tangents();
    return powers(
        lowest,
        way.equals("tangents")
            ? tangents.named(lowest.joined(), lowest.reader())
            : tangents.inSecants(lowest.factored(), lowest.reader()));
  }

  private static String forms(Lowest lowest, Collection<FactoredQuotient> products) {
    return texts(lowest, products.stream().map(lowest::product));
  }

  private static String texts(Lowest lowest, Stream<Expr> forms) {
    String text = forms.map(lowest::checked).collect(Collectors.joining("; "));
    return text.isEmpty() ? "none" : text;
  }

  private static String powers(Lowest lowest, FactoredQuotient product) {
    lowest.checked(lowest.product(product));
    return lowest.powers(product);
  }

  /** The numerator, and the factors of the denominator with their exponents. */
  private static String read(Lowest lowest) {
    Quotient quotient = lowest.quotient();
    ExprPool pool = lowest.pool();
    Generators generators = lowest.reader().generators();
    List<Expr> factors = new ArrayList<>(List.of(generators.expression(quotient.numerator())));
    StringBuilder text = new StringBuilder(lowest.given().text(factors.get(0)));
    quotient
        .denominator()
        .forEach(
            (factor, exponent) -> {
              Expr below = generators.expression(factor);
              factors.add(pool.power(below, -exponent));
              text.append(" / (").append(lowest.given().text(below)).append(")^").append(exponent);
            });
    lowest.checked(pool.product(factors));
    return text.toString();
  }
}
