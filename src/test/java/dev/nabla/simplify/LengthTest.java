package dev.nabla.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a person finds an expression: the lengths themselves, and which of two is preferred. */
class LengthTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x | 1",
        "2*x + 0*x | 3",
        "7 + 0*x | 1",
        "-7 + 0*x | 2",
        "1/3 + 0*x | 3.25",
        "1234567 + 0*x | 2",
        "2047 + 0*x | 1",
        "1048575 + 0*x | 2",
        "524287 + 0*x | 2",
        "262143 + 0*x | 1",
        "2^x | 3.5",
        "(1/3)^x | 7.75",
        "(-2)^x | 6.5",
        "0^x | 3.5",
        "(x^y)^y | 9",
        "exp(x)*y | 5.5",
        "1/(x + y)^2 | 9.25",
        "x + y | 3",
        "x - y | 3",
        "-x - y | 4.5",
        "x*y | 3",
        "-x*y | 4",
        "x*(y + 1) | 7",
        "x/y | 3.25",
        "x/(y + 1) | 7.25",
        "x/(y*(y + 1)) | 11.25",
        "x/(2*y) | 7.25",
        "2/3*x | 5.25",
        "1/x | 3.25",
        "x^2 | 3",
        "1/x^2 | 5.25",
        "x^(2/3) | 6.25",
        "sqrt(x) | 3",
        "x/sqrt(y) | 5.25",
        "x^y | 3.5",
        "x^(y + 1) | 7.5",
        "(x + y)^2 | 7",
        "(x^2 + y)^y | 9.5",
        "sin(x) | 3.5",
        "sin(x)^2 | 5.5",
        "exp(x)^2 | 7.5",
        "exp(x + y) | 6.5",
        "1/exp(x) | 7.75",
        "exp(-x) | 4.5",
        "atan2(x, y) | 5.5",
        "cos(atan(x)) | 16",
        "1 - tanh(x)^2 | 5.5",
        "2 - tanh(x)^2 | 7.5",
        "if x < y then x else y | 8",
        "if x < y and x < 2 and y < 2 then x else y | 16",
        "x + (if x < y then x else y) | 12"
      })
  void theLengthOf(String text, double length) {
    Given given = Given.of("f(x, y) = " + text);
    assertEquals(length, new Cost().of(given.value()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "exp(-x) | 1/exp(x)",
        "y - x | -(x - y)",
        "1 - tanh(x)^2 | 1 - sin(x)^2",
        "sin(x)*(x + y) | x*sin(x) + y*sin(x)"
      })
  void theShorterOf(String shorter, String longer) {
    Given given = Given.of("f(x, y) = [" + shorter + ", " + longer + "]");
    List<Expr> outputs = given.function().outputs();
    Cost cost = new Cost();
    assertTrue(cost.of(outputs.get(0)) < cost.of(outputs.get(1)));
  }

  @Test
  void parenthesesOfFactorsCountWhereTheyAreNotFavoured() {
    Given given = Given.of("f(x, y) = [2*(x + 1), 2*x + 2]");
    List<Expr> outputs = given.function().outputs();
    Cost plain = new Cost();
    Cost favouring = Cost.favouringFactors();
    assertTrue(plain.of(outputs.get(0)) > plain.of(outputs.get(1)));
    assertTrue(favouring.of(outputs.get(0)) <= favouring.of(outputs.get(1)));
  }

  @Test
  void aLengthMayBeAstronomical() {
    Given given = Given.of("f(x) = x");
    ExprPool pool = given.pool();
    Expr tower = given.value();
    for (int i = 0; i < 2000; i++) {
      tower = pool.power(pool.sum(tower, pool.one()), tower);
    }
    assertEquals(Double.POSITIVE_INFINITY, new Cost().of(tower));
  }
}
