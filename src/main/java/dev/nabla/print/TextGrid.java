package dev.nabla.print;

import java.util.ArrayList;
import java.util.List;

/** Cells in aligned columns, under headers, behind row labels, in brackets. */
final class TextGrid {
  private final List<String> rowLabels;
  private final List<String> headers;
  private final List<List<String>> cells;
  private final String gap;

  TextGrid(List<String> rowLabels, List<String> headers, List<List<String>> cells, String gap) {
    this.rowLabels = rowLabels;
    this.headers = headers;
    this.cells = cells;
    this.gap = gap;
  }

  List<String> lines() {
    int labelWidth = rowLabels.stream().mapToInt(TextGrid::width).max().orElse(0);
    List<List<String>> columns = new ArrayList<>();
    for (int column = 0; column < headers.size(); column++) {
      columns.add(aligned(column));
    }
    List<String> lines = new ArrayList<>();
    for (int line = 0; line <= cells.size(); line++) {
      StringBuilder out = new StringBuilder();
      out.append(padded(line == 0 ? "" : rowLabels.get(line - 1), labelWidth));
      out.append(line == 0 ? "   " : " [ ");
      for (int column = 0; column < columns.size(); column++) {
        out.append(column == 0 ? "" : gap).append(columns.get(column).get(line));
      }
      lines.add(line == 0 ? out.toString().stripTrailing() : out.append(" ]").toString());
    }
    return lines;
  }

  /** Header and cells of a column; where a cell has a minus, the others are set in by one. */
  private List<String> aligned(int column) {
    boolean signed = cells.stream().anyMatch(row -> row.get(column).startsWith("-"));
    List<String> texts = new ArrayList<>(List.of((signed ? " " : "") + headers.get(column)));
    for (List<String> row : cells) {
      String cell = row.get(column);
      texts.add(signed && !cell.startsWith("-") ? " " + cell : cell);
    }
    int widest = texts.stream().mapToInt(TextGrid::width).max().orElse(0);
    return texts.stream().map(text -> padded(text, widest)).toList();
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - width(text));
  }

  /** The number of columns a text takes on a terminal: accents take none. */
  static int width(String text) {
    return (int)
        text.codePoints().filter(c -> Character.getType(c) != Character.NON_SPACING_MARK).count();
  }
}
