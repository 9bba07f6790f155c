package dev.nabla.tape;

/**
 * Which sums, and products with a constant, are made with the opposite sign: those that outputs and
 * functions take negated, so that no change of sign is left.
 */
final class Signs {
  private final SumOfProducts nodes;
  private final int[] demandedNegative;
  private final int[] demandedPositive;

  Signs(SumOfProducts nodes, int[] uses) {
    this.nodes = nodes;
    demandedNegative = new int[nodes.size()];
    demandedPositive = new int[nodes.size()];
    for (int root : nodes.roots()) {
      demand(root);
    }
    for (int node = 0; node < nodes.size(); node++) {
      if (uses[node] > 0 && nodes.takesSigns(node)) {
        for (int operand : nodes.operands(node)) {
          demand(operand);
        }
      }
    }
  }

  /** Sums and products take their operands with either sign; these do not. */
  private void demand(int term) {
    ((term & 1) == 0 ? demandedPositive : demandedNegative)[term >> 1]++;
  }

  boolean[] flipped() {
    boolean[] flipped = new boolean[nodes.size()];
    for (int node = 0; node < flipped.length; node++) {
      flipped[node] = demandedNegative[node] > demandedPositive[node] && isFree(node);
    }
    return flipped;
  }

  private boolean isFree(int node) {
    return switch (nodes.kind(node)) {
      case SUM -> true;
      case PRODUCT -> {
        boolean hasConstant = false;
        for (int operand : nodes.operands(node)) {
          hasConstant |= nodes.isConstant(operand >> 1);
        }
        yield hasConstant;
      }
      case OTHER -> false;
    };
  }
}
