package dev.nabla.index;

import dev.nabla.expr.Axis;
import dev.nabla.expr.Compare;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.expr.Logic;
import dev.nabla.expr.Num;
import dev.nabla.expr.Power;
import dev.nabla.expr.Product;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Substitution;
import dev.nabla.expr.Symbol;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of indices: the range of each, conditions that hold, and that every size is at
 * least 1. It proves linear inequalities by putting each index at the end of its range that is
 * worst.
 *
 * @param pool the pool of all expressions
 * @param axes the ranges, those that others depend on first
 * @param facts expressions that are known to be ≥ 0
 */
public record IndexRanges(ExprPool pool, List<Axis> axes, List<Expr> facts) {
  public IndexRanges {
    axes = List.copyOf(axes);
    facts = List.copyOf(facts);
  }

  /** The ranges alone. */
  public IndexRanges(ExprPool pool, List<Axis> axes) {
    this(pool, axes, List.of());
  }

  /** With more indices, whose limits may depend on those known before. */
  public IndexRanges with(List<Axis> more) {
    List<Axis> all = new ArrayList<>(axes);
    all.addAll(more);
    return new IndexRanges(pool, all, facts);
  }

  /** Where a condition holds: its comparisons ≤, &lt; and = of whole numbers are facts. */
  public IndexRanges where(Expr condition) {
    List<Expr> more = new ArrayList<>(facts);
    collect(condition, more);
    return more.size() == facts.size() ? this : new IndexRanges(pool, axes, more);
  }

  private void collect(Expr condition, List<Expr> more) {
    for (Expr part : Conjunction.of(condition)) {
      if (part instanceof Compare compare && isOfIndices(compare)) {
        Expr gap = pool.sum(compare.right(), pool.negate(compare.left()));
        switch (compare.relation()) {
          case LE -> more.add(gap);
          case LT -> more.add(pool.subtract(gap, pool.one()));
          case EQ -> more.addAll(List.of(gap, pool.negate(gap)));
          case NE -> {}
        }
      }
    }
  }

  /** The value of {@code index} for which left = right, if its coefficient is 1 or −1. */
  public static Optional<Expr> solution(ExprPool pool, Expr left, Expr right, Index index) {
    LinearForm form = LinearForm.of(pool.subtract(left, right));
    if (!form.isSolvable(index)) {
      return Optional.empty();
    }
    Expr solution = form.solve(pool, index);
    return new FreeIndices().dependsOn(solution, index) ? Optional.empty() : Optional.of(solution);
  }

  /** The whole number that a linear expression comes out as, if no index or size is left. */
  public static Optional<Integer> number(Expr expr) {
    LinearForm form = LinearForm.of(expr);
    return form.coefficients().isEmpty() && form.constant().isInt()
        ? Optional.of(form.constant().intValue())
        : Optional.empty();
  }

  /** What is known of some indices and of those that are compared with them. */
  IndexRanges of(Set<Index> indices, FreeIndices free) {
    Set<Index> met = new HashSet<>(indices);
    int before;
    do {
      before = met.size();
      for (Axis axis : axes) {
        if (met.contains(axis.index())) {
          met.addAll(free.of(axis.lower()));
          met.addAll(free.of(axis.upper()));
        }
      }
      for (Expr fact : facts) {
        if (!Collections.disjoint(free.of(fact), met)) {
          met.addAll(free.of(fact));
        }
      }
    } while (met.size() > before);
    return new IndexRanges(
        pool,
        axes.stream().filter(axis -> met.contains(axis.index())).toList(),
        facts.stream().filter(fact -> met.containsAll(free.of(fact))).toList());
  }

  /** The range of an index, if it is known. */
  public Optional<Axis> axis(Index index) {
    return axes.stream().filter(axis -> axis.index() == index).findFirst();
  }

  /** The place of an index among the known ones: what comes later is eliminated first. */
  int order(Index index) {
    for (int i = 0; i < axes.size(); i++) {
      if (axes.get(i).index() == index) {
        return i;
      }
    }
    return -1;
  }

  /** Whether the truth of a comparison is known, and what it is. */
  public Optional<Boolean> decide(Compare compare) {
    if (!isOfIndices(compare)) {
      return Optional.empty();
    }
    Expr gap = pool.sum(compare.right(), pool.negate(compare.left()));
    Expr one = pool.one();
    boolean above = isNonNegative(pool.subtract(gap, one));
    boolean notBelow = above || isNonNegative(gap);
    boolean below = !notBelow && isNonNegative(pool.subtract(pool.negate(gap), one));
    boolean notAbove = below || isNonNegative(pool.negate(gap));
    return switch (compare.relation()) {
      case LT -> known(above, notAbove);
      case LE -> known(notBelow, below);
      case EQ -> known(notBelow && notAbove, above || below);
      case NE -> known(above || below, notBelow && notAbove);
    };
  }

  private static Optional<Boolean> known(boolean holds, boolean fails) {
    return holds ? Optional.of(true) : fails ? Optional.of(false) : Optional.empty();
  }

  /** Whether only indices, sizes and whole numbers are compared. */
  static boolean isOfIndices(Compare compare) {
    return isWhole(compare.left()) && isWhole(compare.right());
  }

  /** Whether the value is whole: whole coefficients of indices, sizes and their products. */
  static boolean isWhole(Expr expr) {
    LinearForm form = LinearForm.of(expr);
    return form.constant().isInteger()
        && form.coefficients().entrySet().stream()
            .allMatch(entry -> entry.getValue().isInteger() && isCounter(entry.getKey()));
  }

  private static boolean isCounter(Expr atom) {
    return atom instanceof Index
        || isSize(atom)
        || (atom instanceof Product product
            && product.factors().stream().allMatch(IndexRanges::isWhole))
        || (atom instanceof Power power && isPositiveInteger(power) && isWhole(power.base()));
  }

