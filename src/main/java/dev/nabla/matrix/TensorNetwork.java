package dev.nabla.matrix;

import dev.nabla.expr.Expr;
import dev.nabla.expr.Index;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Σ over some indices of a product of matrices, columns and numbers: each index is a vertex, a
 * matrix an edge between two, a column a weight of one.
 *
 * <p>A summed vertex with one neighbour makes matrix · column, one with two neighbours matrix ·
 * diag(weight) · matrix, parallel edges an elementwise product. This reduces every series-parallel
 * network, and no other.
 */
final class TensorNetwork {
  private record Edge(Index from, Index to, MatrixForm matrix) {
    boolean touches(Index vertex) {
      return from == vertex || to == vertex;
    }

    Index other(Index vertex) {
      return from == vertex ? to : from;
    }
  }

  private final MatrixAlgebra algebra;
  private final Map<Index, Expr> sizes;
  private final Set<Index> summed;
  private final List<Edge> edges = new ArrayList<>();
  private final Map<Index, List<MatrixForm>> weights = new HashMap<>();
  private final List<MatrixForm> scalars = new ArrayList<>();

  /**
   * A network without factors.
   *
   * @param sizes the size of every index
   * @param summed the indices that are summed over
   */
  TensorNetwork(MatrixAlgebra algebra, Map<Index, Expr> sizes, Set<Index> summed) {
    this.algebra = algebra;
    this.sizes = sizes;
    this.summed = new LinkedHashSet<>(summed);
  }

  /** Multiplies by one more factor. */
  void multiply(Indexed factor) {
    switch (factor.indices().size()) {
      case 0 -> scalars.add(factor.form());
      case 1 -> weigh(factor.indices().get(0), factor.form());
      default -> join(factor.indices().get(0), factor.indices().get(1), factor.form());
    }
  }

  private void weigh(Index vertex, MatrixForm column) {
    weights.computeIfAbsent(vertex, key -> new ArrayList<>()).add(column);
  }

  private void join(Index from, Index to, MatrixForm matrix) {
    if (from == to) {
      weigh(from, algebra.diagonalPart(matrix));
    } else {
      edges.add(new Edge(from, to, matrix));
    }
  }

  /** Sums over every index that is summed; false where the network is not series-parallel. */
  boolean reduce() {
    while (!summed.isEmpty()) {
      if (!eliminateOne() && !mergeParallel()) {
        return false;
      }
    }
    while (mergeParallel()) {
      // until no two edges are parallel
    }
    return true;
  }

  private boolean eliminateOne() {
    for (int most = 0; most <= 2; most++) {
      for (Index vertex : summed) {
        Set<Index> neighbours = new LinkedHashSet<>();
        List<Edge> around = around(vertex);
        around.forEach(edge -> neighbours.add(edge.other(vertex)));
        if (neighbours.size() == most && (most < 2 || around.size() == 2)) {
          summed.remove(vertex);
          edges.removeAll(around);
          eliminate(vertex, around, List.copyOf(neighbours));
          return true;
        }
      }
    }
    return false;
  }

  private List<Edge> around(Index vertex) {
    return edges.stream().filter(edge -> edge.touches(vertex)).toList();
  }

  private void eliminate(Index vertex, List<Edge> around, List<Index> neighbours) {
    List<MatrixForm> weight = weights.getOrDefault(vertex, List.of());
    switch (neighbours.size()) {
      case 0 ->
          scalars.add(
              weight.isEmpty() ? MatrixAlgebra.size(sizes.get(vertex)) : algebra.dot(weight));
      case 1 -> {
        if (isLoop(around, neighbours.get(0))) {
          closeLoop(vertex, around, neighbours.get(0));
        } else {
          weigh(neighbours.get(0), pendant(vertex, around, neighbours.get(0)));
        }
      }
      default ->
          join(
              neighbours.get(0),
              neighbours.get(1),
              algebra.chain(
                  oriented(around.get(0), neighbours.get(0)),
                  diagonal(vertex),
                  algebra.transpose(oriented(around.get(1), neighbours.get(1)))));
    }
  }

