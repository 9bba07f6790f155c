package dev.nabla.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nabla.expr.Compare;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Select;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where polynomials are 0, and whether other conditions say that they are not. */
class ZerosTest {
  private static Expr condition(Given given, int output) {
    return ((Select) given.function().outputs().get(output)).condition();
  }

  @ParameterizedTest
  @CsvSource({
    "x^2 != -1, true",
    "x^2 != 0, false",
    "x^2 + x != -1, true",
    "x^2 - 2*x != -1, false",
    "x^2 - 3*x != -2, false",
    "-x^2 != 1, true",
    "x - 2*x^2 != 1/8, false",
    "x - 2*x^2 != 1/4, true",
    "x != 1, false",
    "x^4 != -1, false",
    "x^3 + x^2 != -1, false",
    "x^2 + y^2 != -1, false",
    "sin(x)^2 + sin(x) != -1, true",
    "1/x != x, false",
    "x + 1/x^2 != 1, false"
  })
  void twoSidesAreNeverEqual(String condition, boolean never) {
    Given given = Given.of("f(x, y) = if " + condition + " then 1 else 0");
    assertEquals(never, new Zeros(given.pool()).isNever((Compare) condition(given, 0)));
  }

  @ParameterizedTest
  @CsvSource({
    "x + y != 0, x^2 != y^2, true",
    "x + y != 0, x^2 < y^2, true",
    "x + y != 0, x^2 <= y^2, false",
    "x + y != 0, x^2 == y^2, false",
    "x + y != 0, x^2 != 2*y^2, false",
    "x + y != 0, x^2 != y^2 and x < 1, false",
    "x + y != 0, 1/x != y, false",
    "1/x != y, x + y != 0, false"
  })
  void oneInequalityFollowsFromAnother(String condition, String other, boolean follows) {
    Given given =
        Given.of(
            "f(x, y) = [if %s then 1 else 0, if %s then 1 else 0]".formatted(condition, other));
    assertEquals(
        follows,
        new Zeros(given.pool()).follows((Compare) condition(given, 0), condition(given, 1)));
  }
}
