package dev.nabla.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.expr.Rational;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Polynomials over atoms, as they are read from sums of products. */
class PolynomialTest {
  private static Polynomial read(Given given, int output) {
    Fraction fraction =
        new FractionReader(given.pool(), 500, new Work(given.pool()))
            .read(given.function().outputs().get(output));
    assertTrue(fraction.denominator().isOne());
    return fraction.numerator();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x^2 - y^2 | x + y | x - y",
        "x^2 - y^2 | y - x | -x - y",
        "x^3 - 1 | x - 1 | x^2 + x + 1",
        "x^4 - 1 | x - 1 | x^3 + x^2 + x + 1",
        "2*x^2 + 3*x*y + y^2 | 2*x + y | x + y",
        "x^2 + x*z + y*x + y*z | x + y | x + z",
        "x^2 - y^2 | x + 2*y | none",
        "x^2 + 1 | x + 1 | none",
        "x + 1 | x^2 + x | none",
        "x + y + 1 | x + y + 2 | none",
        "x + 1 | x + y + 1 | none",
        "x^2 + x | x + z | none",
        "2*x + 2 | x + 1 | 2 + 0*x",
        // A monomial is no divisor to be looked for.
        "x^2 + x | x | none",
      })
  void theQuotientWithoutRemainder(String dividend, String divisor, String quotient) {
    boolean divides = !quotient.equals("none");
    Given given =
        Given.of(
            "f(x, y, z) = ["
                + dividend
                + ", "
                + divisor
                + ", "
                + (divides ? quotient : "0*x")
                + "]");
    Optional<Polynomial> expected = divides ? Optional.of(read(given, 2)) : Optional.empty();
    assertEquals(expected, read(given, 0).divide(read(given, 1)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x^2*y + x*y^3*z | x*y",
        "x*y^3*z + x^2*y | x*y",
        "x*y + x*z + y*z | 1",
        "x^2*y^2 + x^2*y + x^3 | x^2",
        "x + 1 | 1",
        "x^3 + x^2 + x | x",
      })
  void theMonomialThatDividesAllTerms(String polynomial, String monomial) {
    Given given = Given.of("f(x, y, z) = [" + polynomial + ", " + monomial + " + 0*x]");
    PowerProduct common = read(given, 0).commonMonomial();
    assertEquals(read(given, 1), Polynomial.monomial(common, Rational.ONE));
    assertEquals(
        read(given, 0),
        read(given, 0)
            .over(Rational.of(3), common)
            .multiply(Polynomial.monomial(common, Rational.of(3))));
  }

  @ParameterizedTest
  @CsvSource({
    "4*x + 6*y, 2, 1",
    "x/2 + y/3, 1, 6",
    "2*x/3 + 4/9, 2, 9",
    "x + 3*y, 1, 1",
    "0*x, 1, 1",
    "-4*x - 8, 4, 1"
  })
  void theContentIsTheDivisorOfTheCoefficients(String polynomial, long above, long below) {
    Given given = Given.of("f(x, y) = " + polynomial);
    assertEquals(Rational.of(above, below), read(given, 0).content());
  }
}
