package dev.nabla.print;

/** A matrix for a note: a line that names the function, and $$ blocks ready to paste. */
public final class MatrixMarkdown {
  private final MatrixLatex latex;

  /** A printer for formulas that are some {@code width} letters wide at most. */
  public MatrixMarkdown(double width) {
    this.latex = new MatrixLatex(width);
  }

  /** The Markdown, ending in a newline. */
  public String print(MatrixFormulas formulas) {
    StringBuilder out = new StringBuilder();
    Matrix matrix = formulas.matrix();
    String kind = matrix.kind() == Matrix.Kind.GRADIENT ? "gradient" : matrix.kind().text();
    out.append("The ").append(kind).append(" of `").append(matrix.function()).append("`:\n\n");
    appendBlock(out, latex.entries(formulas));
    if (!formulas.where().isEmpty()) {
      out.append("\nwhere\n\n");
      appendBlock(out, latex.where(formulas));
    }
    if (!formulas.premises().areNone()) {
      out.append('\n').append(formulas.premises().markdown()).append('\n');
    }
    return out.toString();
  }

  private static void appendBlock(StringBuilder out, String formula) {
    out.append("$$\n").append(formula).append("\n$$\n");
  }
}
