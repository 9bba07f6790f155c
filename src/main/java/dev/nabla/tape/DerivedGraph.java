package dev.nabla.tape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Operations of values and of a sparse matrix of derivatives. */
final class DerivedGraph {
  private final ValueGraph graph;
  private final int[] values;
  private final List<SortedMap<Integer, Integer>> rows;

  /**
   * Outputs of a graph.
   *
   * @param graph the operations
   * @param values the numbers of the values; empty where they are not wanted
   * @param rows the numbers of the entries of each row by their columns
   */
  DerivedGraph(ValueGraph graph, int[] values, List<SortedMap<Integer, Integer>> rows) {
    this.graph = graph;
    this.values = values;
    this.rows = rows;
  }

  ValueGraph graph() {
    return graph;
  }

  int valueCount() {
    return values.length;
  }

  List<SortedMap<Integer, Integer>> rows() {
    return rows;
  }

  /** All outputs: the values, then the entries row by row. */
  int[] roots() {
    IntSequence roots = new IntSequence();
    for (int value : values) {
      roots.add(value);
    }
    rows.forEach(row -> row.values().forEach(roots::add));
    return roots.toArray();
  }

  OperationCount operations() {
    return OperationCount.of(graph, roots());
  }

  long cost() {
    return operations().cost();
  }

  /** The same outputs from another graph. */
  DerivedGraph with(ValueGraph other, int[] roots) {
    int[] newValues = Arrays.copyOf(roots, values.length);
    int next = values.length;
    List<SortedMap<Integer, Integer>> newRows = new ArrayList<>(rows.size());
    for (SortedMap<Integer, Integer> row : rows) {
      SortedMap<Integer, Integer> newRow = new TreeMap<>();
      for (int column : row.keySet()) {
        newRow.put(column, roots[next++]);
      }
      newRows.add(newRow);
    }
    return new DerivedGraph(other, newValues, newRows);
  }
}
