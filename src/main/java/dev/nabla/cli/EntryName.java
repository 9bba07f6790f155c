package dev.nabla.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Which entry of a matrix is meant.
 *
 * @param row its row, from 0
 * @param column its column, from 0
 */
record EntryName(int row, int column) {
  /** More labels than this are not listed in a message. */
  private static final int MOST_LABELS = 12;

  /**
   * The entry of a text such as {@code 2,1} or {@code r,x} or {@code f[1,2],x}; a matrix of one row
   * needs the column only, and one entry alone nothing.
   *
   * @param matrix what it is an entry of, for messages
   */
  static EntryName find(String text, List<String> rows, List<String> columns, String matrix) {
    List<String> parts = splitOutsideBrackets(text);
    if (parts.size() == 1 && rows.size() == 1) {
      parts.add(0, "1");
    }
    if (text.isBlank() && rows.size() == 1 && columns.size() == 1) {
      return new EntryName(0, 0);
    }
    if (parts.size() != 2) {
      throw new WrongInput(
          (text.isBlank() ? "which entry of the " + matrix + "? " : "--entry " + text + ": ")
              + "Give row and column: "
              + wayOut(rows, columns));
    }
    return new EntryName(
        position(text, "row", parts.get(0), rows), position(text, "column", parts.get(1), columns));
  }

  private static String wayOut(List<String> rows, List<String> columns) {
    return "--entry "
        + (rows.size() == 1 ? "" : rows.get(rows.size() - 1) + ",")
        + columns.get(0)
        + "; rows: "
        + listed(rows)
        + "; columns: "
        + listed(columns);
  }

  private static int position(String text, String what, String part, List<String> labels) {
    String name = part.replaceAll("\\s+", "");
    int position = labels.indexOf(name);
    if (position < 0 && name.matches("[0-9]{1,9}")) {
      position = Integer.parseInt(name) - 1;
    }
    if (position < 0 || position >= labels.size()) {
      throw new WrongInput(
          "--entry "
              + text
              + ": there is no "
              + what
              + " '"
              + name
              + "'; there is "
              + listed(labels));
    }
    return position;
  }

  private static String listed(List<String> labels) {
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < Math.min(MOST_LABELS, labels.size()); i++) {
      shown.add((i + 1) + " = " + labels.get(i));
    }
    if (labels.size() > MOST_LABELS) {
      shown.add("… " + labels.size() + " = " + labels.get(labels.size() - 1));
    }
    return String.join(", ", shown);
  }

  static List<String> splitOutsideBrackets(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '[' ? 1 : c == ']' ? -1 : 0;
      if (c == ',' && depth == 0) {
        parts.add(text.substring(start, i).strip());
        start = i + 1;
      }
    }
    parts.add(text.substring(start).strip());
    return parts;
  }
}
