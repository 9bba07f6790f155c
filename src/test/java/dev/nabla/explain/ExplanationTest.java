package dev.nabla.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.Jacobian;
import dev.nabla.Nabla;
import dev.nabla.diff.DerivativeTemplates;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.function.FunctionTable;
import dev.nabla.function.JavaFunctions;
import dev.nabla.print.Equations.Rendering;
import dev.nabla.resolve.Expander;
import dev.nabla.resolve.FunctionReader;
import dev.nabla.resolve.ScalarFunction;
import dev.nabla.simplify.Effort;
import dev.nabla.source.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every line of an explanation is found equal to the one before, and a wrong one is named. */
class ExplanationTest {
  /** Of the table of derivatives, so that the test stays short. */
  private static final int EVERY = 6;

  @Test
  void everyLineOfTheTablesDerivationsHolds() throws IOException {
    List<String> rows;
    try (var stream = Nabla.class.getResourceAsStream("/dev/nabla/simplify/derivatives.txt")) {
      rows =
          new String(stream.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .toList();
    }
    for (int i = 0; i < rows.size(); i += EVERY) {
      String[] columns = rows.get(i).split(" \\| ");
      Jacobian jacobian = Nabla.parse("f(" + columns[0] + ") = " + columns[1]).jacobian();
      for (Detail detail : Detail.values()) {
        Explanation explanation = jacobian.explain(0, 0, detail);
        assertTrue(explanation.verdict().holds(), explanation::toText);
        Explanation.Line last = explanation.lines().get(explanation.lines().size() - 1);
        assertEquals(jacobian.entry(0, 0).toString(), last.form().text());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "f(x[n]) = sum(i, x[i]^2*exp(x[i]))",
        "f(A[m,n], x[n]) = norm2(A*x)^2",
        "f(x[n]; S[n,n] symmetric) = x'*S*x",
        "f(z[n])[i] = logsoftmax(z)[i]",
        "f(x[n]) = max(i, x[i])"
      })
  void everyLineOfADerivationWithIndicesHolds(String text) {
    Explanation explanation =
        Nabla.parse(text).explain(Nabla.parse(text).variables().get(0), Detail.ALL);
    assertTrue(explanation.verdict().holds(), explanation::toText);
    assertTrue(explanation.lines().size() > 2, explanation::toText);
  }

  @Test
  void foldingShowsFewerLinesAndTheSameEnds() {
    Jacobian jacobian = Nabla.parse("f(x) = x^3*sin(x)^2/(1 + x^2)").jacobian();
    List<Explanation.Line> few = jacobian.explain(0, 0, Detail.ESSENTIAL).lines();
    List<Explanation.Line> all = jacobian.explain(0, 0, Detail.ALL).lines();
    assertTrue(few.size() < all.size());
    assertEquals(all.get(0).form(), few.get(0).form());
    assertEquals(all.get(all.size() - 1).form(), few.get(few.size() - 1).form());
  }

  @Test
  void everyLineButTheLastHasAMark() {
    Explanation explanation =
        Nabla.parse("f(x) = log(x^2 + 1)/x + tan(x)").jacobian().explain(0, 0, Detail.ALL);
    List<Explanation.Line> lines = explanation.lines();
    for (int i = 0; i < lines.size(); i++) {
      boolean isLast = i == lines.size() - 1;
      assertEquals(!isLast, lines.get(i).form().text().contains("⟦"), explanation::toText);
      assertEquals(!isLast, lines.get(i).form().latex().contains("\\underline{"));
    }
  }

  @Test
  void conditionsOfTheClosedFormAreSaid() {
    Explanation explanation =
        Nabla.parse("f(x) = (x^2 - 1)/(x - 1)").jacobian().explain(0, 0, Detail.ESSENTIAL);
    assertTrue(explanation.toText().contains("provided that x != 1"), explanation::toText);
  }

  /** A wrong derivative of the table: the line that uses it is named. */
  @Test
  void aWrongDerivativeIsNamedWithItsLine() {
    ScalarFunction function = scalars("f(x) = x*sin(x^2)");
    DerivativeTemplates wrong =
        DerivativeTemplates.standard().with(FunctionTable.get("sin"), 0, "cos(x) + x/1000");
    Expr root = function.outputs().get(0);
    Element variable = function.variables().get(0);
    Explanation explanation =
        new ScalarExplainer(function, Effort.FULL, wrong)
            .explain("t", new Rendering("l", "l"), root, variable, root, Detail.ESSENTIAL);
    assertFalse(explanation.verdict().holds());
    assertTrue(
        explanation.remark().startsWith("FAIL  line 3 (derivative of sin, chain rule"),
        explanation::toText);
  }

  private static ScalarFunction scalars(String text) {
    return new Expander(
            new FunctionReader(
                    new Source("test", text), Optional.empty(), Map.of(), JavaFunctions.none())
                .readIndexed())
        .expand();
  }
}
