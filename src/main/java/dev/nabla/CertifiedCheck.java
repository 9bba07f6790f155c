package dev.nabla;

import dev.nabla.check.CheckReport;
import dev.nabla.print.Equations;
import dev.nabla.print.Layout;
import dev.nabla.print.Premises;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** A check that was run: what it found and, where it is asked for, the certificate. */
public final class CertifiedCheck {
  /** What is larger when written out is named by its size and the hash of its structure. */
  private static final double MOST_NODES = 20_000;

  private final CheckReport report;
  private final Supplier<Certificate> certificate;

  private CertifiedCheck(CheckReport report, Supplier<Certificate> certificate) {
    this.report = report;
    this.certificate = certificate;
  }

  /**
   * Runs the check.
   *
   * @param function the function of the request, which has been read already
   * @param request what is to be checked, and how
   */
  public static CertifiedCheck run(VectorFunction function, CheckRequest request) {
    return switch (request.evaluator()) {
      case STRAIGHT, DERIVED -> {
        Jacobian jacobian =
            request.evaluator() == Evaluator.DERIVED
                ? function.derivedJacobian(request.variables())
                : function.jacobian(request.variables());
        CheckReport report = jacobian.check(request.points(), request.seed());
        yield new CertifiedCheck(report, () -> entries(jacobian, request, report));
      }
      case ROLLED -> {
        IndexedJacobian jacobian = function.indexedDerivative(request.variables());
        CheckReport report = jacobian.check(Map.of(), request.points(), request.seed());
        yield new CertifiedCheck(report, () -> equations(jacobian, request, report));
      }
    };
  }

  /** What was found. */
  public CheckReport report() {
    return report;
  }

  /** What was found, with all that is needed to find it again; the closed forms are written now. */
  public Certificate certificate() {
    return certificate.get();
  }

  private static Certificate entries(Jacobian jacobian, CheckRequest request, CheckReport report) {
    List<Certificate.Formula> formulas = new ArrayList<>();
    for (int i = 0; i < jacobian.rowCount(); i++) {
      String row = jacobian.rowLabels().get(i);
      for (int j = 0; j < jacobian.columnCount(); j++) {
        String label = "∂" + row + "/∂" + jacobian.columnLabels().get(j);
        formulas.add(
            new Certificate.Formula(
                label, text(jacobian.entry(i, j)), forms(jacobian.sideConditions(i, j))));
      }
    }
    return Certificate.of(
        request, formulas, forms(jacobian.sideConditions()), forms(jacobian.assumptions()), report);
  }

  private static List<String> forms(List<ClosedForm> conditions) {
    return conditions.stream().map(ClosedForm::toString).toList();
  }

  private static String text(ClosedForm form) {
    double nodes = form.expression().treeSize();
    return nodes <= MOST_NODES
        ? form.toString()
        : String.format(
            Locale.ROOT, "(%.0f nodes, structure %016x)", nodes, form.expression().structure());
  }

  private static Certificate equations(
      IndexedJacobian jacobian, CheckRequest request, CheckReport report) {
    Equations equations = jacobian.equations(Notation.INDEX, Layout.NUMERATOR);
    List<Certificate.Formula> formulas = new ArrayList<>();
    equations.equations().forEach(equation -> formulas.add(formula(equation)));
    equations.where().forEach(part -> formulas.add(formula(part)));
    Premises premises = equations.premises();
    return Certificate.of(
        request, formulas, texts(premises.sideConditions()), texts(premises.assumptions()), report);
  }

  private static List<String> texts(List<Equations.Rendering> renderings) {
    return renderings.stream().map(Equations.Rendering::text).toList();
  }

  private static Certificate.Formula formula(Equations.Equation equation) {
    return new Certificate.Formula(equation.left().text(), equation.right().text(), List.of());
  }
}
