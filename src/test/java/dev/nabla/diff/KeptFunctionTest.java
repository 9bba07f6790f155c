package dev.nabla.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.Jacobian;
import dev.nabla.JacobianEvaluator;
import dev.nabla.Nabla;
import dev.nabla.VectorFunction;
import dev.nabla.check.CheckReport;
import dev.nabla.check.CheckReportText;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keeping a name changes how a derivative reads, never what it is. */
class KeptFunctionTest {
  private static final String USE = "f(x, y) = s(x*y) + y*s(x)^2 + exp(s(s(y)) - x)*g(x, s(y))";

  private static String text(String body, boolean keep) {
    String word = keep ? "keep " : "";
    return word + "s(t) = " + body + "\n" + word + "g(a, b) = a^2*sin(b) + s(a*b)\n" + USE;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "t*sigmoid(t)",
        "atan(t) + 1/(1 + t^2)",
        "if t > 0 then t^3 else sin(t)^3",
        "sum(k = 1..4, sin(t)^k/k)",
        "3",
        "2*t"
      })
  void keptFunctionsHaveTheDerivativesOfTheirDefinitions(String body) {
    VectorFunction kept = Nabla.parse(text(body, true));
    VectorFunction plain = Nabla.parse(text(body, false));
    assertAgree(kept.jacobian(), plain.jacobian());
    assertAgree(kept.hessian(), plain.hessian());
    assertAgree(kept.gradient(), plain.gradient());
  }

  private static void assertAgree(Jacobian kept, Jacobian plain) {
    JacobianEvaluator first = kept.compile();
    JacobianEvaluator second = plain.compile();
    Random random = new Random(1);
    int rows = kept.rowCount();
    for (int i = 0; i < 50; i++) {
      double[] point = {random.nextGaussian(), random.nextGaussian()};
      double[] values = new double[rows];
      double[] others = new double[rows];
      double[] partials = new double[rows * 2];
      double[] otherPartials = new double[rows * 2];
      first.evaluate(point, values, partials);
      second.evaluate(point, others, otherPartials);
      for (int k = 0; k < partials.length; k++) {
        double scale = 1 + Math.abs(otherPartials[k]);
        assertEquals(otherPartials[k], partials[k], 1e-11 * scale);
      }
      assertEquals(others[0], values[0], 1e-12 * (1 + Math.abs(others[0])));
    }
  }

  @Test
  void theDerivativeIsAFunctionWithALineThatDefinesIt() {
    Jacobian jacobian = Nabla.parse("keep s(t) = t*exp(t)\nf(x) = s(x^2)").jacobian();
    assertEquals("2*x*s'(x^2)", jacobian.entry(0, 0).toString());
    assertTrue(jacobian.toText().endsWith("\n\nwhere s'(t) = exp(t)*(t + 1)\n"), jacobian.toText());
    assertTrue(jacobian.toLatex().contains("\\text{where } s'(t) &= "), jacobian.toLatex());
    assertEquals(
        Map.of("s'(t)", "exp(t)*(t + 1)").toString(), jacobian.keptDerivatives().toString());
  }

  @Test
  void partialDerivativesAreNamedByTheirArguments() {
    Jacobian hessian = Nabla.parse("keep g(u, v) = u^2*sin(v)\nf(x, y) = g(x, 2*y)").hessian();
    assertEquals("g_uu(x, 2*y)", hessian.entry(0, 0).toString());
    assertEquals("2*g_uv(x, 2*y)", hessian.entry(0, 1).toString());
    assertEquals("2*g_uv(x, 2*y)", hessian.entry(1, 0).toString());
    assertEquals("4*g_vv(x, 2*y)", hessian.entry(1, 1).toString());
    Jacobian twoNames =
        Nabla.parse("keep g(first, v) = first^2*sin(v)\nf(x, y) = g(x, y)").hessian();
    assertEquals("g_first_v(x, y)", twoNames.entry(0, 1).toString());
    assertTrue(twoNames.toLatex().contains("g_{first\\,v}(x, y)"), twoNames.toLatex());
  }

  @Test
  void aStatedDerivativeIsWhatIsPrintedComposedAndCompiled() {
    String text =
        "s(x) = x*sigmoid(x)\nderivative of s(t) is s(t) + sigmoid(t)*(1 - s(t))\nf(x) = s(3*x)";
    VectorFunction function = Nabla.parse(text);
    assertEquals(
        "3*(sigmoid(3*x)*(1 - s(3*x)) + s(3*x))", function.jacobian().entry(0, 0).toString());
    for (Jacobian jacobian : new Jacobian[] {function.jacobian(), function.hessian()}) {
      CheckReport report = jacobian.check(50, 1);
      assertTrue(report.passed(), new CheckReportText(report).render());
    }
    assertEquals(
        "sigmoid(x)*(1 - s(x)) + s(x)",
        Nabla.parse(text.substring(0, text.lastIndexOf('\n'))).jacobian().entry(0, 0).toString());
  }

  @Test
  void aWrongStatedDerivativeFailsTheCheck() {
    String text = "s(x) = x^3\nderivative of s(x) is 3*x^2 + 1e-9\nf(x) = s(x)";
    CheckReport report = Nabla.parse(text).jacobian().check(50, 1);
    assertEquals(CheckReport.Verdict.PASS, report.entries().get(0).verdict());
    assertEquals(CheckReport.Verdict.FAIL, report.entries().get(1).verdict());
  }

  @Test
  void keptFunctionsActOnEachElementOfAnArray() {
    VectorFunction function = Nabla.parse("keep s(t) = t*sigmoid(t)\nf(x[n]; W[m, n]) = s(W*x)");
    CheckReport report = function.indexedJacobian().check(Map.of("n", 2, "m", 3), 20, 1);
    assertTrue(report.passed(), new CheckReportText(report).render());
  }
}
