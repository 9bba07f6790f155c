package dev.nabla.tape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * The directed graph whose edge u → v is ∂v/∂u: inputs are sources, outputs sinks, and the sum over
 * all paths of the products of their edges is the Jacobian.
 *
 * <p>Edges are kept in arrays, linked by their ends, and found by a hash table.
 */
final class LinearizedGraph {
  private static final int NONE = -1;

  private final WeightAlgebra algebra;
  private final IntSequence sources = new IntSequence();
  private final IntSequence targets = new IntSequence();
  private final List<Weight> weights = new ArrayList<>();
  private final IntSequence nextOut = new IntSequence();
  private final IntSequence previousOut = new IntSequence();
  private final IntSequence nextIn = new IntSequence();
  private final IntSequence previousIn = new IntSequence();
  private final IntSequence free = new IntSequence();
  private final int[] firstOut;
  private final int[] firstIn;
  private final int[] outDegrees;
  private final int[] inDegrees;
  private int[] table = new int[1 << 8];
  private int edgeCount;

  LinearizedGraph(WeightAlgebra algebra, int vertexCount) {
    this.algebra = algebra;
    firstOut = filled(vertexCount);
    firstIn = filled(vertexCount);
    outDegrees = new int[vertexCount];
    inDegrees = new int[vertexCount];
    Arrays.fill(table, NONE);
  }

  private static int[] filled(int size) {
    int[] array = new int[size];
    Arrays.fill(array, NONE);
    return array;
  }

  int inDegree(int vertex) {
    return inDegrees[vertex];
  }

  int outDegree(int vertex) {
    return outDegrees[vertex];
  }

  int source(int edge) {
    return sources.get(edge);
  }

  int target(int edge) {
    return targets.get(edge);
  }

  Weight weight(int edge) {
    return weights.get(edge);
  }

  /** Adds to the weight of the edge u → v, which is made if it does not exist. */
  void add(int source, int target, Weight weight) {
    int slot = slot(source, target);
    if (table[slot] != NONE) {
      weights.set(table[slot], algebra.add(weights.get(table[slot]), weight));
      return;
    }
    int edge = newEdge(source, target, weight);
    table[slot] = edge;
    if (2 * ++edgeCount > table.length) {
      grow();
    }
  }

  private int newEdge(int source, int target, Weight weight) {
    int edge;
    if (free.isEmpty()) {
      edge = weights.size();
      weights.add(weight);
      for (IntSequence ends : List.of(sources, targets, nextOut, previousOut, nextIn, previousIn)) {
        ends.add(NONE);
      }
    } else {
      edge = free.removeLast();
      weights.set(edge, weight);
    }
    sources.set(edge, source);
    targets.set(edge, target);
    link(edge, source, firstOut, nextOut, previousOut);
    link(edge, target, firstIn, nextIn, previousIn);
    outDegrees[source]++;
    inDegrees[target]++;
    return edge;
  }

  private static void link(
      int edge, int vertex, int[] first, IntSequence next, IntSequence previous) {
    next.set(edge, first[vertex]);
    previous.set(edge, NONE);
    if (first[vertex] != NONE) {
      previous.set(first[vertex], edge);
    }
    first[vertex] = edge;
  }

  private static void unlink(
      int edge, int vertex, int[] first, IntSequence next, IntSequence previous) {
    if (previous.get(edge) == NONE) {
      first[vertex] = next.get(edge);
    } else {
      next.set(previous.get(edge), next.get(edge));
    }
    if (next.get(edge) != NONE) {
      previous.set(next.get(edge), previous.get(edge));
    }
  }

  private void remove(int edge) {
    removeFromTable(slot(source(edge), target(edge)));
    unlink(edge, source(edge), firstOut, nextOut, previousOut);
    unlink(edge, target(edge), firstIn, nextIn, previousIn);
    outDegrees[source(edge)]--;
    inDegrees[target(edge)]--;
    free.add(edge);
    edgeCount--;
  }

  void forEachIn(int vertex, IntConsumer edges) {
    for (int edge = firstIn[vertex]; edge != NONE; edge = nextIn.get(edge)) {
      edges.accept(edge);
    }
  }

  void forEachOut(int vertex, IntConsumer edges) {
    for (int edge = firstOut[vertex]; edge != NONE; edge = nextOut.get(edge)) {
      edges.accept(edge);
    }
  }

  /** Replaces the paths over a vertex by edges from each of its sources to each of its targets. */
  void eliminate(int vertex) {
    forEachIn(
        vertex,
        in ->
            forEachOut(
                vertex,
                out -> add(source(in), target(out), algebra.multiply(weight(in), weight(out)))));
    drop(vertex);
  }

  /** Removes a vertex with its edges. */
  void drop(int vertex) {
    while (firstIn[vertex] != NONE) {
      remove(firstIn[vertex]);
    }
    while (firstOut[vertex] != NONE) {
      remove(firstOut[vertex]);
    }
  }

  /** The multiplications that eliminating a vertex takes; constants and signs are free. */
  long cost(int vertex) {
    int[] products = new int[2];
    forEachIn(vertex, edge -> products[0] += weight(edge).isConstant() ? 0 : 1);
    forEachOut(vertex, edge -> products[1] += weight(edge).isConstant() ? 0 : 1);
    return (long) products[0] * products[1];
  }

  // ---- the hash table of edges by their ends: open addressing, linear probing

  private int slot(int source, int target) {
    int mask = table.length - 1;
    int slot = home(source, target);
    while (table[slot] != NONE
        && (source(table[slot]) != source || target(table[slot]) != target)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private int home(int source, int target) {
    long hash = (source * 0x9E3779B97F4A7C15L + target) * 0xD6E8FEB86659FD93L;
    return (int) (hash >>> 33) & (table.length - 1);
  }

  private void removeFromTable(int slot) {
    int mask = table.length - 1;
    int hole = slot;
    table[hole] = NONE;
    for (int next = (hole + 1) & mask; table[next] != NONE; next = (next + 1) & mask) {
      int home = home(source(table[next]), target(table[next]));
      boolean reachable = ((next - home) & mask) < ((next - hole) & mask);
      if (!reachable) {
        table[hole] = table[next];
        table[next] = NONE;
        hole = next;
      }
    }
  }

  private void grow() {
    int[] before = table;
    table = filled(2 * before.length);
    for (int edge : before) {
      if (edge != NONE) {
        table[slot(source(edge), target(edge))] = edge;
      }
    }
  }
}
