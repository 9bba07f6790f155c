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
 * @param kind what the matrix is of the function
 * @param function the function as people call it: {@code arm(q1, q2)}
 * @param rowLabels the outputs; of a Hessian, the variables
 * @param columnLabels the variables
 * @param rows the entries of each row by column, counting from 0
 */
public record Matrix(
    Kind kind,
    String function,
    List<Label> rowLabels,
    List<Label> columnLabels,
    List<SortedMap<Integer, Expr>> rows) {
  /** What a matrix is of a function. */
  public enum Kind {
    JACOBIAN("Jacobian"),
    GRADIENT("Gradient"),
    HESSIAN("Hessian");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

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

  /** The function's bare name. */
  Label functionName() {
    int end = function.indexOf('(');
    return Label.of(end < 0 ? function : function.substring(0, end));
  }

  /** The entries that are present, row by row. */
  List<Expr> entries() {
    List<Expr> entries = new ArrayList<>();
    rows.forEach(row -> entries.addAll(row.values()));
    return entries;
  }
}
