package dev.nabla.tape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Sub-sums and sub-products that several sums or products of all outputs have in common: the pair
 * of operands that occurs most often becomes a node of its own, again and again (greedy, as in
 * Breuer, Generation of optimal code for expressions via factorization, 1969).
 */
final class CommonPairs {
  /** Longer lists have too many pairs; a balanced tree is better for them in any case. */
  private static final int LONGEST = 48;

  private final SumOfProducts nodes;
  private final SumOfProducts.Kind kind;
  private final Map<Pair, Set<Integer>> users = new HashMap<>();
  private final PriorityQueue<Candidate> queue = new PriorityQueue<>();

  /** Two operands; of a sum with the sign of the first one drawn out. */
  private record Pair(int first, int second) {}

  private record Candidate(Pair pair, int count) implements Comparable<Candidate> {
    @Override
    public int compareTo(Candidate other) {
      int byCount = Integer.compare(other.count, count);
      int byFirst = byCount != 0 ? byCount : Integer.compare(pair.first, other.pair.first);
      return byFirst != 0 ? byFirst : Integer.compare(pair.second, other.pair.second);
    }
  }

  private CommonPairs(SumOfProducts nodes, SumOfProducts.Kind kind) {
    this.nodes = nodes;
    this.kind = kind;
    int[] uses = nodes.uses();
    for (int node = 0; node < uses.length; node++) {
      if (uses[node] > 0 && nodes.kind(node) == kind && nodes.operands(node).length <= LONGEST) {
        register(node);
      }
    }
    users.forEach(
        (pair, some) -> {
          if (some.size() > 1) {
            queue.add(new Candidate(pair, some.size()));
          }
        });
  }

  static void apply(SumOfProducts nodes, SumOfProducts.Kind kind) {
    new CommonPairs(nodes, kind).run();
  }

  private void run() {
    while (!queue.isEmpty()) {
      Candidate candidate = queue.poll();
      Set<Integer> some = users.get(candidate.pair());
      int count = some == null ? 0 : some.size();
      if (count > 1) {
        if (count == candidate.count()) {
          share(candidate.pair(), some);
        } else {
          queue.add(new Candidate(candidate.pair(), count));
        }
      }
    }
  }

  private Pair pair(int left, int right) {
    int first = Math.min(left, right);
    int second = Math.max(left, right);
    int sign = kind == SumOfProducts.Kind.SUM ? first & 1 : 0;
    return new Pair(first ^ sign, second ^ sign);
  }

  private void register(int node) {
    forEachPair(node, pair -> users.computeIfAbsent(pair, key -> new HashSet<>()).add(node));
  }

  private void forEachPair(int node, Consumer<Pair> action) {
    int[] terms = nodes.operands(node);
    for (int i = 0; i < terms.length; i++) {
      for (int j = i + 1; j < terms.length; j++) {
        action.accept(pair(terms[i], terms[j]));
      }
    }
  }

  private void share(Pair pair, Set<Integer> some) {
    List<Integer> sharing = new ArrayList<>(some);
    sharing.sort(Integer::compare);
    int shared = nodes.add(kind, new int[] {pair.first(), pair.second()});
    Set<Pair> touched = new HashSet<>();
    for (int node : sharing) {
      forEachPair(node, other -> remove(other, node));
      int[] terms = nodes.operands(node);
      int[] replaced = replaced(terms, pair, shared);
      if (replaced.length == 1) {
        nodes.replace(node, SumOfProducts.Kind.SUM, replaced);
      } else {
        nodes.replace(node, kind, replaced);
        register(node);
        forEachPair(node, touched::add);
      }
    }
    users.remove(pair);
    for (Pair other : touched) {
      Set<Integer> others = users.get(other);
      if (others != null && others.size() > 1) {
        queue.add(new Candidate(other, others.size()));
      }
    }
  }

  private void remove(Pair pair, int node) {
    Set<Integer> some = users.get(pair);
    if (some != null) {
      some.remove(node);
    }
  }

  /** The operands with one occurrence of the pair, of either sign, as one operand. */
  private int[] replaced(int[] terms, Pair pair, int shared) {
    for (int i = 0; i < terms.length; i++) {
      for (int j = 0; j < terms.length; j++) {
        if (i != j
            && pair(terms[i], terms[j]).equals(pair)
            && (terms[i] & ~1) == (pair.first() & ~1)) {
          int sign = kind == SumOfProducts.Kind.SUM ? (terms[i] ^ pair.first()) & 1 : 0;
          int[] result = new int[terms.length - 1];
          int position = 0;
          for (int k = 0; k < terms.length; k++) {
            if (k == Math.min(i, j)) {
              result[position++] = shared | sign;
            } else if (k != Math.max(i, j)) {
              result[position++] = terms[k];
            }
          }
          return result;
        }
      }
    }
    throw new IllegalStateException("the pair is not in " + Arrays.toString(terms));
  }
}
