package dev.nabla.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Rational;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
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
          new FractionForms(given.pool(), cost, new Work(given.pool()))
              .forms(given.value()).stream();
      case "shorter" ->
          Stream.of(
              new FractionForms(given.pool(), cost, new Work(given.pool())).apply(given.value()));
      case "signs" ->
          Stream.of(new SignDistribution(given.pool(), new Cost()).apply(given.value()));
      default -> throw new IllegalArgumentException(way);
    };
  }

  /** Numerator over denominator, as it was read. */
  private static Expr read(Given given) {
    FractionReader reader = new FractionReader(given.pool(), BUDGET, new Work(given.pool()));
    FractionWriter writer = new FractionWriter(given.pool());
    Fraction fraction = reader.read(given.value());
    return given
        .pool()
        .divide(
            writer.sum(fraction.numerator()),
            writer.monomial(Rational.ONE, fraction.denominator()));
  }

  private static boolean isReadWithin(int budget, ExprPool pool, Expr expr) {
    Work work = new Work(pool);
    long before = work.done();
    FractionReader reader = new FractionReader(pool, budget, work);
    reader.read(expr);
    assertTrue(work.done() > before);
    return !reader.isExhausted();
  }

  /** Six nested operations, powers up to 6, sums of up to 24 terms. */
  @Test
  void whatIsTooLargeIsGivenUp() {
    Given given = Given.of("f(x, y) = [x, y]");
    ExprPool pool = given.pool();
    Expr x = given.function().outputs().get(0);
    Expr y = given.function().outputs().get(1);
    Expr sum = pool.sum(x, y);
    for (int n = 2; n <= 8; n++) {
      assertEquals(n <= 6, isReadWithin(BUDGET, pool, pool.power(sum, n)));
      assertEquals(n <= 6, isReadWithin(BUDGET, pool, pool.power(sum, -n)));
    }
    List<Expr> powers = IntStream.rangeClosed(1, 24).mapToObj(k -> pool.power(x, k)).toList();
    Expr widest = pool.sum(powers);
    assertTrue(isReadWithin(BUDGET, pool, widest));
    assertFalse(isReadWithin(BUDGET, pool, pool.sum(widest, y)));
    Expr nested = x;
    for (int depth = 1; depth <= 8; depth++) {
      nested = depth % 2 == 1 ? pool.sum(nested, y) : pool.product(nested, y);
      assertEquals(depth <= 6, isReadWithin(BUDGET, pool, nested), "depth " + depth);
    }
    assertTrue(isReadWithin(5, pool, sum));
    assertFalse(isReadWithin(2, pool, sum));
    Expr zero =
        pool.subtract(pool.product(pool.sum(x, pool.one()), x), pool.sum(pool.power(x, 2), x));
    assertFalse(isReadWithin(BUDGET, pool, pool.reciprocal(zero)));
  }
}