  /** Whether it is a size or a product of sizes, and so at least 1. */
  private static boolean isSize(Expr atom) {
    return (atom instanceof Element element && element.symbol().kind() == Symbol.Kind.DIMENSION)
        || (atom instanceof Product product
            && product.factors().stream().allMatch(IndexRanges::isSize))
        || (atom instanceof Power power && isPositiveInteger(power) && isSize(power.base()));
  }

  private static boolean isPositiveInteger(Power power) {
    return power.hasIntegerExponent() && ((Num) power.exponent()).value().signum() > 0;
  }

  /** Whether a linear expression is ≥ 0 throughout, as far as ranges and one fact can tell. */
  public boolean isNonNegative(Expr expr) {
    return isNonNegativeInRanges(expr)
        || facts.stream().anyMatch(fact -> isNonNegativeInRanges(pool.subtract(expr, fact)));
  }

  private boolean isNonNegativeInRanges(Expr expr) {
    LinearForm form = LinearForm.of(least(expr));
    Rational value = form.constant();
    for (Map.Entry<Expr, Rational> entry : form.coefficients().entrySet()) {
      if (!isSize(entry.getKey()) || entry.getValue().signum() < 0) {
        return false;
      }
      value = value.add(entry.getValue());
    }
    return value.signum() >= 0;
  }

  /** A bound from below that holds no index: each is put at the end of its range that is worst. */
  public Expr least(Expr expr) {
    return extreme(expr, 1);
  }

  /** A bound from above that holds no index. */
  public Expr greatest(Expr expr) {
    return extreme(expr, -1);
  }

  private Expr extreme(Expr expr, int direction) {
    Expr result = expr;
    for (int i = axes.size() - 1; i >= 0; i--) {
      Axis axis = axes.get(i);
      LinearForm form = LinearForm.of(result);
      int sign = form.coefficient(axis.index()).signum() * direction;
      if (sign != 0 && form.isLinear(axis.index())) {
        Expr end = sign > 0 ? axis.lower() : axis.upper();
        result = new Substitution(pool, Map.of(axis.index(), end)).apply(result);
      }
    }
    return result;
  }

  /**
   * The part of a range in which a condition on its index holds, if that is a range and these
   * ranges prove it to lie within the given one.
   */
  public Optional<Axis> narrowed(Axis range, Expr condition) {
    if (!(condition instanceof Compare compare)
        || !isOfIndices(compare)
        || compare.relation() == Compare.Relation.NE
        || compare.relation() == Compare.Relation.EQ) {
      return Optional.empty();
    }
    Expr gap = pool.sum(compare.right(), pool.negate(compare.left()));
    if (compare.relation() == Compare.Relation.LT) {
      gap = pool.subtract(gap, pool.one());
    }
    Index index = range.index();
    LinearForm form = LinearForm.of(gap);
    if (!form.isSolvable(index)) {
      return Optional.empty();
    }
    Expr limit = form.solve(pool, index);
    if (form.coefficient(index).signum() > 0) {
      return isNonNegative(pool.subtract(limit, range.lower()))
          ? Optional.of(new Axis(index, limit, range.upper()))
          : Optional.empty();
    }
    return isNonNegative(pool.subtract(range.upper(), limit))
        ? Optional.of(new Axis(index, range.lower(), limit))
        : Optional.empty();
  }

  /** Whether lower ≤ value ≤ upper: as a condition without the parts that always hold. */
  public Expr within(Expr value, Axis axis) {
    return pool.logic(
        Logic.Connective.AND, List.of(atLeast(value, axis.lower()), atMost(value, axis.upper())));
  }

  private Expr atLeast(Expr value, Expr lower) {
    return condition(pool.subtract(value, lower));
  }

  private Expr atMost(Expr value, Expr upper) {
    return condition(pool.subtract(upper, value));
  }

  /** The condition gap ≥ 0, solved for an index if it has one; an input as an index is in range. */
  Expr condition(Expr gap) {
    LinearForm form = LinearForm.of(gap);
    if (isNonNegative(gap) || !isWhole(gap)) {
      return pool.truth();
    }
    if (isNonNegative(pool.subtract(pool.negate(gap), pool.one()))) {
      return pool.falsehood();
    }
    List<Index> indices = form.solvable();
    if (indices.isEmpty()) {
      return pool.compare(Compare.Relation.LE, pool.zero(), gap);
    }
    Index index = indices.get(0);
    Expr limit = form.solve(pool, index);
    if (form.coefficient(index).signum() > 0) {
      return pool.compare(Compare.Relation.LE, limit, index);
    }
    // i < n rather than i ≤ n − 1.
    LinearForm end = LinearForm.of(limit);
    boolean isBefore = end.constant().equals(Rational.MINUS_ONE) && !end.coefficients().isEmpty();
    return isBefore
        ? pool.compare(Compare.Relation.LT, index, pool.sum(limit, pool.one()))
        : pool.compare(Compare.Relation.LE, index, limit);
  }

  /** An inequality of indices and sizes in the one form that all equal ones have: i ≤ n. */
  Expr canonical(Compare compare) {
    if (!isOfIndices(compare)
        || compare.relation() == Compare.Relation.EQ
        || compare.relation() == Compare.Relation.NE) {
      return compare;
    }
    Expr gap = pool.sum(compare.right(), pool.negate(compare.left()));
    return condition(
        compare.relation() == Compare.Relation.LT ? pool.subtract(gap, pool.one()) : gap);
  }

  /** Whether the axis has at least one index wherever these ranges hold. */
  boolean isNonEmpty(Axis axis) {
    return isNonNegative(pool.subtract(axis.upper(), axis.lower()));
  }
}
