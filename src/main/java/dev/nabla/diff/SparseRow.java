package dev.nabla.diff;

import dev.nabla.expr.Expr;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.function.UnaryOperator;

/** A row of a Jacobian without its structural zeros: ascending columns and their entries. */
public final class SparseRow {
  static final SparseRow EMPTY = new SparseRow(new int[0], List.of());

  private final int[] columns;
  private final List<Expr> entries;

  SparseRow(int[] columns, List<Expr> entries) {
    this.columns = columns;
    this.entries = List.copyOf(entries);
  }

  /** The row of these entries by their columns, in ascending order. */
  public static SparseRow of(SortedMap<Integer, Expr> entries) {
    if (entries.isEmpty()) {
      return EMPTY;
    }
    int[] columns = entries.keySet().stream().mapToInt(Integer::intValue).toArray();
    return new SparseRow(columns, List.copyOf(entries.values()));
  }

  /** The number of entries that are not structurally zero. */
  public int size() {
    return columns.length;
  }

  /** The column of the entry numbered {@code position}. */
  public int column(int position) {
    return columns[position];
  }

  public Expr entry(int position) {
    return entries.get(position);
  }

  /** The entries in ascending order of their columns. */
  public List<Expr> entries() {
    return entries;
  }

  /** The position of a column, or a negative number where its entry is structurally zero. */
  public int position(int column) {
    return Arrays.binarySearch(columns, column);
  }

  /** All columns, {@code zero} where the entry is structurally zero. */
  public List<Expr> dense(int columnCount, Expr zero) {
    Expr[] dense = new Expr[columnCount];
    Arrays.fill(dense, zero);
    for (int p = 0; p < columns.length; p++) {
      dense[columns[p]] = entries.get(p);
    }
    return List.of(dense);
  }

  /** The same columns with every entry replaced. */
  public SparseRow map(UnaryOperator<Expr> operator) {
    return new SparseRow(columns, entries.stream().map(operator).toList());
  }

  /** The same columns with other entries, in ascending order of their columns. */
  public SparseRow with(List<Expr> others) {
    if (others.size() != columns.length) {
      throw new IllegalArgumentException(others.size() + " entries for " + columns.length);
    }
    return new SparseRow(columns, others);
  }

  @Override
  public String toString() {
    return Arrays.toString(columns) + entries;
  }
}
