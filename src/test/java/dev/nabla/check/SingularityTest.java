package dev.nabla.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Kinks, poles and points outside the domain are found, counted and named; they are no errors. */
class SingularityTest {
  private static CheckReport check(String text) {
    Checked checked = Checked.of(text);
    return checked.check(checked.engine());
  }

  @Test
  void theKinkOfReluIsNamedAndNoFailure() {
    CheckReport report = check("f(x) = if x > 0 then x else 0");
    assertTrue(report.passed(), () -> new CheckReportText(report).render());
    CheckReport.Encounter kinks = report.entries().get(1).excluded(CheckReport.Exclusion.KINK);
    assertTrue(kinks.count() > 0);
    assertEquals(0.0, kinks.example().get().point().get(0));
    assertEquals("0<x", kinks.example().get().text());
  }

  @Test
  void aKinkWithoutAConditionIsFoundByItsOneSidedSlopes() {
    CheckReport report = check("f(x) = sqrt(x^2) + x");
    CheckReport.Encounter kinks = report.entries().get(1).excluded(CheckReport.Exclusion.KINK);
    assertTrue(kinks.count() > 0);
    assertTrue(kinks.example().get().text().startsWith("Power"), kinks.toString());
  }

  @Test
  void aPoleIsNamedAndItsPointDrawnAgain() {
    CheckReport report = check("f(x) = 1/x");
    assertTrue(report.passed(), () -> new CheckReportText(report).render());
    CheckReport.Encounter poles = report.entries().get(0).excluded(CheckReport.Exclusion.POLE);
    assertTrue(poles.count() > 0);
    assertEquals("Power[x, -1]", poles.example().get().text());
    assertEquals(poles.count(), report.outside());
    assertEquals(NumericCheck.POINTS, report.points());
  }

  @Test
  void pointsOutsideTheDomainAreCounted() {
    CheckReport report = check("f(x) = sqrt(x - 1)");
    assertTrue(report.passed(), () -> new CheckReportText(report).render());
    assertTrue(report.entries().get(0).excluded(CheckReport.Exclusion.OUTSIDE).count() > 100);
    assertEquals(NumericCheck.POINTS, report.points());
  }

  @Test
  void theBoundaryOfTheDomainIsNotCompared() {
    CheckReport report = check("f(x) = sqrt(x)*x");
    assertTrue(report.passed(), () -> new CheckReportText(report).render());
    assertTrue(report.entries().get(1).excluded(CheckReport.Exclusion.OUTSIDE).count() > 0);
    assertTrue(report.entries().get(1).checked() < report.entries().get(0).checked());
  }

  @Test
  void rowsWithoutACommonPointAreCheckedWhereEachHasAValue() {
    CheckReport report = check("f(x) = [sqrt(x - 1), sqrt(-x)]");
    assertTrue(report.passed(), () -> new CheckReportText(report).render());
    assertTrue(report.entries().get(0).checked() > 10);
    assertTrue(report.entries().get(1).checked() > 10);
  }

  @Test
  void aDomainThatIsNeverHitIsAFailure() {
    CheckReport report = check("f(x) = sqrt(-1 - x^2)");
    assertFalse(report.passed());
    assertTrue(report.problems().get(0).contains("no value at any of"), report.toString());
  }

  @Test
  void assumptionsThatNoPointSatisfiesAreAFailure() {
    CheckReport report = check("f(x > 0, y < x - 10000) = x*y");
    assertFalse(report.passed());
    assertTrue(report.problems().get(0).contains("assumptions"), report.toString());
  }

  @Test
  void anUntakenBranchCannotSpoilThePoint() {
    CheckReport report = check("f(x) = if x > 0 then sqrt(x) else x");
    assertTrue(report.passed(), () -> new CheckReportText(report).render());
    assertEquals(0, report.outside());
  }

  @Test
  void smoothPiecesThatMeetAtABranchAreAKinkOfTheCondition() {
    CheckReport report = check("f(x) = if x > 0 then x^2 else x^3");
    assertTrue(report.passed());
    assertTrue(report.entries().get(1).excluded(CheckReport.Exclusion.KINK).count() > 0);
  }
}
