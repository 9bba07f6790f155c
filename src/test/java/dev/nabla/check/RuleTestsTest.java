package dev.nabla.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.Nabla;
import dev.nabla.function.BesselLibrary;
import dev.nabla.function.FunctionTable;
import dev.nabla.function.JavaFunction;
import dev.nabla.function.JavaFunctions;
import dev.nabla.source.Source;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Right rules pass; a planted wrong one is refuted by its smallest counterexample. */
class RuleTestsTest {
  private static final JavaFunctions DOUBLES =
      JavaFunctions.of(
          JavaFunction.of("sine", "x", Math::sin), JavaFunction.of("cosine", "x", Math::cos));

  private static RuleReport.Entry only(String text, JavaFunctions java) {
    List<RuleReport.Entry> entries = run(text, java).entries();
    assertEquals(1, entries.size());
    return entries.get(0);
  }

  private static RuleReport run(String text, JavaFunctions java) {
    return Nabla.checkRules(new Source("test", text), java, 30, 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s(x) = x*sigmoid(x)\nderivative of s(x) is s(x) + sigmoid(x)*(1 - s(x))",
        "s(x) = if x == 0 then 1 else sin(x)/x\n"
            + "derivative of s(x) is if x == 0 then 0 else (cos(x) - s(x))/x",
        "s(x) = abs(x)\nderivative of s(x) is sign(x)",
        "s(x > 2) = log(x - 2)\nderivative of s(x) is 1/(x - 2)",
        "g(x, y; k > 1) = x^2*sin(y)/log(k)\nderivative of g(x, y, k) in y is x^2*cos(y)/log(k)",
        "rule r: cos(a)*tan(a) is sin(a)",
        "rule r: sqrt(a^2) is a where a >= 0",
        "keep sinc(x) = if x == 0 then 1 else sin(x)/x\nrule r: sin(x)/x is sinc(x)"
      })
  void rightRulesHold(String text) {
    RuleReport.Entry entry = only(text, JavaFunctions.none());
    assertEquals(RuleReport.Verdict.HOLDS, entry.verdict(), entry.toString());
    assertTrue(entry.points() > 30, entry.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "s(x) = x^3|derivative of s(x) is 3*x" + "|at x=-1: the derivative is 3, the rule gives -3",
        "s(x) = x^2|derivative of s(x) is 2*abs(x)"
            + "|at x=-1: the derivative is -2, the rule gives 2",
        "s(x) = sqrt(x)|derivative of s(x) is 1/(2*sqrt(x)) + (if x > 4 then 1e-12 else 0)"
            + "|at x=5: the derivative is 0.2236067977, the rule gives 0.2236067978",
        "s(x) = x|derivative of s(x) is x/x"
            + "|at x=0: the derivative is 1, the rule has no value: 1/x divides by zero",
        "s(x) = x^2|derivative of s(x) is if x > 12.5 and x < 12.75 then 0 else 2*x"
            + "|at x=12.501: the derivative is 25.002, the rule gives 0",
        "s(x) = x^3|derivative of s(x) is 3*x^2 + (if x != 0 and abs(x) < 1e-50 then 1 else 0)"
            + "|at x=1e-100: the derivative is 0, the rule gives 1",
        "s(x) = x^3|derivative of s(x) is if abs(x) > 1e50 then 2*x^2 else 3*x^2"
            + "|at x=1e50: the derivative is 3e100, the rule gives 2e100",
        "rule r: sqrt(a^2) is a|" + "|at a=-1: the left side is 1, the right side is -1",
        "rule r: exp(a)*exp(b) is exp(a*b)|"
            + "|at a=1, b=1: the left side is 7.389056099, the right side is 2.718281828",
        "rule r: sqrt(a)^3 is log(a)*a where a >= 0|"
            + "|at a=1: the left side is 1, the right side is 0"
      })
  void aWrongRuleIsRefutedByItsSmallestCounterexample(
      String function, String rule, String counterexample) {
    RuleReport.Entry entry =
        only(function + "\n" + (rule == null ? "" : rule), JavaFunctions.none());
    assertEquals(RuleReport.Verdict.REFUTED, entry.verdict());
    assertEquals(counterexample, entry.counterexample().orElseThrow().toString());
  }

  @Test
  void aRandomCounterexampleIsShrunk() {
    // Wrong between two numbers that nothing in the text names, so that no special point is there.
    String text = "s(x) = x\nderivative of s(x) is 1 + max(0, 0.3^2 - (x - 1.8)^2)";
    RuleReport.Entry entry = only(text, JavaFunctions.none());
    assertEquals(RuleReport.Verdict.REFUTED, entry.verdict());
    double found = entry.counterexample().orElseThrow().point().get(0);
    assertTrue(
        found == 2 || found == 1.6 || found == 1.7 || found == 1.8 || found == 1.9,
        entry.toString());
  }

  @Test
  void valuesInDoublesAreEnoughToRefute() {
    RuleReport right =
        run("derivative of sine(x) is cosine(x)\nderivative of cosine(x) is -sine(x)", DOUBLES);
    assertTrue(right.passed(), right.toText());
    assertTrue(right.toText().contains("double precision"), right.toText());
    RuleReport.Entry wrong = only("derivative of sine(x) is cosine(x)*(1 + 1e-8)", DOUBLES);
    assertEquals(RuleReport.Verdict.REFUTED, wrong.verdict(), wrong.toString());
    assertEquals(
        "at x=1: the derivative is 0.5403023059, the rule gives 0.5403023113",
        wrong.counterexample().orElseThrow().toString());
  }

  @Test
  void theDerivativesOfALibraryAreTested() {
    RuleReport report = run("", JavaFunctions.of(BesselLibrary.class));
    assertEquals(2, report.entries().size());
    assertTrue(report.passed(), report.toText());
    assertFalse(report.toText().contains("double precision"), report.toText());
    JavaFunctions wrong =
        JavaFunctions.of(
            JavaFunction.of("j", "x", Math::sin)
                .decimals((point, digits) -> FunctionTable.get("sin").value(point, digits))
                .derivative("x", "cos(x) + 1e-13"));
    assertEquals(
        "at x=1: the derivative is 0.5403023058681, the rule gives 0.5403023058682",
        only("", wrong).counterexample().orElseThrow().toString());
  }

  @Test
  void aRuleThatWouldNeverBeUsedIsRefused() {
    RuleReport.Entry longer = only("rule r: sin(a) is cos(a)*tan(a)", JavaFunctions.none());
    assertEquals(RuleReport.Verdict.REFUTED, longer.verdict());
    assertEquals(
        List.of("the right side is not shorter than the left: it would never apply"),
        longer.remarks());
  }

  @Test
  void theReportNamesEachRuleAndEndsInTheVerdict() {
    String text = "s(x) = x^2\nderivative of s(x) is 2*x\nt(x) = x^2\nderivative of t(x) is x\n";
    assertEquals(
        """
        rule                verdict    points
        derivative of s(x)  ok             85
        derivative of t(x)  WRONG           1
          at x=1: the derivative is 2, the rule gives 1
        FAIL  1 of 2 rules hold (seed 1)
        """,
        run(text, JavaFunctions.none()).toText());
  }
}
