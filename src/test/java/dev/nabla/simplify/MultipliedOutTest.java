package dev.nabla.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The distributive law: which terms it gives, and where it stops. */
class MultipliedOutTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a*(x + y) | a*x; a*y",
        "(x + y)^2/a | 2*x*y/a; x^2/a; y^2/a",
        "(x + a)*(x - a) | -a^2; x^2",
        "(x + y)^3 | 3*x*y^2; 3*x^2*y; x^3; y^3",
        "(x*y)^2*a/x | a*x*y^2",
        "(a + y/x)*x | a*x; y",
        "(a*x + 1/(a*x))^2 | 1/(a^2*x^2); 2; a^2*x^2",
        "sqrt(x + y)*(x + y) | (x + y)^(3/2)",
        "(x^y + 1)*x^y | (x^y)^2; x^y",
        "2*(x + 3/2)/3 | 1; 2*x/3",
        "x | x",
        // Sums below a bar, powers above the fourth and more than 24 terms stay as they are.
        "a/(x + y) | a/(x + y)",
        "(x + y)^4 | 4*x*y^3; 4*x^3*y; 6*x^2*y^2; x^4; y^4",
        "(x + y)^5 | (x + y)^5",
        "(x + y)*(x + a)*(x + 1)*(y + a)*(y + 2) | (x + 1)*(x + a)*(x + y)*(y + 2)*(y + a)"
      })
  void theTerms(String text, String terms) {
    Given given = Given.of("f(a, x, y) = " + text);
    String actual =
        MultipliedOut.terms(given.pool(), given.value()).stream()
            .map(given::text)
            .sorted()
            .collect(Collectors.joining("; "));
    assertEquals(
        List.of(terms.split("; ")).stream()
            .map(term -> given.text(Given.of("f(a, x, y) = " + term).value()))
            .sorted()
            .collect(Collectors.joining("; ")),
        actual);
  }
}
