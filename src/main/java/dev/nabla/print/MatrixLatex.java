package dev.nabla.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * A matrix in LaTeX: a bracketed matrix where it fits a line, else aligned equations ∂f/∂x = …;
 * shared parts follow as equations.
 */
public final class MatrixLatex {
  /** Without \setcounter{MaxMatrixCols}, LaTeX refuses a bmatrix with more columns. */
  private static final int MOST_MATRIX_COLUMNS = 10;

  private final double width;
  private final LatexPrinter printer = new LatexPrinter();

  /** A printer for lines that are some {@code width} letters wide at most. */
  public MatrixLatex(double width) {
    this.width = width;
  }

  /** One display formula, without delimiters such as $$. */
  public String print(MatrixFormulas formulas) {
    boolean isMatrix = fits(formulas);
    Premises premises = formulas.premises();
    if (isMatrix && formulas.where().isEmpty()) {
      return matrix(formulas) + (premises.areNone() ? "" : " \\quad " + premises.latex());
    }
    List<String> lines = new ArrayList<>();
    if (isMatrix) {
      lines.add(symbol(formulas.matrix()) + " &= " + matrix(formulas));
    } else {
      lines.addAll(equations(formulas));
    }
    lines.addAll(definitions(formulas, "\\text{where } "));
    if (!premises.areNone()) {
      lines.add("&" + premises.latex());
    }
    return aligned(lines);
  }

  private static String symbol(Matrix matrix) {
    return switch (matrix.kind()) {
      case JACOBIAN -> "J";
      case GRADIENT -> "\\nabla " + matrix.functionName().latex();
      case HESSIAN -> "H";
    };
  }

  /** The matrix or the list of its entries alone. */
  String entries(MatrixFormulas formulas) {
    return fits(formulas) ? matrix(formulas) : aligned(equations(formulas));
  }

  /** The shared parts alone. */
  String where(MatrixFormulas formulas) {
    return aligned(definitions(formulas, ""));
  }

  private static String aligned(List<String> lines) {
    return "\\begin{aligned}\n" + String.join(" \\\\\n", lines) + "\n\\end{aligned}";
  }

  private boolean fits(MatrixFormulas formulas) {
    double total = 0;
    for (int column = 0; column < formulas.matrix().columnLabels().size(); column++) {
      double widest = 1;
      for (SortedMap<Integer, Formula> row : formulas.rows()) {
        Formula entry = row.get(column);
        widest = entry == null ? widest : Math.max(widest, printer.width(entry));
      }
      total += widest + 1;
    }
    return total <= width;
  }

  private String matrix(MatrixFormulas formulas) {
    int columns = formulas.matrix().columnLabels().size();
    List<String> rows = new ArrayList<>();
    for (SortedMap<Integer, Formula> row : formulas.rows()) {
      List<String> cells = new ArrayList<>();
      for (int column = 0; column < columns; column++) {
        Formula entry = row.get(column);
        cells.add(entry == null ? "0" : printer.print(entry));
      }
      rows.add(String.join(" & ", cells));
    }
    boolean wide = columns > MOST_MATRIX_COLUMNS;
    String begin =
        wide ? "\\left[\\begin{array}{" + "c".repeat(columns) + "}\n" : "\\begin{bmatrix}\n";
    String end = wide ? "\n\\end{array}\\right]" : "\n\\end{bmatrix}";
    boolean hasFractions = rows.stream().anyMatch(row -> row.contains("\\frac"));
    String lineEnd = hasFractions ? " \\\\[6pt]\n" : " \\\\\n";
    return begin + String.join(lineEnd, rows) + end;
  }

  private List<String> equations(MatrixFormulas formulas) {
    Partials partials = new Partials(formulas.matrix());
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < formulas.rows().size(); row++) {
      for (Map.Entry<Integer, Formula> entry : formulas.rows().get(row).entrySet()) {
        String name = partials.latex(row, entry.getKey());
        lines.addAll(equation(name, entry.getValue(), ""));
      }
    }
    if (formulas.present() < formulas.size()) {
      lines.add("\\text{all " + (lines.isEmpty() ? "" : "other ") + "entries} &= 0");
    }
    return lines;
  }

  private List<String> definitions(MatrixFormulas formulas, String start) {
    List<String> lines = new ArrayList<>();
    int last = formulas.where().size() - 1;
    for (int i = 0; i <= last; i++) {
      MatrixFormulas.Definition definition = formulas.where().get(i);
      String name = (i == 0 ? start : "") + printer.print(definition.name());
      lines.addAll(equation(name, definition.value(), i < last ? "," : ""));
    }
    return lines;
  }

  /** name = value, broken in front of + and − where it is too wide. */
  private List<String> equation(String name, Formula value, String end) {
    List<String> parts = printer.lines(value, width);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      String start = i == 0 ? name + " &= " : "&\\quad {} ";
      lines.add(start + parts.get(i) + (i == parts.size() - 1 ? end : ""));
    }
    return lines;
  }
}
