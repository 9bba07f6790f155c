package dev.nabla.benchmark.workload;

import java.util.Arrays;

/**
 * Where the entries of an m × n matrix stand: entry k is in row {@code row(k)} and column {@code
 * column(k)}, counted from 0. All others are 0.
 */
public final class Pattern {
  private final int rowCount;
  private final int columnCount;
  private final int[] rows;
  private final int[] columns;

  private Pattern(int rowCount, int columnCount, int[] rows, int[] columns) {
    this.rowCount = rowCount;
    this.columnCount = columnCount;
    this.rows = rows;
    this.columns = columns;
  }

  /** Every entry, row by row. */
  public static Pattern dense(int rowCount, int columnCount) {
    Builder builder = new Builder(rowCount, columnCount);
    for (int i = 0; i < rowCount; i++) {
      for (int j = 0; j < columnCount; j++) {
        builder.add(i, j);
      }
    }
    return builder.build();
  }

  public int rowCount() {
    return rowCount;
  }

  public int columnCount() {
    return columnCount;
  }

  /** The number of entries. */
  public int count() {
    return rows.length;
  }

  /** The row of entry k. */
  public int row(int k) {
    return rows[k];
  }

  /** The column of entry k. */
  public int column(int k) {
    return columns[k];
  }

  /** The whole matrix, row by row; entries at the same place add up. */
  public double[] scatter(double[] entries) {
    double[] matrix = new double[rowCount * columnCount];
    for (int k = 0; k < rows.length; k++) {
      matrix[rows[k] * columnCount + columns[k]] += entries[k];
    }
    return matrix;
  }

  /** Takes entries in the order in which they are written. */
  public static final class Builder {
    private final int rowCount;
    private final int columnCount;
    private int[] rows = new int[16];
    private int[] columns = new int[16];
    private int count;

    public Builder(int rowCount, int columnCount) {
      this.rowCount = rowCount;
      this.columnCount = columnCount;
    }

    /** One more entry. */
    public Builder add(int row, int column) {
      if (count == rows.length) {
        rows = Arrays.copyOf(rows, 2 * count);
        columns = Arrays.copyOf(columns, 2 * count);
      }
      rows[count] = row;
      columns[count++] = column;
      return this;
    }

    public Pattern build() {
      return new Pattern(
          rowCount, columnCount, Arrays.copyOf(rows, count), Arrays.copyOf(columns, count));
    }
  }
}
