package dev.nabla.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.expr.ArrayFunction;
import dev.nabla.expr.Axis;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.expr.Reduce;
import dev.nabla.expr.Select;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known of a value from its form and from the assumptions, in the usual brackets. */
class RangesTest {
  private static String text(Interval range) {
    return (range.lowerOpen() ? "(" : "[")
        + bound(range.lower())
        + ", "
        + bound(range.upper())
        + (range.upperOpen() ? ")" : "]");
  }

  private static String bound(double value) {
    String text = String.format(Locale.ROOT, "%.3f", value);
    return Double.isInfinite(value) ? value > 0 ? "inf" : "-inf" : text.replaceAll("\\.?0+$", "");
  }

  private static Ranges ranges(Given given) {
    return new Ranges(given.pool(), given.function().assumptions());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Numbers, sums and products.
        "x | x | (-inf, inf)",
        "x | 7 + 0*x | [7, 7]",
        "x; 0 < p < 1 | p - 1 | (-1, 0)",
        "x; 0 <= p <= 2 | 3*p + 1 | [1, 7]",
        "x; 0 < p <= 2 | -p | [-2, 0)",
        "x; p > 1, q >= 2 | p*q | (2, inf)",
        "x; p > 1, q <= -2 | p*q | (-inf, -2)",
        "x; p > 0 | p*x | (-inf, inf)",
        "x | pi | (3.142, 3.142)",
        "x; 2 <= p < 3 | p | [2, 3)",
        "x; q, p > q | p - q | (0, inf)",
        "x; q, p > q | q - p | (-inf, 0)",
        "x; q, p >= q | q - p | (-inf, 0]",
        "x; p == 3 | p + 1 | [4, 4]",
        // Powers.
        "x | x^2 | [0, inf)",
        "x; p != 0 | p^2 | [0, inf)",
        "x; p > 0 | p^2 | (0, inf)",
        "x | x^3 | (-inf, inf)",
        "x; p <= 0 | p^3 | (-inf, 0]",
        "x; p < 0 | p^3 | (-inf, 0)",
        "x; p >= 0 | p^3 | [0, inf)",
        "x | 1/x^2 | (0, inf)",
        "x | 1/x | (-inf, inf)",
        "x; p >= 0 | 1/p | (0, inf)",
        "x; p <= 0 | 1/p | (-inf, 0)",
        "x | 1/sqrt(x) | (0, inf)",
        "x | sqrt(x) | [0, inf)",
        "x; p > 0 | sqrt(p) | (0, inf)",
        "x; p >= 1 | sqrt(p) | [1, inf)",
        "x; p > 1 | sqrt(p) | (1, inf)",
        "x; p > 2 | p^3 | (1, inf)",
        "x; 0 <= p <= 1 | sqrt(p) | [0, 1]",
        "x; 0 < p < 1 | p^3 | (0, 1)",
        "x; 0 <= p <= 1/2 | p^3 | [0, 1)",
        "x; 1 <= p <= 1 | p^3 | [1, 1]",
        "x | sin(x)^2 | [0, 1]",
        "x | tanh(x)^2 | [0, 1)",
        "x; -1 < p <= 1 | p^2 | [0, 1]",
        "x; -1 <= p < 1 | p^2 | [0, 1]",
        "x; 0 < p < 1 | p^2 | (0, 1)",
        "x; -2 < p < 1 | p^2 | [0, inf)",
        "x; -1 < p < 2 | p^2 | [0, inf)",
        "x; p > 0 | p^x | (0, inf)",
        "x; p >= 0 | p^x | (-inf, inf)",
        // Functions.
        "x | exp(x) | (0, inf)",
        "x; p >= 0 | exp(p) | [1, inf)",
        "x; p > 0 | exp(p) | (1, inf)",
        "x; p <= 0 | exp(p) | (0, 1]",
        "x; p < 0 | exp(p) | (0, 1)",
        "x | log(x) | (-inf, inf)",
        "x; p > 1 | log(p) | (0, inf)",
        "x; p >= 1 | log(p) | [0, inf)",
        "x; p >= 2 | log(p) | (0, inf)",
        "x; p < 1 | log(p) | (-inf, 0)",
        "x; p <= 1 | log(p) | (-inf, 0]",
        "x; p <= 1/2 | log(p) | (-inf, 0)",
        "x | cosh(x) | [1, inf)",
        "x; p > 0 | cosh(p) | (1, inf)",
        "x; p < 0 | cosh(p) | (1, inf)",
        "x | tanh(x) | (-1, 1)",
        "x; p > 0 | tanh(p) | (0, 1)",
        "x; p >= 0 | tanh(p) | [0, 1)",
        "x; p < 0 | erf(p) | (-1, 0)",
        "x; p <= 0 | expm1(p) | (-1, 0]",
        "x | sign(x) | [-1, 1]",
        "x | atan(x) | [-1.571, 1.571]",
        "x; p < 0 | sinh(p) | (-inf, 0)",
        "x | acos(x) | [0, 3.142]",
        "x, y | atan2(y, x) | [-3.142, 3.142]",
        "x | abs(x) | [0, inf)",
        "x; p < 0 | abs(p - 1) | (0, inf)",
        "x | relu(x) | [0, inf)",
        "x; p > 0 | relu(p) | (0, inf)",
        "x; p > 0 | hypot(x, p) | (0, inf)",
        "x; p > 0 | hypot(p, x) | (0, inf)",
        "x, y | hypot(x, y) | [0, inf)",
        "x | sigmoid(x) + 1 | (1, 2)",
        "x | softplus(x) | (0, inf)",
        "x | erfc(x) | (0, 2)",
        "x | sech(x) | (0, 1]",
        "x; p <= 1, q < 2 | min(p, q) | (-inf, 1]",
        "x; p < 1, q <= 1 | min(p, q) | (-inf, 1)",
        "x; p > 1, q >= 1 | min(p, q) | [1, inf)",
        "x; p >= 1, q > 2 | max(p, q) | (2, inf)",
        "x; p < 1, q <= 1 | max(p, q) | (-inf, 1]",
        "x; p < 1, q < 1 | max(p, q) | (-inf, 1)",
        "x | if x > 0 then 2 else tanh(x) | (-1, 2]",
      })
  void theRangeOf(String arguments, String value, String range) {
    Given given = Given.of("f(" + arguments + ") = " + value);
    assertEquals(range, text(ranges(given).of(given.value())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x; p > 0 | p > 0 | always",
        "x; p > 0 | p >= 0 | always",
        "x; p > 0 | p != 0 | always",
        "x; p > 0 | p <= 0 | never",
        "x; p > 0 | p == 0 | never",
        "x; p >= 0 | p > 0 | unknown",
        "x; p >= 0 | p < 0 | never",
        "x; p >= 0 | p == 0 | unknown",
        "x; p != 0 | p != 0 | always",
        "x; p != 0 | p == 0 | unknown",
        "x; p == 2 | p == 2 | always",
        "x; p == 2 | p != 2 | never",
        "x; p == 2 | p != 3 | always",
        "x; q, p > q | q < p | always",
        "x; q, p > q | p <= q | never",
        "x; q, p > q | p != q | always",
        "x; p > 0 | p > 0 or x > 0 | always",
        "x; p > 0 | p > 0 and x > 0 | unknown",
        "x; p > 0 | p < 0 and x > 0 | never",
        "x; p > 0 | p < 0 or x > 0 | unknown",
        "x; p > 0 | p < 0 or p == 0 | never",
        "x; p > 0 | p > 0 and p + 1 > 0 | always",
        "x; p > 0 | not (p > 0) | never",
        "x; p > 0 | not (p < 0) | always",
        "x | not (x < 0) | unknown",
        "x | x^2 + 1 > 0 | always",
        "x | exp(x) != 0 | always",
        "x; p > 0, q > 0 | p + q > 0 | always",
        "x | 1/x != 0 | always",
        "x | 1/x^2 > 0 | always",
        "x; p != 0 | p^2 != 0 | always",
        "x | x^2 != 0 | unknown",
        "x; p > 0 | p^3 != 0 | always",
        "x | exp(x)/x != 0 | always",
        "x; p != 1 | p != 1 | always",
        "x; p != 1 | (p - 1)*exp(x) != 0 | always",
        "x; p != 0 | p*exp(x)/x != 0 | always",
        "x; p != 0 | p*x != 0 | unknown"
      })
  void aConditionHolds(String arguments, String condition, String when) {
    Given given = Given.of("f(" + arguments + ") = if " + condition + " then 1 else 0");
    Expr value = given.value();
    boolean always = value == given.pool().one();
    boolean never = value == given.pool().zero();
    if (value instanceof Select select) {
      Ranges ranges = ranges(given);
      always = ranges.isTrue(select.condition());
      never = ranges.isFalse(select.condition());
    }
    assertEquals(when, always ? "always" : never ? "never" : "unknown");
  }

  @Test
  void moreMayBeAssumedLater() {
    Given given = Given.of("f(x, y; p > 0) = [p*x, if x > 0 then 1 else 0]");
    Ranges ranges = ranges(given);
    Select select = (Select) given.function().outputs().get(1);
    Ranges more = ranges.assuming(List.of(select.condition()));
    assertEquals("(-inf, inf)", text(ranges.of(given.value())));
    assertEquals("(0, inf)", text(more.of(given.value())));
    assertTrue(more.isTrue(select.condition()));
  }

  /** The empty sum is 0, the empty product 1. */
  @Test
  void theRangesOfReductions() {
    Given given = Given.of("f(x; 0 < p <= 2) = [p, -p, x, tanh(x), 1 + x^2]");
    ExprPool pool = given.pool();
    Index i = pool.index("i");
    Expr size = pool.num(5);
    Map<Reduce.Operation, List<String>> expected =
        Map.of(
            Reduce.Operation.SUM,
            List.of("[0, inf)", "(-inf, 0]", "(-inf, inf)", "(-inf, inf)", "[0, inf)"),
            Reduce.Operation.PRODUCT,
            List.of("(0, inf)", "(-inf, inf)", "(-inf, inf)", "(-inf, inf)", "(0, inf)"),
            Reduce.Operation.MAX,
            List.of("(0, 2]", "[-2, 0)", "(-inf, inf)", "(-1, 1)", "[1, inf)"),
            Reduce.Operation.MIN,
            List.of("(0, 2]", "[-2, 0)", "(-inf, inf)", "(-1, 1)", "[1, inf)"));
    expected.forEach(
        (operation, texts) -> {
          for (int k = 0; k < texts.size(); k++) {
            Expr body = given.function().outputs().get(k);
            Expr reduction = pool.reduce(operation, i, pool.one(), size, body);
            assertEquals(texts.get(k), text(ranges(given).of(reduction)), operation + " " + k);
          }
        });
    assertEquals("[0, 1]", text(ranges(given).of(pool.delta(i, pool.index("j")))));
    List<Axis> axes = List.of(new Axis(i, pool.one(), size));
    Expr x = given.function().outputs().get(2);
    assertEquals(
        "(0, 1]",
        text(ranges(given).of(pool.arrayApply(ArrayFunction.SOFTMAX, axes, x, List.of(i)))));
    assertEquals(
        "(-inf, inf)",
        text(ranges(given).of(pool.arrayApply(ArrayFunction.LOGSUMEXP, axes, x, List.of()))));
  }

  @Test
  void allOfAConjunctionIsAssumed() {
    Given given = Given.of("f(x, y) = if x > 0 and y != 1 then x else y");
    Expr condition = ((Select) given.value()).condition();
    Ranges there = ranges(given).assuming(List.of(condition));
    assertTrue(there.isTrue(condition));
    condition.children().forEach(part -> assertTrue(there.isTrue(part)));
    assertFalse(ranges(given).isTrue(condition));
    assertFalse(there.isTrue(given.value()));
    assertFalse(there.isFalse(given.value()));
    assertTrue(there.isTrue(given.pool().truth()));
    assertTrue(there.isFalse(given.pool().falsehood()));
    assertFalse(there.isTrue(given.pool().falsehood()));
    assertFalse(there.isFalse(given.pool().truth()));
  }
}
