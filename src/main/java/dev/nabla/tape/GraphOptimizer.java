package dev.nabla.tape;

/**
 * Fewer operations for the same outputs: common factors drawn out of sums, sub-sums and
 * sub-products that outputs have in common made once, signs and reciprocals moved to where they
 * cost nothing; again as long as that helps.
 *
 * <p>Sums and products are written in another order then, so that the last bits are others than
 * those of the graph before; every backend gets the same graph.
 */
final class GraphOptimizer {
  private static final int MOST_ROUNDS = 4;

  /** Graphs of more operations are left as they are: the search takes more time than it saves. */
  private static final int MOST_OPERATIONS = 200_000;

  private GraphOptimizer() {}

  static DerivedGraph optimize(DerivedGraph derived) {
    if (derived.graph().size() > MOST_OPERATIONS) {
      return derived;
    }
    DerivedGraph best = derived;
    long least = best.cost();
    for (int round = 0; round < MOST_ROUNDS; round++) {
      SumOfProducts nodes = new SumOfProducts(best.graph(), best.roots());
      Factoring.apply(nodes);
      CommonPairs.apply(nodes, SumOfProducts.Kind.PRODUCT);
      CommonPairs.apply(nodes, SumOfProducts.Kind.SUM);
      DerivedGraph next = GraphWriting.write(nodes, best);
      long cost = next.cost();
      if (cost >= least) {
        break;
      }
      best = next;
      least = cost;
    }
    return best;
  }
}
