package dev.nabla.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nabla.expr.Expr;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is written, what a person would write, and the conditions that the second does without. */
class FormTableTest {
  @TestFactory
  Stream<DynamicTest> formsAreThoseOfTheTable() {
    return new TableFile("forms.txt").tests(FormTableTest::check);
  }

  private static void check(String[] row) {
    Given given = Given.of("f(" + row[0] + ") = [" + row[1] + ", " + row[2] + "]");
    Expr expected = given.function().outputs().get(1);
    Simplification simplified = given.simplifier().simplify(given.value());
    assertEquals(given.text(expected), given.text(simplified.expr()));
    String conditions =
        simplified.sideConditions().stream().map(given::text).collect(Collectors.joining(" and "));
    assertEquals(row.length > 3 ? row[3] : "", conditions);
  }
}
