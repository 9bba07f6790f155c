package dev.nabla.print;

import dev.nabla.expr.Expr;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A matrix of partial derivatives ∂(row)/∂(column), its structural zeros absent.
 *
 * @param function the function as people call it: {@code arm(q1, q2)}
 * @param rowLabels the outputs
 * @param columnLabels the variables
 * @param rows the entries of each row by column, counting from 0
 */
public record Matrix(
    String function,
    List<Label> rowLabels,
    List<Label> columnLabels,
    List<SortedMap<Integer, Expr>> rows) {
  public Matrix {
    rowLabels = List.copyOf(rowLabels);
    columnLabels = List.copyOf(columnLabels);
    List<SortedMap<Integer, Expr>> copies = new ArrayList<>();
    for (SortedMap<Integer, Expr> row : rows) {
      if (!row.isEmpty() && (row.firstKey() < 0 || row.lastKey() >= columnLabels.size())) {
        throw new IllegalArgumentException("an entry outside the columns: " + row.keySet());
      }
      copies.add(Collections.unmodifiableSortedMap(new TreeMap<>(row)));
    }
    rows = List.copyOf(copies);
    if (rows.size() != rowLabels.size()) {
      throw new IllegalArgumentException(rows.size() + " rows, " + rowLabels.size() + " labels");
    }
  }

  /** The entries that are present, row by row. */
  List<Expr> entries() {
    List<Expr> entries = new ArrayList<>();
    rows.forEach(row -> entries.addAll(row.values()));
    return entries;
  }
}
