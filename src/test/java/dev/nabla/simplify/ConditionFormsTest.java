package dev.nabla.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.nabla.expr.Compare;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Select;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Comparisons are solved for what varies, and products taken apart. */
class ConditionFormsTest {
  /** The left side differs from 0 where all on the right do, and only there. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x | x",
        "x + 1 | x + 1",
        "7 + 0*x | ''",
        "0*x | 0",
        "2*x*y | x; y",
        "-x | x",
        "x^3 | x",
        "1/x | 1/x",
        "sqrt(x*y) | x; y",
        "x^y | x^y",
        "x^3*sinh(x - 1) | x - 1; x",
        "(x + 1)^2*atan(y)*log(x) | y; x + 1; log(x)",
        "cbrt(tanh(asin(x))) | x",
        "atanh(x)*asinh(x + y) | x; x + y",
        "expm1(x)*erf(y)*abs(x + 2)*sign(y + 2)*log1p(x + 3) | x + 2; x + 3; x; y + 2; y",
        "sin(x)*cosh(y) | sin(x); cosh(y)",
      })
  void whatMustDifferFromZero(String text, String factors) {
    Given given = Given.of("f(x, y) = " + text);
    assertEquals(
        factors,
        new ConditionForms(given.pool())
            .factors(given.value()).stream().map(given::text).collect(Collectors.joining("; ")));
  }

  /** The condition of "if … then 1 else 0". */
  private static Expr condition(Given given, int output) {
    return ((Select) given.function().outputs().get(output)).condition();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x < y | x < y",
        "x < 1 | x < 1",
        "0 < x | 0 < x",
        "x <= 0 | x <= 0",
        "0 < 2*x | 0 < x",
        "0 < -2*x | x < 0",
        "-x <= 0 | 0 <= x",
        "x + 1 < 0 | x < -1",
        "0 < x + 1 | -1 < x",
        "0 <= 2*x - 3 | 3/2 <= x",
        "3 - 2*x <= 0 | 3/2 <= x",
        "0 < 3 - 2*x | x < 3/2",
        "2*x - 2 != 0 | x != 1",
        "0 == 4 - 2*x*y | x*y == 2",
        "0 != x + y | x + y != 0",
        "1 + x + y < 0 | x + y < -1",
        "0 < x - y | 0 < x - y",
      })
  void aComparisonWithZeroIsSolved(String before, String after) {
    Given given =
        Given.of("f(x, y) = [if %s then 1 else 0, if %s then 1 else 0]".formatted(before, after));
    Compare compare = (Compare) condition(given, 0);
    Expr solved =
        new ConditionForms(given.pool())
            .compare(compare.relation(), compare.left(), compare.right());
    assertSame(condition(given, 1), solved, () -> given.text(solved));
  }

  @ParameterizedTest
  @CsvSource({
    "x < y, y <= x",
    "x <= y, y < x",
    "x == y, x != y",
    "x != y, x == y",
  })
  void theOppositeOf(String condition, String opposite) {
    Given given =
        Given.of(
            "f(x, y) = [if %s then 1 else 0, if %s then 1 else 0]".formatted(condition, opposite));
    Compare compare = (Compare) condition(given, 0);
    assertSame(condition(given, 1), new ConditionForms(given.pool()).opposite(compare));
  }
}
