package dev.nabla.simplify;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.check.Graph;
import dev.nabla.check.HighPrecisionEvaluator;
import dev.nabla.check.Outcome;
import dev.nabla.expr.Expr;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Whether a form has the value that it should, at small integers and at other points. */
final class SameValue {
  private static final int DIGITS = 50;
  private static final BigDecimal TOLERANCE = new BigDecimal("1e-35");

  private SameValue() {}

  /** The text of the form, which must have the value of the function wherever that has one. */
  static String text(Given given, Expr form) {
    List<Expr> roots = new ArrayList<>(List.of(given.value(), form));
    roots.addAll(given.function().assumptions());
    Graph graph = new Graph(List.copyOf(given.function().inputs()), roots);
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
      if (before.isReal()
          && given.function().assumptions().stream().allMatch(a -> holds(at.value(a)))) {
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

  private static boolean holds(Outcome outcome) {
    return outcome instanceof Outcome.Truth truth && truth.holds();
  }

  private static boolean agree(BigDecimal left, BigDecimal right) {
    BigDecimal scale = left.abs().add(BigDecimal.ONE);
    return left.subtract(right).abs().compareTo(scale.multiply(TOLERANCE)) <= 0;
  }
}
