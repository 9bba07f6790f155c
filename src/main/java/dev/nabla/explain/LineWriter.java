package dev.nabla.explain;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.print.Annotations;
import dev.nabla.print.Equations.Rendering;
import dev.nabla.print.Formula;
import dev.nabla.print.FormulaBuilder;
import dev.nabla.print.LatexPrinter;
import dev.nabla.print.NumberStyle;
import dev.nabla.print.TextPrinter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The lines of a course as text and LaTeX, with the part marked that the next rule applies to. */
final class LineWriter {
  private static final String MARK = "⟦";

  private final ExprPool pool;
  private final Map<Expr, Annotations.Pending> pending = new HashMap<>();
  private final FormulaBuilder formulas;

  /**
   * A writer of lines that are shown together.
   *
   * @param operands what is still to be differentiated by {@code variable}, by its symbols
   * @param all every expression that is written
   * @param reserved declared names
   */
  LineWriter(
      ExprPool pool,
      NumberStyle style,
      Expr variable,
      Map<Expr, Expr> operands,
      List<Expr> all,
      Set<String> reserved) {
    this.pool = pool;
    operands.forEach(
        (symbol, operand) -> pending.put(symbol, new Annotations.Pending(variable, operand)));
    List<Expr> roots = new ArrayList<>(all);
    roots.add(variable);
    roots.addAll(operands.values());
    this.formulas = new FormulaBuilder(style, roots, reserved);
  }

  List<Explanation.Line> lines(Course course) {
    List<Explanation.Line> lines = new ArrayList<>();
    Expr current = course.first();
    String rule = "";
    for (Move move : course.moves()) {
      lines.add(new Explanation.Line(marked(current, ChangedPart.of(pool, move)), rule));
      current = move.after();
      rule = move.rule();
    }
    lines.add(new Explanation.Line(plain(current), rule));
    return lines;
  }

  /** An expression in which nothing is marked. */
  Rendering plain(Expr expr) {
    return rendering(formula(expr, Set.of()));
  }

  /** Not every node is written as such, 1/x for instance: then what is around it is marked. */
  private Rendering marked(Expr line, Set<Expr> parts) {
    Rendering exact = rendering(formula(line, parts));
    if (exact.text().contains(MARK)) {
      return exact;
    }
    for (Expr around : ChangedPart.around(line, parts)) {
      Rendering wider = rendering(formula(line, Set.of(around)));
      if (wider.text().contains(MARK)) {
        return wider;
      }
    }
    return exact;
  }

  private Formula formula(Expr expr, Set<Expr> marked) {
    return formulas.annotated(new Annotations(pending, marked)).build(expr);
  }

  private static Rendering rendering(Formula formula) {
    return new Rendering(new TextPrinter().print(formula), new LatexPrinter().print(formula));
  }
}
