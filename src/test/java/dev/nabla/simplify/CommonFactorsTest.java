package dev.nabla.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nabla.expr.Expr;
import dev.nabla.expr.Sum;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Factors of all terms, or of groups of terms, stand once where that is shorter. */
class CommonFactorsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Factors of all terms.
        "x*y + x*z + x*w | x*(y + z + w)",
        "x^2*y + x^3*z + x^2 | x^2*(y + x*z + 1)",
        "x^2*y + x^2*z*sin(x) | x^2*(y + z*sin(x))",
        "sin(x)*y + sin(x)*z + sin(x) | (y + z + 1)*sin(x)",
        "1/(x*y) + 1/(x*z) | (1/y + 1/z)/x",
        "y/x^2 + z/x^3 + w/x^2 | (y + z/x + w)/x^2",
        "y*sqrt(x) + z*sqrt(x) | sqrt(x)*(y + z)",
        "exp(x)*y + exp(x) | (y + 1)*exp(x)",
        // Their numbers.
        "2*x*sin(y) + 4*z*sin(y) | 2*(x + 2*z)*sin(y)",
        "6*x^2*sin(y) - 9*sin(y) | 3*(2*x^2 - 3)*sin(y)",
        "x*sin(y)/2 + 3*sin(y) | (x/2 + 3)*sin(y)",
        "3*x*sin(y) + 2*sin(y) | (3*x + 2)*sin(y)",
        // Groups: the factor that saves most goes first, whatever is left stays.
        "sin(x)*y + sin(x)*z + w | (y + z)*sin(x) + w",
        "sin(x)*y + sin(x)*z + cos(w)*y + cos(w)*v | (y + z)*sin(x) + (y + v)*cos(w)",
        "sin(x)*y + sin(x)*z + y*w | (y + z)*sin(x) + y*w",
        "sin(x*w)*y + sin(x*w)*z + sin(v)*y | (y + z)*sin(x*w) + y*sin(v)",
        "y/sin(x) + z/sin(x) + w*sin(x) | (y + z)/sin(x) + w*sin(x)",
        "sin(x)*cos(y) + sin(x)*z + cos(y)*w | (sin(x) + w)*cos(y) + z*sin(x)",
        "cos(v)*sin(x + w) + z*sin(x + w) + y*cos(v) | (cos(v) + z)*sin(x + w) + y*cos(v)",
        "y*sin(x) + z*sin(x) + y*v + y*w | (y + z)*sin(x) + y*v + y*w",
        "y*sin(x) + z*sin(x) + y*v + y*w + x*y + y*v*w | y*(sin(x) + v + w + x + v*w) + z*sin(x)",
        // No shorter.
        "x*y + z | x*y + z",
        "x*y + x*z | x*y + x*z",
        "x^2*y + x^3*z | x^2*y + x^3*z",
        "y/x^2 + z/x^3 | y/x^2 + z/x^3",
        "x*y + x | x*y + x",
        "x*y + x*z + w | x*y + x*z + w",
        "2*x + 2*y | 2*x + 2*y",
        "x + y + z | x + y + z",
        "x^2 + 1/x | x^2 + 1/x",
      })
  void whatIsCommonStandsOnce(String sum, String expected) {
    Given given = Given.of("f(x, y, z, v, w) = [" + sum + ", " + expected + "]");
    Cost cost = new Cost();
    Expr result =
        new CommonFactors(given.pool(), cost, inside -> inside).apply((Sum) given.value());
    assertEquals(given.text(given.function().outputs().get(1)), given.text(result));
  }
}
