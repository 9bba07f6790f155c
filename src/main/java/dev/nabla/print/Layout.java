package dev.nabla.print;

/** The layout of a matrix of partial derivatives. */
public enum Layout {
  /** Rows are the outputs, columns the variables: J[i,j] = ∂f[i]/∂x[j]. */
  NUMERATOR("numerator: one row for each output, one column for each variable"),
  /** The transpose: rows are the variables, columns the outputs. */
  DENOMINATOR("denominator: one row for each variable, one column for each output");

  private final String text;

  Layout(String text) {
    this.text = text;
  }

  /** What it means, for a note under the result. */
  String text() {
    return text;
  }
}
