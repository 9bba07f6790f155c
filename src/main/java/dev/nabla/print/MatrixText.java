package dev.nabla.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.IntStream;

/**
 * A matrix for a terminal: labelled and aligned where it fits the width, else one line for each
 * entry that is not 0.
 */
public final class MatrixText {
  /** Headers and gaps to try, the most readable first. */
  private static final List<Layout> LAYOUTS =
      List.of(new Layout("∂/∂", "  "), new Layout("", "  "), new Layout("", " "));

  private record Layout(String prefix, String gap) {}

  private final int width;
  private final TextPrinter printer = new TextPrinter();

  /** A printer for lines of at most {@code width} characters, where that is possible. */
  public MatrixText(int width) {
    this.width = width;
  }

  /** The matrix under its title, followed by its shared parts. */
  public String print(MatrixFormulas formulas) {
    StringBuilder out = new StringBuilder();
    Matrix matrix = formulas.matrix();
    out.append(matrix.kind().text()).append(" of ").append(matrix.function()).append("\n\n");
    if (!appendGrid(out, formulas)) {
      appendList(out, formulas);
    }
    appendWhere(out, formulas.where());
    if (!formulas.premises().areNone()) {
      out.append('\n').append(formulas.premises().text()).append('\n');
    }
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
    if ((long) columns.size() * 2 > width) {
      return false;
    }
    List<List<String>> cells = cells(formulas);
    Partials partials = new Partials(formulas.matrix());
    List<String> labels =
        IntStream.range(0, formulas.rows().size()).mapToObj(partials::rowLabel).toList();
    for (Layout layout : LAYOUTS) {
      List<String> headers =
          columns.stream().map(column -> layout.prefix() + column.text()).toList();
      List<String> lines = new TextGrid(labels, headers, cells, layout.gap()).lines();
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
    Partials partials = new Partials(formulas.matrix());
    for (int row = 0; row < formulas.rows().size(); row++) {
      for (Map.Entry<Integer, Formula> entry : formulas.rows().get(row).entrySet()) {
        names.add(partials.text(row, entry.getKey()));
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
      out.append(zeros == 1 ? "the other entry is 0" : which + zeros + " entries are 0");
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
