package dev.nabla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.check.CheckReport;
import dev.nabla.print.Equations;
import dev.nabla.print.Layout;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a result was simplified under is part of it, in every notation and format. */
class SideConditionsTest {
  private static final String MANY = "f(x, y; k > 0) = x^2/x*sqrt(k^2)/y + y*log(y) - log(y)*y";
  private static final String ARRAY = "f(x[n]; k > 0, c > 0)[i] = x[i]^2/x[i]*sqrt(k^2)/c";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          x^2/x                                     | x != 0
          cbrt(x)^3 + x                             | x != 0
          (2*x - 3)^2/(2*x - 3)                     | x != 3/2
          x*(2 - x^2)/(2 - x^2)                     | x^2 != 2
          exp(log(1 - 2*x))*x                       | x < 1/2
          if x > 0 then x^2/x else 2*x              |
          if x > 1/2 then x else x^2/x              | x != 0
          if x < 1/2 then x^2/x else x              | not x < 1/2 or x != 0
          0*log(x)                                  | x > 0
          asin(x) - asin(x) + x                     | x >= -1 and x <= 1
          log(x)^0 + x                              | x > 0
          0/x + x                                   | x != 0
          if x > 0 then 0*log(x - 1) else x         | not x > 0 or x > 1
          log(x) + 0*log(x)                         |
          x^3 + 1/x                                 |
          """)
  void aConditionIsWrittenAsAPersonWould(String body, String expected) {
    List<ClosedForm> conditions = Nabla.parse("f(x) = " + body).jacobian().sideConditions();
    String text = String.join(" and ", conditions.stream().map(ClosedForm::toString).toList());
    assertEquals(expected == null ? "" : expected, text);
  }

  @Test
  void aCallLeavesItsConditionsEachTime() {
    Jacobian jacobian = Nabla.parse("g(a) = 0*sqrt(a); f(x, y) = g(x) + g(y) + x*y").jacobian();
    assertEquals("[x >= 0, y >= 0]", jacobian.sideConditions().toString());
    String twice = "g(a) = 0*sqrt(a); f(x) = (if x > 1 then g(x) else x) + g(x)";
    assertEquals("[x >= 0]", Nabla.parse(twice).jacobian().sideConditions().toString());
  }

  @Test
  void entriesHaveTheirOwn() {
    Jacobian jacobian = Nabla.parse("f(x, y) = [x^2/x, x*y]").jacobian();
    assertEquals("[x != 0]", jacobian.sideConditions(0, 0).toString());
    assertEquals("[]", jacobian.sideConditions(1, 0).toString());
    Jacobian hessian = Nabla.parse("f(x, y) = x^3/x*y").hessian();
    assertEquals("[x != 0]", hessian.sideConditions(1, 0).toString());
  }

  @Test
  void anAssumptionIsNamedOnlyWhereTheResultReliesOnIt() {
    assertEquals("[k > 0]", Nabla.parse(MANY).jacobian().assumptions().toString());
    assertEquals("[]", Nabla.parse("f(x; k > 0) = k*x^2").jacobian().assumptions().toString());
    assertEquals("[k > 0]", Nabla.parse("f(x; k > 0) = x*k/k").jacobian().assumptions().toString());
    String two = "f(x; a > 0, b > 0) = sqrt(a^2)*x + b*x";
    assertEquals("[a > 0]", Nabla.parse(two).jacobian().assumptions().toString());
  }

  @Test
  void textLatexAndMarkdownOfEntriesSayIt() {
    Jacobian jacobian = Nabla.parse(MANY).jacobian();
    assertTrue(jacobian.toText().endsWith("\n\nfor k > 0, provided that y > 0 and x != 0\n"));
    String latex = "\\text{for }k > 0\\text{, provided that }y > 0 \\text{ and } x \\ne 0";
    assertTrue(jacobian.toLatex().endsWith("\\end{bmatrix} \\quad " + latex), jacobian.toLatex());
    String markdown = "\n\nfor $k > 0$, provided that $y > 0$ and $x \\ne 0$\n";
    assertTrue(jacobian.toMarkdown().endsWith(markdown), jacobian.toMarkdown());
  }

  @Test
  void indexAndMatrixNotationAndPassesSayIt() {
    VectorFunction function = Nabla.parse(ARRAY);
    for (Notation notation : List.of(Notation.INDEX, Notation.MATRIX)) {
      for (Equations equations :
          List.of(
              function.indexedJacobian().equations(notation, Layout.NUMERATOR),
              function.tangents(List.of(), notation),
              function.cotangents(List.of(), notation))) {
        String index = equations.title().startsWith("Jacobian") ? "j" : "i";
        String text = "for k > 0, provided that x[" + index + "] != 0 for all " + index + "\n";
        assertTrue(equations.toText().contains(text), equations.toText());
        assertTrue(equations.toLatex().contains("\\text{for }k > 0"), equations.toLatex());
        assertTrue(equations.toMarkdown().contains("for $k > 0$"), equations.toMarkdown());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"STRAIGHT", "ROLLED"})
  void theCheckNamesTheConditionWhereItFails(Evaluator evaluator) {
    VectorFunction function = Nabla.parse("f(x[n])[i] = x[i]^2/x[i]").at(Map.of("n", 2));
    CheckReport report =
        CertifiedCheck.run(function, CheckRequest.of(function, List.of(), evaluator, 60, 1))
            .report();
    assertTrue(report.passed());
    CheckReport.Encounter met =
        report.entries().get(5).excluded(CheckReport.Exclusion.SIDE_CONDITION);
    assertEquals("x[2] != 0", met.example().orElseThrow().text());
    assertEquals(0.0, met.example().orElseThrow().point().get(1));
  }

  @Test
  void whereWhatFoldedHasNoValueNothingIsCompared() {
    CheckReport report = Nabla.parse("f(x) = x + 0*log(x)").jacobian().check(20, 1);
    assertTrue(report.passed());
    CheckReport.Encounter met =
        report.entries().get(0).excluded(CheckReport.Exclusion.SIDE_CONDITION);
    assertEquals("x > 0", met.example().orElseThrow().text());
    assertEquals(report.outside(), met.count());
    assertTrue(report.entries().get(0).worst().orElseThrow().point().get(0) > 0);
  }

  @Test
  void anEvaluationSaysWhatFailsAtItsPoint() {
    VectorFunction function = Nabla.parse("f(x) = x^2/x");
    Jacobian jacobian = function.jacobian();
    Evaluation at0 = jacobian.evaluate(function.inputs().put("x", 0).build());
    assertEquals(List.of("x != 0"), at0.conditions());
    assertEquals(List.of("x != 0 does not hold here"), at0.remarks());
    assertEquals(List.of(), jacobian.evaluate(function.inputs().put("x", 1).build()).remarks());
  }

  @Test
  void anInputThatIsNoIndexIsRefusedByBothEvaluators() {
    VectorFunction function = Nabla.parse("f(E[2]; t[1])[i] = E[t[i]]");
    double[] values = new double[1];
    double[] partials = new double[2];
    for (double wrong : new double[] {0, 3, 1.5, Double.NaN, Double.POSITIVE_INFINITY}) {
      double[] inputs = {5, 7, wrong};
      IllegalArgumentException straight =
          assertThrows(
              IllegalArgumentException.class,
              () -> function.jacobian().compile().evaluate(inputs, values, partials));
      assertTrue(straight.getMessage().startsWith("t[1] is "), straight.getMessage());
      assertThrows(
          IllegalArgumentException.class,
          () -> function.indexedJacobian().compile(Map.of()).evaluate(inputs, values, partials));
    }
    function.jacobian().compile().evaluate(new double[] {5, 7, 2}, values, partials);
    assertEquals(7, values[0]);
  }
}
