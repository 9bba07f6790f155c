package dev.nabla.tape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * a·b + a·c = a·(b + c): draws out of each sum the factor that most of its products have, as long
 * as two have one (a greedy multivariate Horner scheme; Ceberio and Kreinovich, Greedy algorithms
 * for optimizing multivariate Horner schemes, 2004).
 *
 * <p>A product that something else needs, too, is no gain and stays.
 */
final class Factoring {
  private final SumOfProducts nodes;
  private final int[] uses;

  private Factoring(SumOfProducts nodes) {
    this.nodes = nodes;
    this.uses = nodes.uses();
  }

  static void apply(SumOfProducts nodes) {
    Factoring factoring = new Factoring(nodes);
    int count = nodes.size();
    for (int node = 0; node < count; node++) {
      if (factoring.uses[node] > 0 && nodes.kind(node) == SumOfProducts.Kind.SUM) {
        factoring.factor(node);
      }
    }
  }

  /** A factor and the summands that have it. */
  private void factor(int node) {
    List<Integer> terms = new ArrayList<>(Arrays.stream(nodes.operands(node)).boxed().toList());
    boolean changed = false;
    for (int factor = best(terms); factor >= 0; factor = best(terms)) {
      draw(factor, terms);
      changed = true;
    }
    if (changed) {
      int[] rest = terms.stream().mapToInt(Integer::intValue).toArray();
      if (rest.length == 1
          && (rest[0] & 1) == 0
          && nodes.kind(rest[0] >> 1) == SumOfProducts.Kind.PRODUCT) {
        nodes.replace(node, SumOfProducts.Kind.PRODUCT, nodes.operands(rest[0] >> 1));
      } else {
        nodes.replace(node, SumOfProducts.Kind.SUM, rest);
      }
    }
  }

  private boolean isOwn(int term) {
    int node = term >> 1;
    return nodes.kind(node) == SumOfProducts.Kind.PRODUCT
        && (node >= uses.length || uses[node] == 1);
  }

  /** The factor of the most summands, at least two; negative if there is none. */
  private int best(List<Integer> terms) {
    Map<Integer, Integer> counts = new HashMap<>();
    int best = -1;
    int most = 1;
    for (int term : terms) {
      if (isOwn(term)) {
        for (int factor : Arrays.stream(nodes.operands(term >> 1)).distinct().toArray()) {
          int count = counts.merge(factor, 1, Integer::sum);
          if (count > most) {
            most = count;
            best = factor;
          }
        }
      }
    }
    return best;
  }

  private void draw(int factor, List<Integer> terms) {
    List<Integer> rest = new ArrayList<>();
    IntSequence cofactors = new IntSequence();
    for (int term : terms) {
      int position = isOwn(term) ? indexOf(nodes.operands(term >> 1), factor) : -1;
      if (position < 0) {
        rest.add(term);
      } else {
        cofactors.add(without(nodes.operands(term >> 1), position) | (term & 1));
      }
    }
    int sum = nodes.add(SumOfProducts.Kind.SUM, cofactors.toArray());
    factor(sum >> 1);
    rest.add(nodes.add(SumOfProducts.Kind.PRODUCT, new int[] {factor, sum}));
    terms.clear();
    terms.addAll(rest);
  }

  private static int indexOf(int[] factors, int factor) {
    for (int i = 0; i < factors.length; i++) {
      if (factors[i] == factor) {
        return i;
      }
    }
    return -1;
  }

  /** The product of the factors but one. */
  private int without(int[] factors, int position) {
    if (factors.length == 2) {
      return factors[1 - position];
    }
    IntSequence others = new IntSequence();
    for (int i = 0; i < factors.length; i++) {
      if (i != position) {
        others.add(factors[i]);
      }
    }
    return nodes.add(SumOfProducts.Kind.PRODUCT, others.toArray());
  }
}
