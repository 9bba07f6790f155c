package dev.nabla.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.nabla.expr.Expr;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numeric powers of one base are one power. */
class PowerCollectionTest {
  private static Expr collected(Given given) {
    return new PowerCollection(given.pool(), new Cost()).apply(given.value());
  }

  @ParameterizedTest
  @CsvSource({
    "x/x, 1",
    "x^2/x^5, 1/x^3",
    "x*sqrt(x), x^(3/2)",
    "2*x*sqrt(x), 2*x^(3/2)",
    "3*x*y/x, 3*y",
    "sqrt(x)*sqrt(x), x",
    "1/sqrt(x)^2, 1/x",
    "sin(x)^2*y/sin(x), y*sin(x)",
    "sqrt(sqrt(x))*x^(3/4), x",
    "(x^y)^2*x^y/x^y, (x^y)^2"
  })
  void powersOfOneBase(String before, String after) {
    Given given = Given.of("f(x, y) = " + before);
    assertEquals(
        given.text(Given.of("f(x, y) = " + after + " + 0*x").value()),
        given.text(collected(given)));
  }

  @ParameterizedTest
  @CsvSource({
    "x + x^2",
    "sin(x)",
    "x*y",
    "x^2*y^3",
    "2*x",
    "sqrt(x^2)",
    "(x^2)^(1/4)",
    "1/x",
    "x^y*x",
    "sqrt(sqrt(x))"
  })
  void nothingToCollect(String text) {
    Given given = Given.of("f(x, y) = " + text);
    assertSame(given.value(), collected(given));
  }
}
