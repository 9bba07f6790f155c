package dev.nabla;

import dev.nabla.check.CheckReport;
import dev.nabla.check.NumericReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One statement of a certificate.
 *
 * @param name what it is about
 * @param value what it says; numbers so that they are the same double again
 * @param strength when a second run must say the same
 */
record Figure(Name name, String value, Strength strength) {
  /**
   * What a statement is about.
   *
   * @param of the entry, or the part of the certificate
   * @param what of it is stated
   */
  record Name(String of, String what) {}

  /** When a second run must say the same. */
  enum Strength {
    ALWAYS,
    SAME_NABLA,
    SAME_JAVA
  }

  /** All that a certificate says. */
  static List<Figure> of(Certificate certificate) {
    Collector collector = new Collector();
    collector.function(certificate);
    collector.formulas(certificate);
    CheckReport report = certificate.report();
    collector.run(report);
    report.entries().forEach(collector::entry);
    return collector.figures;
  }

  private static final class Collector {
    private final List<Figure> figures = new ArrayList<>();

    private void add(String of, String what, Object value, Strength strength) {
      figures.add(new Figure(new Name(of, what), value.toString(), strength));
    }

    void function(Certificate certificate) {
      add("the function", "digest of its text", certificate.digest(), Strength.ALWAYS);
      NumericReference.Method reference = certificate.reference();
      add("the reference", "method", reference.text(), Strength.SAME_NABLA);
      add("the reference", "precisions", reference.levels(), Strength.SAME_NABLA);
    }

    void formulas(Certificate certificate) {
      for (Certificate.Formula formula : certificate.formulas()) {
        add(formula.left(), "closed form", formula.right(), Strength.SAME_NABLA);
        add(formula.left(), "side conditions", formula.sideConditions(), Strength.SAME_NABLA);
      }
      String all = "the closed forms";
      add(all, "order", lefts(certificate), Strength.SAME_NABLA);
      add(all, "side conditions", certificate.sideConditions(), Strength.SAME_NABLA);
      add(all, "assumptions", certificate.assumptions(), Strength.SAME_NABLA);
    }

    private static String lefts(Certificate certificate) {
      return certificate.formulas().stream()
          .map(Certificate.Formula::left)
          .collect(Collectors.joining(", "));
    }

    void run(CheckReport report) {
      String check = "the check";
      add(check, "inputs", report.inputNames(), Strength.ALWAYS);
      add(check, "entries", labels(report), Strength.ALWAYS);
      add(check, "result", report.passed() ? "PASS" : "FAIL", Strength.ALWAYS);
      add(check, "seed", report.seed(), Strength.ALWAYS);
      add(check, "points asked for", report.requested(), Strength.ALWAYS);
      add(check, "points", report.points(), Strength.SAME_NABLA);
      add(check, "points drawn outside the domain", report.outside(), Strength.SAME_NABLA);
      add(check, "problems", report.problems(), Strength.SAME_NABLA);
    }

    private static List<String> labels(CheckReport report) {
      return report.entries().stream().map(CheckReport.Entry::label).toList();
    }

    void entry(CheckReport.Entry entry) {
      String label = entry.label();
      add(label, "verdict", entry.verdict(), Strength.SAME_JAVA);
      add(label, "points compared", entry.checked(), Strength.SAME_NABLA);
      add(label, "ill-conditioned points", entry.illConditioned(), Strength.SAME_JAVA);
      comparison(label, "worst", entry.worst());
      comparison(label, "worst where well-conditioned", entry.wellConditioned());
      for (CheckReport.Exclusion reason : CheckReport.Exclusion.values()) {
        CheckReport.Encounter met = entry.excluded(reason);
        String what = "excluded, " + reason.text();
        add(label, what, met.count(), Strength.SAME_NABLA);
        met.example()
            .ifPresent(
                example -> {
                  add(label, what + ", at", example.point(), Strength.SAME_NABLA);
                  add(label, what + ", of", example.text(), Strength.SAME_NABLA);
                });
      }
    }

    private void comparison(String label, String which, Optional<CheckReport.Comparison> found) {
      found.ifPresent(
          comparison -> {
            add(label, which + " error in ulps", comparison.ulps(), Strength.SAME_JAVA);
            add(label, which + " condition", comparison.condition(), Strength.SAME_JAVA);
            add(label, which + " value", comparison.computed(), Strength.SAME_JAVA);
            add(label, which + " reference value", comparison.exact(), Strength.SAME_JAVA);
            add(label, which + " point", comparison.point(), Strength.SAME_JAVA);
          });
    }
  }
}
