package dev.nabla.simplify;

import dev.nabla.expr.Compare;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.NumberTooLargeException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where expressions are 0 but others are not: in one ring of quotients a factor of the one divides
 * another, so that tan(x/2) + 3/4 is 0 only where 3 + 3·cos(x) + 4·sin(x) is.
 */
final class CommonZeros {
  private static final double LARGEST_TREE = 60;
  private static final int MOST_OTHERS = 6;
  private static final int MOST_READINGS = 6;
  private static final int WORK = 4_000;

  private final ExprPool pool;
  private final Ranges ranges;
  private final ConditionForms forms;
  private final Map<List<Expr>, List<Expr>> known = new HashMap<>();

  CommonZeros(ExprPool pool, Ranges ranges, ConditionForms forms) {
    this.pool = pool;
    this.ranges = ranges;
    this.forms = forms;
  }

  /** What p ≠ q says that others of its kind, and p &lt; q, do not: f ≠ 0 for factors of p − q. */
  List<Expr> uncovered(Compare unequal, Collection<Expr> conditions) {
    Expr difference = pool.subtract(unequal.left(), unequal.right());
    List<Expr> all = new ArrayList<>(List.of(difference));
    for (Expr condition : conditions) {
      if (condition instanceof Compare compare
          && (compare.relation() == Compare.Relation.NE
              || compare.relation() == Compare.Relation.LT)) {
        Expr other = pool.subtract(compare.left(), compare.right());
        if (isSmall(other) && all.size() <= MOST_OTHERS) {
          all.add(other);
        }
      }
    }
    return all.size() == 1 || !isSmall(difference)
        ? List.of(unequal)
        : known.computeIfAbsent(List.copyOf(all), key -> uncovered(unequal, key));
  }

  private static boolean isSmall(Expr expr) {
    return expr.treeSize() <= LARGEST_TREE && !expr.isIndexed();
  }

  private List<Expr> uncovered(Compare unequal, List<Expr> all) {
    Requirements requirements = new Requirements(pool);
    Expr root = pool.sum(all);
    try {
      for (int i = 0; i < MOST_READINGS; i++) {
        QuotientReader reader =
            new QuotientReader(pool, ranges, requirements, root, Reading.plain(pool), WORK);
        List<Multinomial> read = all.stream().map(e -> reader.read(e).numerator()).toList();
        if (!requirements.takeChanged() && !read.get(0).isZero()) {
          return uncovered(unequal, reader, read.get(0), read.subList(1, read.size()));
        }
      }
    } catch (TooLargeException | NumberTooLargeException e) {
      // Then nothing is known, and the condition is stated.
      return List.of(unequal);
    }
    return List.of(unequal);
  }

  private List<Expr> uncovered(
      Compare unequal, QuotientReader reader, Multinomial first, List<Multinomial> others) {
    List<Expr> result = new ArrayList<>();
    boolean covers = false;
    for (Multinomial factor : reader.ring().factored(first).keySet()) {
      Multinomial rest = rest(reader.ring(), factor, others);
      covers |= rest != factor;
      if (!rest.isConstant()) {
        Expr expr = reader.generators().expression(rest);
        result.add(forms.compare(Compare.Relation.NE, expr, pool.zero()));
      }
    }
    return covers ? List.copyOf(result) : List.of(unequal);
  }

  /** What is left of a factor without those that it has in common with the others. */
  private static Multinomial rest(QuotientRing ring, Multinomial factor, List<Multinomial> others) {
    Multinomial rest = factor;
    for (Multinomial other : others) {
      if (ring.divide(other, rest).isPresent()) {
        return Multinomial.ONE;
      }
      Multinomial common = ring.factors().greatestCommonDivisor(rest, other);
      if (!common.isConstant()) {
        rest = rest.divide(common).orElseThrow().primitive();
      }
    }
    return rest;
  }
}
