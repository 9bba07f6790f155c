package dev.nabla.simplify;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Num;
import dev.nabla.expr.Power;
import dev.nabla.expr.Product;
import dev.nabla.expr.Sum;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * a/b + c/d → one fraction, expanded and cancelled, where that is shorter; small expressions only.
 */
final class FractionForms {
  private static final double LARGEST_TREE = 400;

  /** A product of sums gives way to an expanded form that is this much shorter. */
  private static final double EXPANSION_GAIN = 0.6;

  private static final int BUDGET = 3000;

  private final ExprPool pool;
  private final Cost cost;
  private final FractionWriter writer;
  private final Work work;
  private final Map<Expr, List<Expr>> forms = new HashMap<>();

  FractionForms(ExprPool pool, Cost cost, Work work) {
    this.work = work;
    this.pool = pool;
    this.cost = cost;
    this.writer = new FractionWriter(pool);
  }

  /** The shortest form found, or the node itself. */
  Expr apply(Expr node) {
    if (node.treeSize() > LARGEST_TREE) {
      return node;
    }
    if (node instanceof Sum sum) {
      return ofSum(sum);
    }
    return node instanceof Product || node instanceof Power ? ofProduct(node) : node;
  }

  private Expr ofSum(Sum sum) {
    if (!hasStructure(sum)) {
      return sum;
    }
    Expr best = shorter(sum, whole(sum));
    List<List<Expr>> groups = groups(sum);
    if (groups.size() > 1) {
      List<Expr> terms = new ArrayList<>();
      for (List<Expr> group : groups) {
        Expr part = pool.sum(group);
        terms.add(group.size() > 1 ? shorter(part, whole(part)) : part);
      }
      best = shorter(best, pool.sum(terms));
    }
    return best;
  }

  /** One fraction, expanded and cancelled, in each way of writing it. */
  List<Expr> forms(Expr node) {
    List<Expr> known = forms.get(node);
    if (known == null) {
      known = computed(node);
      forms.put(node, known);
    }
    return known;
  }

  private List<Expr> computed(Expr node) {
    FractionReader reader = new FractionReader(pool, BUDGET, work);
    Fraction fraction = reader.reduce(reader.read(node));
    if (reader.isExhausted() || leastCost(fraction) > 2 * cost.of(node)) {
      return List.of();
    }
    return fraction.numerator().size() == 0 ? List.of(pool.zero()) : writer.forms(fraction);
  }

  /** Whether there is something to expand or a common denominator to find. */
  private static boolean hasStructure(Sum sum) {
    for (Expr term : sum.terms()) {
      for (Expr factor : Keys.factors(term)) {
        if (factor instanceof Sum || factor instanceof Power) {
          return true;
        }
      }
    }
    return false;
  }

  private Expr whole(Expr node) {
    FractionReader reader = new FractionReader(pool, BUDGET, work);
    Fraction fraction = reader.reduce(reader.read(node));
    // Expanding is no gain of its own: like terms must meet, or denominators.
    boolean collected =
        !fraction.denominator().isOne() || fraction.numerator().size() < expandedWidth(node);
    return reader.isExhausted() || !collected || leastCost(fraction) >= cost.of(node)
        ? node
        : shortest(node, fraction);
  }

  /** What the expanded numerator costs at least: a sign between any two of its terms. */
  private static double leastCost(Fraction fraction) {
    return 2.0 * fraction.numerator().size() - 1;
  }

  /** The number of terms of the expanded form before like terms meet. */
  private static double expandedWidth(Expr node) {
    double width = 1;
    if (node instanceof Sum sum) {
      width = sum.terms().stream().mapToDouble(FractionForms::expandedWidth).sum();
    } else if (node instanceof Product product) {
      for (Expr factor : product.factors()) {
        width *= expandedWidth(factor);
      }
    } else if (node instanceof Power power
        && power.base() instanceof Sum
        && power.exponent() instanceof Num num
        && num.value().isInteger()) {
      width = Math.pow(expandedWidth(power.base()), Math.max(0, num.value().doubleValue()));
    }
    return width;
  }

  private Expr shortest(Expr node, Fraction fraction) {
    if (fraction.numerator().size() == 0) {
      return pool.zero();
    }
    Expr best = node;
    for (Expr form : writer.forms(fraction)) {
      best = shorter(best, form);
    }
    return best;
  }

