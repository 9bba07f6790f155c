package dev.nabla.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.nabla.function.FunctionTable;
import dev.nabla.source.NablaException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DerivativeRuleTest {
  private static final Decimals SINE = (x, digits) -> FunctionTable.get("sin").value(x, digits);
  private static final Decimals COSINE = (x, digits) -> FunctionTable.get("cos").value(x, digits);

  private static final List<DerivativeRule> RIGHT =
      List.of(
          DerivativeRule.of("swish(x) = x*sigmoid(x)", "swish(x) + sigmoid(x)*(1 - swish(x))"),
          DerivativeRule.of("norm(x, y) = sqrt(x^2 + y^2)", "x/norm(x, y)", "y/norm(x, y)")
              .homogeneous(1),
          DerivativeRule.of("lg(x > 0; k) = k*log(x)/log(10)", "k/(x*log(10))"),
          DerivativeRule.of("ath(t) = log((1 + t)/(1 - t))/2", "1/(1 - t^2)").inverse("tanh(t)"),
          DerivativeRule.of("root(x) = sqrt(x^2)", "1").where("x > 0"),
          DerivativeRule.of("half(x) = x/2\ntwice(x) = 4*half(x)", "4*half(1)"),
          DerivativeRule.ofJava("sinc(x)", x -> Math.sin(x) / x, "(cos(x) - sinc(x))/x"),
          DerivativeRule.ofJava(
                  "wave(x, y)", (x, y) -> Math.sin(x * y), "y*c(x*y)", "x*c(c(0)*x*y)")
              .using("c(t)", Math::cos),
          DerivativeRule.ofDecimals("s(x)", SINE, "c(x)").usingDecimals("c(x)", COSINE));

  @TestFactory
  Stream<DynamicTest> aRightRuleObeysItsLaws() {
    return RIGHT.stream()
        .flatMap(rule -> rule.laws().stream())
        .map(law -> dynamicTest(law.name(), () -> law.check(40, 1)));
  }

  /** By law, the smallest counterexample of each that is broken. */
  private static Map<String, String> broken(DerivativeRule rule) {
    Map<String, String> broken = new TreeMap<>();
    for (Law<?> law : rule.laws()) {
      law.counterexample(100, 1).ifPresent(found -> broken.put(law.name(), found.toString()));
    }
    return broken;
  }

  @Test
  void aWrongSignIsShownAtASmallNumberByEveryLaw() {
    Map<String, String> broken =
        broken(
            DerivativeRule.of("swish(x) = x*sigmoid(x)", "swish(x) + sigmoid(x)*(1 + swish(x))"));
    assertEquals(
        """
        at x = 1
        the derivative is 1.9965638026485328, differences give 0.92767051187148673\
        """,
        broken.get("derivative of swish against differences of its values"));
    assertEquals(
        """
        at x = 1
        0.92767051187148673 is not 1.9965638026485328\
        """,
        broken.get("derivative of swish against its definition"));
    assertEquals(
        """
        g(x) = x
        at x = 1
        the derivative is 1.9965638026485328, differences give 0.92767051187148673\
        """,
        broken.get("derivative of swish in the chain rule, swish(g(x))"));
  }

  @Test
  void anEdgeOfTheDomainThatWasForgottenIsFound() {
    assertEquals(
        "at x = -1\nthe derivative is 1, differences give -1",
        broken(DerivativeRule.of("root(x) = sqrt(x^2)", "1"))
            .get("derivative of root against differences of its values"));
  }

  @Test
  void aDerivativeWithoutAValueIsNoDerivative() {
    assertEquals(
        "at x = 0\nthe derivative has no value where differences give 0",
        broken(DerivativeRule.of("square(x) = x^2", "2*x^3/x^2"))
            .getOrDefault("derivative of square against differences of its values", "none"));
  }

  @Test
  void theLawsOfSeveralVariablesSeeWhatIsWrong() {
    Map<String, String> broken =
        broken(
            DerivativeRule.of("norm(x, y) = sqrt(x^2 + y^2)", "x/norm(x, y)", "y/norm(x, y)^2")
                .homogeneous(1));
    assertEquals(
        "at x = 0, y = 2\nx*grad f against k*f: 1 is not 2",
        broken.get("Euler's theorem for norm, of degree 1"));
    assertTrue(broken.containsKey("derivative of norm by the symmetry of mixed partials"));
    assertEquals(5, broken.size());
  }

  @Test
  void anInverseOfAnotherFunctionIsNone() {
    assertTrue(
        broken(DerivativeRule.of("e(x) = exp(x)", "exp(x)").inverse("log10(x)"))
            .containsKey("derivative of e against that of its inverse log10(x)"));
  }

  @Test
  void aWrongRuleForValuesFromJavaIsFound() {
    assertEquals(
        List.of("derivative of sinc against differences of its values"),
        List.copyOf(
            broken(DerivativeRule.ofJava("sinc(x)", x -> Math.sin(x) / x, "cos(x)/x")).keySet()));
    assertEquals(
        1,
        broken(
                DerivativeRule.ofDecimals("s(x)", SINE, "c(x)*(1 + 1/10^12)")
                    .usingDecimals("c(x)", COSINE))
            .size());
  }

  @Test
  void whatIsWronglyWrittenIsAnErrorWithItsPlace() {
    assertMessage("'y' is not declared", "square(x) = x^2", "2*y");
    assertMessage("an expression is missing", "square(x) = x^2", "2*");
    assertMessage("has 2 variables and 1 derivatives", "f(x, y) = x", "1");
    assertMessage("of numbers, not of arrays", "f(x[2]) = x[1]", "1");
  }

  private static void assertMessage(String part, String definition, String derivative) {
    RuntimeException error =
        assertThrows(
            RuntimeException.class, () -> DerivativeRule.of(definition, derivative).check());
    assertTrue(
        error instanceof NablaException || error instanceof IllegalArgumentException,
        error::toString);
    assertTrue(error.getMessage().contains(part), error::getMessage);
  }

  @Test
  void aSignatureMustFitItsValues() {
    assertThrows(
        IllegalArgumentException.class, () -> DerivativeRule.ofJava("f(x, y)", Math::sin, "1"));
    assertThrows(IllegalArgumentException.class, () -> DerivativeRule.ofJava("f", Math::sin, "1"));
    assertThrows(
        IllegalArgumentException.class,
        () -> DerivativeRule.of("f(x) = x", "1").using("c(x)", Math::cos));
  }
}
