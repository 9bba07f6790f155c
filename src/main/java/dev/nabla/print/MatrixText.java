package dev.nabla.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * A matrix for a terminal: labelled and aligned where it fits the width, else one line for each
 * entry that is not 0.
 */
public final class MatrixText {
  private static final String GAP = "  ";

  private final int width;
  private final TextPrinter printer = new TextPrinter();

  /** A printer for lines of at most {@code width} characters, where that is possible. */
  public MatrixText(int width) {
    this.width = width;
  }

  /** The matrix under its title, followed by its shared parts. */
  public String print(MatrixFormulas formulas) {
    StringBuilder out = new StringBuilder();
    out.append("Jacobian of ").append(formulas.matrix().function()).append("\n\n");
    if (!appendGrid(out, formulas)) {
      appendList(out, formulas);
    }
    appendWhere(out, formulas.where());
    return out.toString();
  }

  private boolean appendGrid(StringBuilder out, MatrixFormulas formulas) {
    List<Label> columns = formulas.matrix().columnLabels();
    for (SortedMap<Integer, Formula> row : formulas.rows()) {
      for (Formula entry : row.values()) {
        if (printer.length(entry) > width) {
          return false;
        }
      }
    }
    if ((long) columns.size() * (GAP.length() + 1) > width) {
      return false;
    }
    List<List<String>> cells = cells(formulas);
    List<String> labels = formulas.matrix().rowLabels().stream().map(Label::text).toList();
    for (String prefix : List.of("∂/∂", "")) {
      List<String> headers = columns.stream().map(column -> prefix + column.text()).toList();
      List<String> lines = new TextGrid(labels, headers, cells).lines();
      if (lines.stream().allMatch(line -> TextGrid.width(line) <= width)) {
        lines.forEach(line -> out.append(line).append('\n'));
        return true;
      }
    }
    return false;
  }

  private List<List<String>> cells(MatrixFormulas formulas) {
    List<List<String>> cells = new ArrayList<>();
    for (SortedMap<Integer, Formula> row : formulas.rows()) {
      List<String> texts = new ArrayList<>();
      for (int column = 0; column < formulas.matrix().columnLabels().size(); column++) {
        Formula entry = row.get(column);
        texts.add(entry == null ? "0" : printer.print(entry));
      }
      cells.add(texts);
    }
    return cells;
  }

  private void appendList(StringBuilder out, MatrixFormulas formulas) {
    List<String> names = new ArrayList<>();
    List<Formula> values = new ArrayList<>();
    for (int row = 0; row < formulas.rows().size(); row++) {
      String output = formulas.matrix().rowLabels().get(row).text();
      for (Map.Entry<Integer, Formula> entry : formulas.rows().get(row).entrySet()) {
        String variable = formulas.matrix().columnLabels().get(entry.getKey()).text();
        names.add("∂" + output + "/∂" + variable);
        values.add(entry.getValue());
      }
    }
    int longest = names.stream().mapToInt(TextGrid::width).max().orElse(0);
    for (int i = 0; i < names.size(); i++) {
      String padding = " ".repeat(longest - TextGrid.width(names.get(i)));
      out.append(names.get(i)).append(padding).append(" = ");
      out.append(printer.print(values.get(i))).append('\n');
    }
    long zeros = formulas.size() - formulas.present();
    if (zeros > 0) {
      String which = names.isEmpty() ? "all " : "all other ";
      out.append(which).append(zeros).append(zeros == 1 ? " entry is 0" : " entries are 0");
      out.append('\n');
    }
  }

  private void appendWhere(StringBuilder out, List<MatrixFormulas.Definition> where) {
    String start = "\nwhere ";
    for (int i = 0; i < where.size(); i++) {
      MatrixFormulas.Definition definition = where.get(i);
      out.append(start).append(printer.print(definition.name())).append(" = ");
      out.append(printer.print(definition.value()));
      out.append(i + 1 < where.size() ? ",\n" : "\n");
      start = "      ";
    }
  }
}
