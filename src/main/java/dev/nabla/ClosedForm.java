package dev.nabla;

import dev.nabla.expr.Expr;
import dev.nabla.print.FormulaBuilder;
import dev.nabla.print.LatexPrinter;
import dev.nabla.print.TextPrinter;

/** An expression in closed form: {@link #toString} is text that parses back to it. */
public final class ClosedForm {
  private final Expr expression;
  private final FormulaBuilder formulas;

  ClosedForm(Expr expression, FormulaBuilder formulas) {
    this.expression = expression;
    this.formulas = formulas;
  }

  /** The node of the expression DAG. */
  public Expr expression() {
    return expression;
  }

  /** The expression in LaTeX, without delimiters. */
  public String toLatex() {
    return new LatexPrinter().print(formulas.build(expression));
  }

  /** The expression in the language itself. */
  @Override
  public String toString() {
    return new TextPrinter().print(formulas.build(expression));
  }
}
