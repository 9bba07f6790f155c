package dev.nabla.print;

import dev.nabla.array.SparsityPattern;

/** A picture of where the nonzeros of a matrix stand: • for some, · for none. */
public final class Spy {
  private static final int MOST_CELLS = 60;

  private Spy() {}

  /** One line for each row; a larger matrix is drawn at a scale that is stated below it. */
  public static String draw(SparsityPattern pattern) {
    int scale =
        Math.max(
            1, (Math.max(pattern.rowCount(), pattern.columnCount()) + MOST_CELLS - 1) / MOST_CELLS);
    int height = (pattern.rowCount() + scale - 1) / scale;
    int width = (pattern.columnCount() + scale - 1) / scale;
    boolean[][] marked = new boolean[height][width];
    for (int k = 0; k < pattern.count(); k++) {
      marked[pattern.row(k) / scale][pattern.column(k) / scale] = true;
    }
    StringBuilder out = new StringBuilder();
    for (boolean[] line : marked) {
      StringBuilder row = new StringBuilder();
      for (boolean mark : line) {
        row.append(mark ? " •" : " ·");
      }
      out.append(row.substring(1)).append('\n');
    }
    out.append(pattern.rowCount()).append(" × ").append(pattern.columnCount());
    out.append(", ").append(pattern.toCsr().count()).append(" nonzeros");
    if (scale > 1) {
      out.append("; a mark stands for ").append(scale).append(" × ").append(scale);
    }
    return out.append('\n').toString();
  }
}
