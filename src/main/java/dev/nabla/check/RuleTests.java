package dev.nabla.check;

import dev.nabla.expr.Expr;
import dev.nabla.print.FormulaBuilder;
import dev.nabla.print.NumberStyle;
import dev.nabla.print.TextPrinter;
import dev.nabla.resolve.Statements;
import dev.nabla.resolve.UserRule;
import dev.nabla.simplify.OwnRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
      RuleClaim claim = new DerivativeClaim(statements.pool(), derivative);
      entries.add(new RuleCheck(claim).run(points, seed));
    }
    for (UserRule rule : statements.rules()) {
      RuleReport.Entry entry =
          new RuleCheck(new EqualityClaim(statements.pool(), rule)).run(points, seed);
      entries.add(entry.verdict() == RuleReport.Verdict.HOLDS ? used(entry, rule) : entry);
    }
    return new RuleReport(entries, seed);
  }

  /** A rule that holds must also be of use. */
  private static RuleReport.Entry used(RuleReport.Entry entry, UserRule rule) {
    return switch (OwnRules.use(rule)) {
      case APPLIES -> entry;
      case NOT_SHORTER ->
          unused(entry, "the right side is not shorter than the left: it would never apply");
      case NEVER_MET ->
          unused(entry, "it never applies: other rules rewrite such a left side before");
    };
  }

  private static RuleReport.Entry unused(RuleReport.Entry entry, String reason) {
    return new RuleReport.Entry(
        entry.label(),
        RuleReport.Verdict.REFUTED,
        entry.points(),
        Optional.empty(),
        List.of(reason));
  }

  /** Why an expression has no value. */
  static String reason(Outcome outcome) {
    return outcome instanceof Outcome.Pole pole
        ? text(pole.node()) + " divides by zero"
        : text(((Outcome.Undefined) outcome).node())
            + ": "
            + ((Outcome.Undefined) outcome).reason();
  }

  private static String text(Expr expr) {
    FormulaBuilder formulas = new FormulaBuilder(NumberStyle.of(Map.of()), List.of(expr), Set.of());
    return new TextPrinter().print(formulas.build(expr));
  }
}
