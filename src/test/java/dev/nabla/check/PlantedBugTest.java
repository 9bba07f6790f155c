package dev.nabla.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A wrong derivative must make the check fail, and the report must point at the wrong entry. */
class PlantedBugTest {
  private static final Checked QUICKSTART = Checked.of("f(x, y) = [x²y, xy²]");

  private static void quickstart(double[] in, double[] values, double[] partials) {
    double x = in[0];
    double y = in[1];
    values[0] = x * x * y;
    values[1] = x * y * y;
    partials[0] = 2 * x * y;
    partials[1] = x * x;
    partials[2] = y * y;
    partials[3] = 2 * x * y;
  }

  /** Corrupts a correct evaluation. */
  private interface Bug {
    void plant(double[] inputs, double[] values, double[] partials);
  }

  private static List<String> wrongEntries(Bug bug) {
    CheckReport report =
        QUICKSTART.check(
            (inputs, values, partials) -> {
              quickstart(inputs, values, partials);
              bug.plant(inputs, values, partials);
            });
    List<String> wrong = new ArrayList<>();
    for (CheckReport.Entry entry : report.entries()) {
      if (entry.verdict().isFailure()) {
        wrong.add(entry.label());
      }
    }
    assertEquals(wrong.isEmpty(), report.passed());
    return wrong;
  }

  @Test
  void correctDerivativesPass() {
    assertEquals(List.of(), wrongEntries((in, f, df) -> {}));
  }

  @Test
  void aFlippedSignFails() {
    assertEquals(List.of("∂f1/∂x"), wrongEntries((in, f, df) -> df[0] = -df[0]));
  }

  @Test
  void aFactorOfTwoFails() {
    assertEquals(List.of("∂f1/∂y"), wrongEntries((in, f, df) -> df[1] *= 2));
  }

  @Test
  void aRelativeErrorOfOnePartInATrillionFails() {
    assertEquals(List.of("∂f2/∂x"), wrongEntries((in, f, df) -> df[2] *= 1 + 1e-12));
  }

  @Test
  void anErrorOfTenUlpsFails() {
    assertEquals(List.of("∂f2/∂y"), wrongEntries((in, f, df) -> df[3] += 10 * Math.ulp(df[3])));
  }

  @Test
  void swappedColumnsFail() {
    assertEquals(
        List.of("∂f1/∂x", "∂f1/∂y"),
        wrongEntries(
            (in, f, df) -> {
              double first = df[0];
              df[0] = df[1];
              df[1] = first;
            }));
  }

  @Test
  void aMissingEntryFails() {
    assertEquals(List.of("∂f2/∂x"), wrongEntries((in, f, df) -> df[2] = 0));
  }

  @Test
  void anEntryThatIsNotANumberFails() {
    assertEquals(List.of("∂f2/∂x"), wrongEntries((in, f, df) -> df[2] = Double.NaN));
  }

  @Test
  void anInfiniteEntryFails() {
    assertEquals(List.of("∂f2/∂x"), wrongEntries((in, f, df) -> df[2] = Double.POSITIVE_INFINITY));
  }

  @Test
  void aWrongValueFails() {
    assertEquals(List.of("f2"), wrongEntries((in, f, df) -> f[1] = -f[1]));
  }

  @Test
  void aBugAtOnePointOnlyFails() {
    assertEquals(List.of("∂f1/∂x"), wrongEntries((in, f, df) -> df[0] += in[0] > 3 ? 1e-3 : 0));
  }

  @Test
  void aDroppedTermFails() {
    Checked sum = Checked.of("f(x, y) = x*y + x^3/100");
    EvaluatorUnderTest dropped =
        (in, f, df) -> {
          f[0] = in[0] * in[1] + in[0] * in[0] * in[0] / 100;
          df[0] = in[1];
          df[1] = in[0];
        };
    assertFalse(sum.check(dropped).passed());
  }

  @Test
  void theWrongBranchFails() {
    Checked piecewise = Checked.of("f(x) = if x > 0 then x^2 else -x");
    EvaluatorUnderTest wrong =
        (in, f, df) -> {
          f[0] = in[0] > 0 ? in[0] * in[0] : -in[0];
          df[0] = in[0] < 0 ? 2 * in[0] : -1;
        };
    assertFalse(piecewise.check(wrong).passed());
    assertTrue(piecewise.check(piecewise.engine()).passed());
  }

  @Test
  void aNonzeroAtAStructuralZeroFails() {
    Checked separate = Checked.of("f(x, y) = [x^2, y^2]");
    EvaluatorUnderTest leaking =
        (in, f, df) -> {
          separate.engine().evaluate(in, f, df);
          df[1] = 1e-300;
        };
    assertFalse(separate.check(leaking, 5).passed());
  }

  @Test
  void anEntryThatIsNeverWrittenFails() {
    CheckReport report = QUICKSTART.check((in, f, df) -> f[0] = in[0] * in[0] * in[1], 5);
    assertTrue(report.entries().get(1).verdict().isFailure());
    assertTrue(report.entries().get(3).verdict().isFailure());
  }
}
