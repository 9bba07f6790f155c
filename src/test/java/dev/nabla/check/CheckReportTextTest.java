package dev.nabla.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckReportTextTest {
  private static final Checked RELU = Checked.of("f(x) = if x > 0 then x else 0");

  private static String text(CheckReport report) {
    return new CheckReportText(report).render();
  }

  private static List<String> lines(CheckReport report) {
    return text(report).lines().toList();
  }

  @Test
  void theSameSeedGivesTheSameReport() {
    Checked checked = Checked.of("f(x, y) = [tanh(x*y), sqrt(x)/y]");
    CheckReport first = checked.check(checked.engine());
    assertEquals(first, checked.check(checked.engine()));
  }

  @Test
  void aTableWithTheKinkNamedAndTheVerdictLast() {
    CheckReport report = RELU.check(RELU.engine());
    int kinks = report.entries().get(1).excluded(CheckReport.Exclusion.KINK).count();
    int checked = NumericCheck.POINTS - kinks;
    assertEquals(
        List.of(
            "entry   verdict  points  ulps  where it is worst",
            "f1      ok          100  0.00  x=0.3797611920214832",
            "∂f1/∂x  ok           " + checked + "  0.00  x=0.3797611920214832",
            "kink: ∂f1/∂x, " + kinks + " times, at x=0.0, of 0<x",
            "largest error where well-conditioned: 0.00 ulps",
            "PASS  2 of 2 entries hold at 100 points (seed 1)"),
        lines(report).stream()
            .map(line -> line.replaceAll("x=[-0-9.E]*[1-9][-0-9.E]*$", "x=0.3797611920214832"))
            .toList());
  }

  @Test
  void aWrongEntryShowsWhatItShouldBe() {
    CheckReport report =
        RELU.check(
            (in, f, df) -> {
              RELU.engine().evaluate(in, f, df);
              df[0] *= 3;
            },
            10);
    List<String> lines = lines(report);
    assertTrue(lines.get(2).contains("∂f1/∂x  WRONG"), lines.get(2));
    assertTrue(lines.get(2).contains("3.0 should be 1.0 at x="), lines.get(2));
    assertTrue(lines.get(lines.size() - 1).startsWith("FAIL  1 of 2 entries hold"));
  }

  @Test
  void manyEntriesAreSummedUpWithTheWorstFirst() {
    Checked many = Checked.of("dim n = 8\nf(x[n])[i] = x[i]^3");
    EvaluatorUnderTest wrong =
        (in, f, df) -> {
          many.engine().evaluate(in, f, df);
          df[3 * 8 + 3] *= 2;
        };
    List<String> lines = lines(many.check(wrong, 5));
    assertEquals("72 entries: 71 ok, 1 WRONG; the worst 10:", lines.get(0));
    assertTrue(lines.get(2).startsWith("∂f4/∂x[4]  WRONG"), lines.get(2));
    assertEquals(14, lines.size());
  }

  @Test
  void cancellationIsReportedWithItsConditionAndNoFailure() {
    Checked cancelling = Checked.of("f(x > 0) = sqrt(1 + x^2/10^8) - 1");
    ConditionEstimate rounding =
        inputs ->
            new ConditionEstimate.Bounds(List.of(2 * Math.ulp(1.0)), Collections.nCopies(1, 0.0));
    CheckReport report = cancelling.check(cancelling.engine(), rounding, 50);
    CheckReport.Entry value = report.entries().get(0);
    assertEquals(CheckReport.Verdict.ILL_CONDITIONED, value.verdict());
    assertTrue(value.worst().get().condition() > 1e8);
    assertTrue(value.worst().get().ulps() > 100);
    assertTrue(report.passed(), () -> text(report));
    assertTrue(text(report).contains("ill-conditioned"));
    assertTrue(!cancelling.check(cancelling.engine(), 50).passed());
  }

  @Test
  void aBoundDoesNotExcuseALargerError() {
    Checked cancelling = Checked.of("f(x > 0) = sqrt(1 + x^2/10^8) - 1");
    ConditionEstimate rounding =
        inputs ->
            new ConditionEstimate.Bounds(List.of(2 * Math.ulp(1.0)), Collections.nCopies(1, 0.0));
    EvaluatorUnderTest wrong =
        (in, f, df) -> {
          cancelling.engine().evaluate(in, f, df);
          f[0] += 1e-14;
        };
    CheckReport report = cancelling.check(wrong, rounding, 50);
    assertEquals(CheckReport.Verdict.FAIL, report.entries().get(0).verdict());
  }

  @Test
  void anInfiniteBoundCertifiesNothing() {
    Checked linear = Checked.of("f(x) = 3*x");
    ConditionEstimate unbounded =
        inputs ->
            new ConditionEstimate.Bounds(
                List.of(0.0), Collections.nCopies(1, Double.POSITIVE_INFINITY));
    EvaluatorUnderTest wrong =
        (in, f, df) -> {
          f[0] = 3 * in[0];
          df[0] = 4;
        };
    CheckReport report = linear.check(wrong, unbounded, 10);
    assertEquals(CheckReport.Verdict.UNCHECKED, report.entries().get(1).verdict());
  }

  @Test
  void anOverflowThatTheFunctionItselfHasIsNoWrongDerivative() {
    Checked steep = Checked.of("f(x) = (3 + x^2)^1000/(2 + x^2)^1000");
    CheckReport report = steep.check(steep.engine(), 20);
    assertTrue(
        report.entries().get(0).excluded(CheckReport.Exclusion.OVERFLOW).count() > 0,
        () -> text(report));
  }

  @Test
  void anOverflowOfTheDerivativesSquaresIsNoWrongDerivative() {
    Checked quotient = Checked.of("f(x > 0) = (3 + x)^400/(2 + x)^400");
    EvaluatorUnderTest overflowing =
        (in, f, df) -> {
          quotient.engine().evaluate(in, f, df);
          df[0] = Double.NaN;
        };
    CheckReport.Entry partial = quotient.check(overflowing, 20).entries().get(1);
    assertTrue(partial.excluded(CheckReport.Exclusion.OVERFLOW).count() > 0);
    assertEquals(CheckReport.Verdict.UNCHECKED, partial.verdict());
  }

  @Test
  void aBoundThatIsNotANumberExcusesNothing() {
    Checked linear = Checked.of("f(x) = 3*x");
    ConditionEstimate broken =
        inputs -> new ConditionEstimate.Bounds(List.of(0.0), List.of(Double.NaN));
    EvaluatorUnderTest wrong =
        (in, f, df) -> {
          f[0] = 3 * in[0];
          df[0] = 4;
        };
    CheckReport report = linear.check(wrong, broken, 10);
    assertEquals(CheckReport.Verdict.FAIL, report.entries().get(1).verdict());
  }
}
