package dev.nabla.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nabla.expr.Expr;
import dev.nabla.expr.Rational;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Small fractions expanded and cancelled, and signs taken in: which forms, and their values. */
class FractionFormsTest {
  private static final int BUDGET = 3000;

  @TestFactory
  Stream<DynamicTest> theFormsAreThoseOfTheTable() {
    return new TableFile("fractions.txt").tests(FractionFormsTest::check);
  }

  private static void check(String[] row) {
    Given given = Given.of("f(" + row[1] + ") = " + row[2]);
    String forms =
        forms(row[0], given)
            .map(form -> SameValue.text(given, form))
            .collect(Collectors.joining("; "));
    assertEquals(row[3], forms.isEmpty() ? "none" : forms);
  }

  private static Stream<Expr> forms(String way, Given given) {
    Cost cost = Cost.favouringFactors();
    return switch (way) {
      case "read" -> Stream.of(read(given));
      case "forms" ->
          new FractionForms(given.pool(), cost, new Work()).forms(given.value()).stream();
      case "shorter" ->
          Stream.of(new FractionForms(given.pool(), cost, new Work()).apply(given.value()));
      case "signs" ->
          Stream.of(new SignDistribution(given.pool(), new Cost()).apply(given.value()));
      default -> throw new IllegalArgumentException(way);
    };
  }

  /** Numerator over denominator, as it was read. */
  private static Expr read(Given given) {
    FractionReader reader = new FractionReader(given.pool(), BUDGET, new Work());
    FractionWriter writer = new FractionWriter(given.pool());
    Fraction fraction = reader.read(given.value());
    return given
        .pool()
        .divide(
            writer.sum(fraction.numerator()),
            writer.monomial(Rational.ONE, fraction.denominator()));
  }
}
