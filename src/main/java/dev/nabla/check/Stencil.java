package dev.nabla.check;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * A function at x + h, x and x − h, where h is a step of one input.
 *
 * @param after the values at x + h
 * @param here the values at x
 * @param before the values at x − h
 * @param step h
 * @param noise what rounding can contribute to a difference
 * @param dependents the nodes that depend on the input
 */
record Stencil(
    HighPrecisionEvaluator after,
    HighPrecisionEvaluator here,
    HighPrecisionEvaluator before,
    BigDecimal step,
    BigDecimal noise,
    BitSet dependents) {

  /** The first of a node's three values that is not a number, if there is one. */
  Optional<Outcome> missing(int node) {
    for (HighPrecisionEvaluator place : List.of(here, after, before)) {
      Outcome outcome = place.value(node);
      if (!outcome.isReal()) {
        return Optional.of(outcome);
      }
    }
    return Optional.empty();
  }

  /** The differences of a node that has numbers at the three points. */
  Difference difference(int node) {
    return Difference.of(
        after.value(node).real(), here.value(node).real(), before.value(node).real(), step, noise);
  }

  /** The comparisons whose outcome is not the same at the three points. */
  BitSet flippedConditions(int[] comparisons) {
    BitSet flipped = new BitSet();
    for (int comparison : comparisons) {
      if (dependents.get(comparison) && here.isEvaluated(comparison)) {
        Outcome outcome = here.value(comparison);
        if (!outcome.equals(after.value(comparison)) || !outcome.equals(before.value(comparison))) {
          flipped.set(comparison);
        }
      }
    }
    return flipped;
  }

  /**
   * The first node, operands before what is made of them, whose two sides have different slopes.
   *
   * @param coarse the same with a larger step
   * @param candidates the nodes to look at, of which the last has a kink
   */
  int firstKink(Stencil coarse, BitSet candidates) {
    for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
      if (dependents.get(i) && isNumber(i) && coarse.isNumber(i)) {
        if (difference(i).isKinkAfter(coarse.difference(i))) {
          return i;
        }
      }
    }
    return candidates.length() - 1;
  }

  private boolean isNumber(int node) {
    return here.isEvaluated(node)
        && here.value(node).isReal()
        && after.isEvaluated(node)
        && before.isEvaluated(node)
        && missing(node).isEmpty();
  }
}
