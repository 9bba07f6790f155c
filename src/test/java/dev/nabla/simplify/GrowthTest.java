package dev.nabla.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nabla.expr.Expr;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may overflow does not come in, unless it only makes the whole small. */
class GrowthTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x | x*y | true",
        "tanh(x) | cosh(x) | false",
        "tanh(x) | expm1(x) | false",
        "tanh(x) | x*sinh(x) + 1 | false",
        "exp(x) | cosh(x)*sinh(x) | true",
        "1/(1 + exp(x)) | exp(-x) | true",
        // Below the bar alone, in one term.
        "tanh(x) | 1/cosh(x) | true",
        "tanh(x) | y/(2 + 3*cosh(x)^2) | true",
        "tanh(x) | 1/(1 + y*exp(x)) | true",
        "tanh(x) | sinh(x)/cosh(x) | false",
        "tanh(x) | 1/(cosh(x)*(1 + exp(x))) | false",
        "tanh(x) | 1/(cosh(x) - sinh(x)) | false",
        "tanh(x) | 1/(1 + cosh(x)*exp(y)) | false",
        "tanh(x) | 1/(1 + 1/cosh(x)) | false",
        "tanh(x) | 1/(1 + sqrt(2 + exp(x))) | false",
        "tanh(x) | 1/(1 + exp(cosh(x))) | false",
        "tanh(x) | 1/(1 + sin(cosh(x))) | false",
        "tanh(x) | cosh(x)^y | false",
        // e^(k·asinh(x)) grows as a power of x.
        "tanh(x) | exp(3*asinh(x)) | true",
        "tanh(x) | sinh(acosh(x)) | true",
        "tanh(x) | exp(x*asinh(x)) | false",
        "tanh(x) | exp(asinh(x) + y) | false",
        "tanh(x) | exp(asin(x)) | false"
      })
  void aFormIsAdmitted(String before, String after, boolean admitted) {
    List<Expr> outputs = Given.of("f(x, y) = [" + before + ", " + after + "]").function().outputs();
    assertEquals(admitted, Growth.admits(outputs.get(0), outputs.get(1)));
  }
}
