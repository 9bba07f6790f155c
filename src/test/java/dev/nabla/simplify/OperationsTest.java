package dev.nabla.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The work of one node: an addition is 1, a division 4, a root 4, a function 20, a power 40. */
class OperationsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x | 0",
        "7 + 0*x | 0",
        "x + y | 1",
        "x + y + 2 | 2",
        "x*y | 1",
        "2*x*y | 2",
        "-x*y | 1",
        "-x | 0",
        "x - y | 1",
        // A division is the work of what divides.
        "1/x | 0",
        "x/y | 4",
        "1/(x*y) | 4",
        "x/(y*(x + 1)) | 5",
        "-x/y | 4",
        "x + 1/y | 5",
        "sin(1/x) | 24",
        "abs(1/x) | 5",
        "x^(1/y) | 44",
        "if x < y then x else 1/y | 5",
        "if x < y then x else y | 1",
        // Squarings, and a product for each further bit; halves by a root.
        "x^2 | 1",
        "x^3 | 2",
        "x^4 | 2",
        "x^7 | 4",
        "x^8 | 3",
        "x^9 | 40",
        "1/x^3 | 2",
        "sqrt(x) | 4",
        "1/sqrt(x) | 4",
        "x^(3/2) | 5",
        "x^(5/2) | 6",
        "x^(17/2) | 8",
        "x^(19/2) | 40",
        "x^(1/3) | 40",
        "x^y | 40",
        "sin(x) | 20",
        "atan2(x, y) | 20",
        "max(x, y) | 1"
      })
  void theWorkOf(String text, double cost) {
    assertEquals(cost, OperationCost.of(Given.of("f(x, y) = " + text).value()));
  }
}
