package dev.nabla.print;

/** How the entries of a matrix are named: ∂f/∂x, or ∂²f/∂x∂y in a Hessian. */
public final class Partials {
  private final Matrix matrix;

  public Partials(Matrix matrix) {
    this.matrix = matrix;
  }

  /** The entry as text. */
  public String text(int row, int column) {
    String left = matrix.rowLabels().get(row).text();
    String right = matrix.columnLabels().get(column).text();
    if (matrix.kind() != Matrix.Kind.HESSIAN) {
      return "∂" + left + "/∂" + right;
    }
    String function = "∂²" + matrix.functionName().text() + "/∂";
    return row == column ? function + left + "²" : function + left + "∂" + right;
  }

  /** The entry as a fraction in LaTeX. */
  public String latex(int row, int column) {
    String left = matrix.rowLabels().get(row).latex();
    String right = matrix.columnLabels().get(column).latex();
    if (matrix.kind() != Matrix.Kind.HESSIAN) {
      return fraction("\\partial " + left, "\\partial " + right);
    }
    String below =
        row == column
            ? "\\partial " + left + "^{2}"
            : "\\partial " + left + " \\, \\partial " + right;
    return fraction("\\partial^{2} " + matrix.functionName().latex(), below);
  }

  private static String fraction(String above, String below) {
    return "\\frac{" + above + "}{" + below + "}";
  }

  /** The label in front of a row. */
  String rowLabel(int row) {
    String label = matrix.rowLabels().get(row).text();
    return matrix.kind() == Matrix.Kind.HESSIAN ? "∂/∂" + label : label;
  }
}