  /** The matrix of an edge with {@code rows} for its rows. */
  private MatrixForm oriented(Edge edge, Index rows) {
    return edge.from() == rows ? edge.matrix() : algebra.transpose(edge.matrix());
  }

  private MatrixForm weight(Index vertex) {
    List<MatrixForm> factors = weights.getOrDefault(vertex, List.of());
    return factors.isEmpty()
        ? new MatrixForm.Ones(Shape.column(sizes.get(vertex)))
        : algebra.times(factors);
  }

  private MatrixForm diagonal(Index vertex) {
    return algebra.diagonal(weight(vertex));
  }

  private MatrixForm pendant(Index vertex, List<Edge> around, Index neighbour) {
    MatrixForm matrix =
        algebra.times(around.stream().map(edge -> oriented(edge, neighbour)).toList());
    return algebra.chain(matrix, weight(vertex));
  }

  /** Two summed vertices joined by two edges, and by nothing else to others. */
  private boolean isLoop(List<Edge> around, Index neighbour) {
    return around.size() == 2 && summed.contains(neighbour) && around(neighbour).isEmpty();
  }

  /** Σᵢ Σₖ A[i,k]·B[k,i] is the trace of A·B, and also the sum of A ⊙ Bᵀ. */
  private void closeLoop(Index vertex, List<Edge> around, Index neighbour) {
    MatrixForm trace =
        algebra.trace(
            algebra.chain(
                diagonal(neighbour),
                oriented(around.get(0), neighbour),
                diagonal(vertex),
                algebra.transpose(oriented(around.get(1), neighbour))));
    List<MatrixForm> columns = new ArrayList<>(weights.getOrDefault(neighbour, List.of()));
    columns.add(pendant(vertex, around, neighbour));
    scalars.add(MatrixAlgebra.preferred(List.of(trace, algebra.dot(columns))));
    summed.remove(neighbour);
  }

  private boolean mergeParallel() {
    for (int p = 0; p < edges.size(); p++) {
      for (int q = p + 1; q < edges.size(); q++) {
        Edge left = edges.get(p);
        Edge right = edges.get(q);
        if (right.touches(left.from()) && right.touches(left.to())) {
          edges.remove(q);
          MatrixForm product = algebra.times(left.matrix(), oriented(right, left.from()));
          edges.set(p, new Edge(left.from(), left.to(), product));
          return true;
        }
      }
    }
    return false;
  }

  /** The product of all factors without an index, once it is reduced. */
  MatrixForm scalar() {
    return scalars.isEmpty() ? MatrixAlgebra.numeral(1) : algebra.times(scalars);
  }

  /**
   * The reduced network in connected parts, each of which depends on some of the free indices: a
   * column over one, a matrix over two.
   *
   * @return the parts; empty where one of them has more than two indices and is no matrix
   */
  Optional<List<Indexed>> parts(Set<Index> free) {
    Map<Index, Set<Index>> groups = new LinkedHashMap<>();
    for (Index vertex : free) {
      if (weights.containsKey(vertex) || !around(vertex).isEmpty()) {
        groups.put(vertex, new LinkedHashSet<>(Set.of(vertex)));
      }
    }
    for (Edge edge : edges) {
      Set<Index> merged = groups.get(edge.from());
      merged.addAll(groups.get(edge.to()));
      merged.forEach(vertex -> groups.put(vertex, merged));
    }
    return groups.values().stream().anyMatch(group -> group.size() > 2)
        ? Optional.empty()
        : Optional.of(groups.values().stream().distinct().map(this::part).toList());
  }

  private Indexed part(Set<Index> group) {
    List<Index> indices = List.copyOf(group);
    if (indices.size() == 1) {
      return new Indexed(indices, weight(indices.get(0)));
    }
    Edge edge = around(indices.get(0)).get(0);
    return new Indexed(
        indices,
        algebra.chain(
            diagonal(indices.get(0)), oriented(edge, indices.get(0)), diagonal(indices.get(1))));
  }
}
