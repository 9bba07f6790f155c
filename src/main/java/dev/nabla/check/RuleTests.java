package dev.nabla.check;

import dev.nabla.expr.Expr;
import dev.nabla.print.FormulaBuilder;
import dev.nabla.print.NumberStyle;
import dev.nabla.print.TextPrinter;
import dev.nabla.resolve.Statements;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tests what a file states against the numeric reference, which knows no rule. */
public final class RuleTests {
  private RuleTests() {}

  /**
   * Tests each statement at special points of its domain and at random ones.
   *
   * @param points the number of random points for each
   * @param seed their seed
   */
  public static RuleReport run(Statements statements, int points, long seed) {
    List<RuleReport.Entry> entries = new ArrayList<>();
    for (Statements.Derivative derivative : statements.derivatives()) {
      RuleClaim claim = new DerivativeClaim(statements.pool(), derivative, RuleTests::text);
      entries.add(new RuleCheck(claim).run(points, seed));
    }
    return new RuleReport(entries, seed);
  }

  static String text(Expr expr) {
    FormulaBuilder formulas = new FormulaBuilder(NumberStyle.of(Map.of()), List.of(expr), Set.of());
    return new TextPrinter().print(formulas.build(expr));
  }
}
