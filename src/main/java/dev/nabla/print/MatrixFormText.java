package dev.nabla.print;

import dev.nabla.expr.Expr;
import dev.nabla.matrix.FormWriter;
import dev.nabla.matrix.MatrixForm;
import java.util.List;
import java.util.Set;

/** Matrix form → the language's own syntax: A*x + b, diag(s) - s*s'. */
public final class MatrixFormText {
  private final NumberStyle style;
  private final Set<String> reserved;

  /**
   * A printer of matrix forms.
   *
   * @param style how numbers are written in scalars
   * @param reserved declared names, which no index may have
   */
  public MatrixFormText(NumberStyle style, Set<String> reserved) {
    this.style = style;
    this.reserved = Set.copyOf(reserved);
  }

  /** The text of the form. */
  public String print(MatrixForm form) {
    return new FormWriter(this::scalar).write(form);
  }

  private String scalar(Expr expr) {
    FormulaBuilder builder = new FormulaBuilder(style, List.of(expr), reserved);
    return new TextPrinter().print(builder.build(expr));
  }
}
