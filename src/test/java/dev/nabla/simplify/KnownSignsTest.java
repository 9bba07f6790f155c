package dev.nabla.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an expression's having a value says of polynomials, and where it has none. */
class KnownSignsTest {
  private static Lowest lowest(String expression, String polynomial) {
    return Lowest.of("f(x, y, n) = [" + expression + ", " + polynomial + "]");
  }

  private static Multinomial polynomial(Lowest lowest) {
    Quotient quotient = lowest.reader().read(lowest.given().function().outputs().get(1));
    Multinomial product = quotient.numerator();
    for (Map.Entry<Multinomial, Integer> factor : quotient.denominator().entrySet()) {
      product = product.multiply(factor.getKey().power(-factor.getValue()));
    }
    return product;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sqrt(1 - x^2) | 1 + x | true",
        "sqrt(1 - x^2) | 1 - x | true",
        "sqrt(1 - x^2) | 2 - 2*x^2 | true",
        "sqrt(1 - x^2) | 3 - x^2 | true",
        "sqrt(1 - x^2) | x^2 - 1 | false",
        "sqrt(1 - x^2) | x | false",
        "sqrt(1 - x^2) | 1 + y | false",
        "sqrt(x^2 - 1) | x + 1 | false",
        "sqrt(x^2 - 1) | x^2 - 1/2 | true",
        "sqrt(x^2 - 1) | x^2 - 2 | false",
        "(1 - x^2)^2 | 1 + x | false",
        "(1 - x^2)^(1/3) | 1 + x | true",
        "log(x) | x | true",
        "log(x) | x + 1 | true",
        "log(x) | x - 1 | false",
        "sin(1 + log(x)) | x | true",
        "asech(x) | x | true",
        "acosh(x) | x - 1 | true",
        "acosh(x) | x + 7 | true",
        "acosh(x) | x - 2 | false",
        "asin(x) | 1 + x | true",
        "acos(x) | 1 - x | true",
        "atanh(x) | 1 + x | true",
        "atan(x) | 1 + x | false",
        "asec(x) | x^2 - 1 | true",
        "acsc(x) | x^2 - 1 | true",
        "acoth(x) | x^2 - 1 | true",
        "acoth(x) | x + 1 | false",
        "sqrt((1 - x)/(1 + x)) | 1 + x | true",
        "sqrt((1 - x)/(1 + x)^2) | 1 - x | true",
        "if y > 0 then log(x) else 1 | x | false",
      })
  void aPolynomialIsNeverNegative(String expression, String polynomial, boolean known) {
    Lowest lowest = lowest(expression, polynomial);
    assertEquals(known, lowest.reader().signs().isNonNegative(polynomial(lowest)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sqrt(x^2 - 1) | x | true",
        "sqrt(x^2 - 1) | x + 1 | false",
        "sqrt(x - 1) | x | true",
        "sqrt(x - 1) | x - 1 | false",
        "sqrt(x - 1) | y | false",
        "acosh(x) | 2*x | true",
        "acosh(x) | x - 1 | false",
        "x + y | x | false",
      })
  void aPolynomialIsNowhereZero(String expression, String polynomial, boolean known) {
    Lowest lowest = lowest(expression, polynomial);
    assertEquals(known, lowest.reader().signs().isNonZero(polynomial(lowest)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1/x | x | true",
        "1/x | x^2 | true",
        "1/x | x + 1 | false",
        "1/(x^2 - 1) | x - 1 | true",
        "1/(x^2 - 1) | x + 1 | true",
        "1/(x^2 - 1) | x | false",
        "1/x + 1/y | x | true",
        "1/x + 1/y | x*y | false",
        "1/(1 - sin(x)) | cos(x) | false",
        "1/cos(x) | 1 - sin(x) | true",
        "1/cos(x) | sin(x) | false",
        "1/(1 + 1/x) | x | true",
        "1/(1 + 1/x) | x + 1 | true",
        "1/(1 + x^(n - 1)) | x | false",
        "1/(1 + x^(n - 1)) + 1/x | x | true",
        "1/(1 + x^(n - 1)) | x + x^n | false",
        "1/(1 + x^(n - 1)) + 1/x | x + x^n | true",
        "1/cos(x) | (1 - sin(x))^2 | true",
        "1/(1 + cos(x)) | sin(x) | false",
        "1/x | (x + 1)^2 | false",
        // Where x^(n - 1) and x^(-n) have values for the same n, x is not 0.
        "x^(n - 1)/x^n | x | true",
        "x^(n - 1)/x^n | y | false",
        "x^(n - 1)/(1 + x^n) | x | false",
        "x^(n - 1) + y^(-n) | x | false",
        "(x*y)^(n - 1)/(x*y)^n | x | true",
        "(x*y)^(n - 1)/(x*y)^n + x^(n - 1) | x | true",
        "(x*y)^(n - 1)*x^(n - 2)/x^n | y | false",
        "1/x^2 | x^3 | false",
      })
  void theExpressionIsDividedByAPolynomial(String expression, String polynomial, boolean pole) {
    Lowest lowest = lowest(expression, polynomial);
    assertEquals(pole, lowest.reader().isPole(polynomial(lowest)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1/x + 1/y | x*y | true",
        "1/x + 1/y | x^2*y | true",
        "1/x + 1/y | x^2*(y + 1) | false",
        "1/(x^2 - 1) | (x - 1)^3*(x + 1) | true",
        "1/(x^2 - 1) | x^2 - 4 | false",
        "x + y | 7 + 0*x | true",
      })
  void thePolynomialIsZeroAtPolesOnly(String expression, String polynomial, boolean covered) {
    Lowest lowest = lowest(expression, polynomial);
    assertEquals(covered, lowest.reader().vanishesAtPoles(polynomial(lowest)));
  }
}