  private Expr shorter(Expr first, Expr second) {
    return cost.of(second) < cost.of(first) ? second : first;
  }

  /** Terms that share a base below the bar belong together. */
  private static List<List<Expr>> groups(Sum sum) {
    int[] parent = IntStream.range(0, sum.terms().size()).toArray();
    Map<Expr, Integer> byBase = new HashMap<>();
    for (int i = 0; i < parent.length; i++) {
      for (Expr factor : Keys.factors(sum.terms().get(i))) {
        if (Cost.isReciprocal(factor)) {
          Integer other = byBase.putIfAbsent(((Power) factor).base(), i);
          if (other != null) {
            parent[root(parent, i)] = root(parent, other);
          }
        }
      }
    }
    Map<Integer, List<Expr>> groups = new TreeMap<>();
    for (int i = 0; i < parent.length; i++) {
      groups.computeIfAbsent(root(parent, i), key -> new ArrayList<>()).add(sum.terms().get(i));
    }
    return List.copyOf(groups.values());
  }

  private static int root(int[] parent, int i) {
    int root = i;
    while (parent[root] != root) {
      root = parent[root];
    }
    return root;
  }

  /** Cancels between the sums above and below the bar, without expanding what does not cancel. */
  private Expr ofProduct(Expr node) {
    List<Expr> factors = node instanceof Power ? List.of(node) : Keys.factors(node);
    boolean sumAbove = false;
    int copies = 0;
    boolean sumBelow = false;
    for (Expr factor : factors) {
      Expr base = factor instanceof Power power ? power.base() : factor;
      copies += copiesOfSum(factor);
      sumAbove |= base instanceof Sum && !Cost.isReciprocal(factor);
      sumBelow |= base instanceof Sum && Cost.isReciprocal(factor);
    }
    if (!sumAbove && !sumBelow) {
      return node;
    }
    Expr best = shorter(node, cancelled(node, factors));
    if (copies > 1) {
      Expr expanded = whole(node);
      return cost.of(expanded) < EXPANSION_GAIN * cost.of(best) ? expanded : best;
    }
    return best;
  }

  private Expr cancelled(Expr node, List<Expr> factors) {
    FractionReader reader = new FractionReader(pool, BUDGET, work);
    Fraction rest = Fraction.of(Polynomial.constant(Keys.coefficient(node)));
    List<Expr> bases = new ArrayList<>();
    for (Expr factor : factors) {
      int copies = copiesOfSum(factor);
      if (copies > 0) {
        Expr base = factor instanceof Power power ? power.base() : factor;
        Fraction fraction = reader.read(base);
        Fraction below = new Fraction(Polynomial.ONE, fraction.denominator());
        for (int i = 0; i < copies; i++) {
          rest = reader.multiply(rest, below);
          bases.add(base);
        }
      } else {
        rest = reader.multiply(rest, reader.read(factor));
      }
    }
    PowerProduct denominator = rest.denominator();
    List<Expr> result = new ArrayList<>();
    for (Expr base : bases) {
      Fraction fraction = reader.read(base);
      Fraction reduced = reader.reduce(new Fraction(fraction.numerator(), denominator));
      boolean kept =
          fraction.denominator().isOne() && reduced.numerator().equals(fraction.numerator());
      denominator = reduced.denominator();
      result.add(kept ? base : writer.sum(reduced.numerator()));
    }
    Fraction last = reader.reduce(new Fraction(rest.numerator(), denominator));
    if (reader.isExhausted() || last.numerator().size() == 0) {
      return node;
    }
    Expr best = node;
    for (Expr form : writer.forms(last)) {
      result.add(form);
      best = shorter(best, pool.product(result));
      result.remove(result.size() - 1);
    }
    return best;
  }

  /** n for a sum to the power n above the bar, 0 for anything else. */
  private static int copiesOfSum(Expr factor) {
    if (factor instanceof Sum) {
      return 1;
    }
    return factor instanceof Power power
            && power.base() instanceof Sum
            && power.exponent() instanceof Num num
            && num.value().isInt()
            && num.value().signum() > 0
            && num.value().intValue() <= 4
        ? num.value().intValue()
        : 0;
  }
}
