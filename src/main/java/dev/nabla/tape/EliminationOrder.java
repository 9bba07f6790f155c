package dev.nabla.tape;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * The order in which the inner vertices of a {@link LinearizedGraph} are eliminated; every order
 * gives the same Jacobian, at different cost.
 */
enum EliminationOrder {
  /** From the inputs up: forward accumulation. */
  FORWARD("forward") {
    @Override
    void eliminateAll(LinearizedGraph graph, int[] inner) {
      for (int vertex : inner) {
        graph.eliminate(vertex);
      }
    }
  },
  /** From the outputs down: reverse accumulation. */
  REVERSE("reverse") {
    @Override
    void eliminateAll(LinearizedGraph graph, int[] inner) {
      for (int i = inner.length - 1; i >= 0; i--) {
        graph.eliminate(inner[i]);
      }
    }
  },
  /**
   * The vertex first that needs the fewest multiplications now (Griewank and Reese, On the
   * calculation of Jacobian matrices by the Markowitz rule, 1991).
   */
  MARKOWITZ("cross-country, inputs first") {
    @Override
    void eliminateAll(LinearizedGraph graph, int[] inner) {
      new Markowitz(graph, inner, -1).run();
    }
  },
  /** The same; of equal ones that farthest from the inputs. */
  MARKOWITZ_FROM_OUTPUTS("cross-country, outputs first") {
    @Override
    void eliminateAll(LinearizedGraph graph, int[] inner) {
      new Markowitz(graph, inner, 1).run();
    }
  };

  private final String text;

  EliminationOrder(String text) {
    this.text = text;
  }

  /** The order by its usual name. */
  String text() {
    return text;
  }

  /** Eliminates {@code inner}, which are given in topological order. */
  abstract void eliminateAll(LinearizedGraph graph, int[] inner);

  /** Entries of the queue grow old where a neighbour is eliminated: they are looked at again. */
  private static final class Markowitz {
    private record Candidate(int vertex, long cost, long degree, int position) {}

    private final LinearizedGraph graph;
    private final PriorityQueue<Candidate> queue;

    Markowitz(LinearizedGraph graph, int[] inner, int direction) {
      this.graph = graph;
      queue =
          new PriorityQueue<>(
              Comparator.comparingLong(Candidate::cost)
                  .thenComparingLong(Candidate::degree)
                  .thenComparingInt(candidate -> -direction * candidate.position()));
      for (int i = 0; i < inner.length; i++) {
        queue.add(candidate(inner[i], i));
      }
    }

    private Candidate candidate(int vertex, int position) {
      long degree = (long) graph.inDegree(vertex) * graph.outDegree(vertex);
      return new Candidate(vertex, graph.cost(vertex), degree, position);
    }

    void run() {
      while (!queue.isEmpty()) {
        Candidate next = queue.poll();
        Candidate now = candidate(next.vertex(), next.position());
        if (now.cost() > next.cost()) {
          queue.add(now);
        } else {
          graph.eliminate(next.vertex());
        }
      }
    }
  }
}
