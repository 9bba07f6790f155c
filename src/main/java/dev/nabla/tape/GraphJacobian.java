package dev.nabla.tape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * ∂rootᵢ/∂xⱼ of a graph's operations as further operations of the same graph, by eliminating the
 * vertices between them in the linearized graph.
 */
final class GraphJacobian {
  private static final int NONE = -1;

  private final ValueGraph graph;
  private final WeightAlgebra algebra;
  private final int[] columnOf;

  /**
   * Derivatives by inputs.
   *
   * @param slots the slots of the variables, in the order of the columns
   */
  GraphJacobian(ValueGraph graph, int[] slots) {
    this.graph = graph;
    this.algebra = new WeightAlgebra(graph);
    int[] numbers = Arrays.stream(slots).map(slot -> graph.input(slot) >> 1).toArray();
    this.columnOf = new int[graph.size()];
    Arrays.fill(columnOf, NONE);
    for (int column = 0; column < slots.length; column++) {
      columnOf[numbers[column]] = column;
    }
  }

  /** For each root, a term, its derivatives by their columns, structural zeros absent. */
  List<SortedMap<Integer, Integer>> rows(int[] roots, EliminationOrder order) {
    boolean[] active = active(graph.needed(Arrays.stream(roots).map(root -> root >> 1).toArray()));
    int size = active.length;
    Map<Integer, Integer> sinks = new HashMap<>();
    for (int root : roots) {
      sinks.putIfAbsent(root >> 1, size + sinks.size());
    }
    LinearizedGraph linearized = new LinearizedGraph(algebra, size + sinks.size());
    LocalPartials partials = new LocalPartials(graph);
    IntSequence inner = new IntSequence();
    for (int v = 0; v < size; v++) {
      if (active[v]) {
        int vertex = v;
        partials.forEach(
            v,
            (operand, weight) -> {
              if (active[operand]) {
                linearized.add(operand, vertex, weight);
              }
            });
        if (sinks.containsKey(v)) {
          linearized.add(v, sinks.get(v), Weight.ONE);
        }
        if (columnOf[v] == NONE) {
          inner.add(v);
        }
      }
    }
    order.eliminateAll(linearized, inner.toArray());
    List<SortedMap<Integer, Integer>> rows = new ArrayList<>(roots.length);
    for (int root : roots) {
      rows.add(row(linearized, root, sinks.get(root >> 1)));
    }
    return rows;
  }

  private SortedMap<Integer, Integer> row(LinearizedGraph linearized, int root, int sink) {
    SortedMap<Integer, Integer> row = new TreeMap<>();
    linearized.forEachIn(
        sink,
        edge -> {
          Weight weight = linearized.weight(edge);
          if (weight.coefficient() != 0) {
            int term = algebra.term(weight);
            row.put(
                columnOf[linearized.source(edge)],
                ValueGraph.isNegative(root) ? ValueGraph.negate(term) : term);
          }
        });
    return row;
  }

  /** The needed operations that depend on a variable. */
  private boolean[] active(boolean[] needed) {
    boolean[] active = new boolean[needed.length];
    for (int v = 0; v < active.length; v++) {
      int number = v;
      if (columnOf[v] != NONE) {
        active[v] = needed[v];
      } else if (needed[v]) {
        graph.forEachOperand(v, operand -> active[number] |= active[operand]);
        if (active[v] && !LocalPartials.has(graph.opcode(v))) {
          active[v] = !graph.opcode(v).isCondition();
        }
      }
    }
    return active;
  }
}
