package dev.nabla.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nabla.expr.Expr;
import dev.nabla.expr.Logic;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values: what is shortened, what is left alone, and which condition is lost on the way. */
class SimplifierTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x | x/x | 1",
        "x | sqrt(x)^2 | x",
        "x | sqrt(x)*x | x^(3/2)",
        "x | (x + 1)^2/(x + 1) | x + 1",
        "x | (x + 1)^2 - x^2 - 2*x | 1",
        "x | (x^3 - 1)/(x - 1) | x^2 + x + 1",
        "x, y | -(x - y) + x | y",
        "x, y | -(x - y) | y - x",
        "x, y | 1/(1/x + 1/y) | x*y/(x + y)",
        "x | sqrt(x^2 + 1)/(x^2 + 1) | 1/sqrt(x^2 + 1)",
        "x | 2*x*exp(x) + x^2*exp(x) | x*(x + 2)*exp(x)",
        "x, c | 3*c*sin(x)^2 + 3*c*cos(x)^2 | 3*c",
        "x, y | sin(x)^2 + y + cos(x)^2 + log(y) | 1 + y + log(y)",
        "x, y | sin(x)^2*sin(y)^2 + sin(x)^2*cos(y)^2 | sin(x)^2",
        "x | sin(x)^2/cos(x)^2 | tan(x)^2",
        "x | cos(x)/sin(x) | cot(x)",
        "x, y, z | exp(x)*exp(y)*exp(z)*exp(-x) | exp(y + z)",
        "x | exp(x)^2 | exp(2*x)",
        "x | x*exp(2*log(x)) | x^3",
        "x | 1/exp(x) | exp(-x)",
        "x | sqrt(x^2) | abs(x)",
        "x > 0 | sqrt(x^2) | x",
        "x < 0 | sqrt(x^2) | -x",
        "x | abs(x^2 + 1) | x^2 + 1",
        "x | abs(exp(x) - 1)^2 | (exp(x) - 1)^2",
        "x; 0 < p < 1 | abs(p - 1)*x | (1 - p)*x",
        "x | cos(-x) + sin(-x) | cos(x) - sin(x)",
        "x | sin(pi/6) + x | x + 1/2",
        "x | if x > 0 then (if x > 0 then x else 2) else 3 | if x > 0 then x else 3",
        "x | if x^2 + 1 > 0 then x else 3 | x",
        "x | max(x, x) | x",
        "x | x*sign(x) | abs(x)",
        "x | gamma(x + 1)/gamma(x) | x"
      })
  void shortens(String arguments, String before, String after) {
    Given given = Given.of("f(" + arguments + ") = [" + before + ", " + after + "]");
    Expr expected = given.function().outputs().get(1);
    Expr actual = given.simplifier().simplify(given.value()).expr();
    assertEquals(given.text(expected), given.text(actual));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x | sigmoid(x)*(1 - sigmoid(x))",
        "x, y | x^2*y",
        "x, y | 2*x + 2*y",
        "x, y | x*y + x",
        "x | 2*(x + 1)",
        "x | (x + 1)^3",
        "x | log(x^2)",
        "x, y | sqrt(x)*sqrt(y)",
        "x | if log(x) == log(x) then 1 else x",
        "x | 1/x + 1/(x + 1)"
      })
  void leavesAlone(String arguments, String text) {
    Given given = Given.of("f(" + arguments + ") = " + text);
    Expr actual = given.simplifier().simplify(given.value()).expr();
    assertEquals(given.text(given.value()), given.text(actual));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x | x/x | x != 0",
        "x | sqrt(x)^2 | 0 <= x",
        "x, y | x*y/(x*y)^2*y | y != 0",
        "x | exp(log(x)) | 0 < x",
        "x > 0 | exp(log(x)) | true",
        "x | exp(x)/exp(x) | true",
        "x | (x^2 + 1)/(x^2 + 1) | true",
        "x | x/sqrt(x) | 0 < x",
        "x | sin(x)/cos(x) | true",
        "x | sin(log(x))^2 + cos(log(x))^2 | 0 < x",
        "x, y | if y > 0 then x/x else 2 | not (0 < y) or x != 0"
      })
  void reportsTheConditionThatIsLost(String arguments, String text, String condition) {
    Given given =
        Given.of("f(" + arguments + ") = [" + text + ", if " + condition + " then 1 else 0]");
    List<Expr> lost = given.simplifier().simplify(given.value()).sideConditions();
    Expr all = given.pool().logic(Logic.Connective.AND, lost);
    Expr one = given.pool().select(all, given.pool().one(), given.pool().zero());
    assertEquals(given.text(given.function().outputs().get(1)), given.text(one));
  }

  @Test
  void theLocalLevelKeepsSharedFunctionValuesAndTheDomain() {
    Given given = Given.of("f(x, y) = [2*sin(x)*cos(x), x/x, sin(x)^2 + cos(x)^2, exp(x)*exp(y)]");
    Simplifier local = new Simplifier(given.pool(), List.of(), new Effort(Level.LOCAL, false));
    List<String> results =
        given.function().outputs().stream()
            .map(output -> given.text(local.simplify(output).expr()))
            .toList();
    assertEquals(List.of("2*cos(x)*sin(x)", "x/x", "1", "exp(x)*exp(y)"), results);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LOCAL | y + x/x | 1/(3*(x + 1)) - (2*x - 1)/(6*(x^2 - x + 1)) + 2/(3*((2*x - 1)^2/3 + 1))",
        "FAST  | y + 1   | 1/(3*(x + 1)) + (1 - 2*x)/(6*(x^2 - x + 1)) + 2/(3*((2*x - 1)^2/3 + 1))",
        "FULL  | y + 1   | 1/(x^3 + 1)",
      })
  void eachLevelDoesMoreThanTheOneBefore(Level level, String quotient, String sum) {
    Given given =
        Given.of(
            "f(x, y) = [x/x + y,"
                + " 1/(3*(x + 1)) - (2*x - 1)/(6*(x^2 - x + 1)) + 2/(3*((2*x - 1)^2/3 + 1))]");
    Simplifier simplifier = new Simplifier(given.pool(), List.of(), new Effort(level, false));
    assertEquals(
        List.of(quotient, sum),
        given.function().outputs().stream()
            .map(output -> given.text(simplifier.simplify(output).expr()))
            .toList());
  }
}
