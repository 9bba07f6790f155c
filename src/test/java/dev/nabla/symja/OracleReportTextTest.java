package dev.nabla.symja;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.expr.ExprPool;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every opinion is said in words, a disagreement with its place, both forms and all values. */
class OracleReportTextTest {
  private static OracleReport.Entry entry(String label, Opinion opinion) {
    return new OracleReport.Entry(label, "2*x", "x", opinion);
  }

  private static Opinion disagreement(Opinion.Verdict verdict) {
    return new Opinion.Disagrees(
        new ExprPool().one(),
        new Opinion.Dispute(List.of(0.5, -3.0), "1.0", "0.5", "1.0", verdict));
  }

  private static OracleReport report(OracleReport.Entry... entries) {
    return new OracleReport(List.of(entries), List.of("x", "y"), 100, 1);
  }

  @Test
  void everyOpinionHasItsLine() {
    OracleReport report =
        report(
            entry("∂f/∂x", new Opinion.Proved(100)),
            entry("∂f/∂y", new Opinion.Agrees(93)),
            entry("∂g/∂x", new Opinion.Silent("no answer within 5 s")),
            entry("∂g/∂y", disagreement(Opinion.Verdict.SYMJA_WRONG)));
    assertEquals(
        """
        entry  Symja       points
        ∂f/∂x  proves it   100
        ∂f/∂y  agrees      93
        ∂g/∂x  no opinion  no answer within 5 s
        ∂g/∂y  is wrong    at x=0.5, y=-3.0
            Nabla      1.0 = 2*x
            Symja      0.5 = x
            reference  1.0
        PASS  Symja confirms 2 of 4 entries, 1 by proof; is wrong about 1; has no opinion on 1 \
        (100 points, seed 1)
        """,
        new OracleReportText(report).render());
    assertTrue(report.passed());
  }

  @Test
  void whateverSpeaksAgainstNablaFails() {
    for (Opinion.Verdict verdict : Opinion.Verdict.values()) {
      OracleReport report = report(entry("∂f/∂x", disagreement(verdict)));
      assertEquals(verdict == Opinion.Verdict.SYMJA_WRONG, report.passed());
      String text = new OracleReportText(report).render();
      assertEquals(!report.passed(), text.contains("DISAGREES") && text.contains("FAIL"), text);
    }
  }

  @Test
  void ofManyEntriesOnlyThoseWithANewsAreListed() {
    List<OracleReport.Entry> many =
        new ArrayList<>(Collections.nCopies(40, entry("∂f/∂x", new Opinion.Proved(100))));
    many.add(entry("∂g/∂x", new Opinion.Silent("tired")));
    String text = new OracleReportText(new OracleReport(many, List.of("x"), 100, 1)).render();
    assertTrue(text.contains("∂g/∂x  no opinion  tired"), text);
    assertFalse(text.contains("∂f/∂x"), text);
    assertTrue(text.contains("40 of 41 entries"), text);
  }
}
