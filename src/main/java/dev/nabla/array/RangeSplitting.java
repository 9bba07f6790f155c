package dev.nabla.array;

import dev.nabla.expr.Axis;
import dev.nabla.expr.Compare;
import dev.nabla.expr.Delta;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.expr.Num;
import dev.nabla.expr.Substitution;
import dev.nabla.expr.Symbol;
import dev.nabla.expr.Traversal;
import dev.nabla.index.IndexRanges;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Splits loops where a condition on their index changes, so that no element asks whether it is the
 * first or the last: for i = 1..n with [i ≥ 2] becomes i = 1 and i = 2..n. So a δ(i, n) that no
 * element of the loop can meet takes the elements beside it away, which may not exist.
 */
public final class RangeSplitting {
  /** More pieces of one loop are not worth their code. */
  private static final int MOST_PIECES = 5;

  private final ExprPool pool;
  private final Substitution at;

  private RangeSplitting(ArrayProgram program, Map<String, Integer> sizes) {
    this.pool = program.pool();
    Map<Expr, Expr> values = new HashMap<>();
    for (Step step : program.steps()) {
      if (step instanceof Step.Assignment assignment) {
        List<Expr> roots = new ArrayList<>(List.of(assignment.value(), assignment.guard()));
        assignment.axes().forEach(axis -> roots.addAll(List.of(axis.lower(), axis.upper())));
        for (Expr node : Traversal.postOrder(roots)) {
          if (node instanceof Element element
              && element.symbol().kind() == Symbol.Kind.DIMENSION
              && sizes.containsKey(element.symbol().name())) {
            values.put(node, pool.num(sizes.get(element.symbol().name())));
          }
        }
      }
    }
    this.at = new Substitution(pool, values);
  }

  /** The same program for these sizes, its loops split. */
  public static ArrayProgram apply(ArrayProgram program, Map<String, Integer> sizes) {
    RangeSplitting splitting = new RangeSplitting(program, sizes);
    List<Step> steps = new ArrayList<>();
    for (Step step : program.steps()) {
      if (step instanceof Step.Assignment assignment) {
        steps.addAll(splitting.split(splitting.valued(assignment), 0));
      } else {
        steps.add(step);
      }
    }
    return new ArrayProgram(
        program.pool(), program.arrays(), SharedValues.apply(program.pool(), steps));
  }

  private Step.Assignment valued(Step.Assignment step) {
    return new Step.Assignment(
        step.target(),
        step.axes().stream()
            .map(axis -> new Axis(axis.index(), at.apply(axis.lower()), at.apply(axis.upper())))
            .toList(),
        at.apply(step.guard()),
        step.subscripts().stream().map(at::apply).toList(),
        at.apply(step.value()));
  }

  private List<Step> split(Step.Assignment step, int depth) {
    if (depth == step.axes().size()) {
      return List.of(step);
    }
    Axis axis = step.axes().get(depth);
    Map<Expr, Expr> gaps = conditions(step, axis.index());
    if (gaps.isEmpty()
        || !(axis.lower() instanceof Num lower)
        || !(axis.upper() instanceof Num upper)
        || !lower.value().isInt()
        || !upper.value().isInt()) {
      return split(step, depth + 1);
    }
    int first = lower.value().intValue();
    int last = upper.value().intValue();
    TreeSet<Integer> starts = new TreeSet<>(List.of(first));
    gaps.forEach((condition, gap) -> starts.addAll(changes(condition, gap, axis.index())));
    starts.removeIf(start -> start < first || start > last);
    if (starts.size() > MOST_PIECES || first > last) {
      return split(step, depth + 1);
    }
    List<Step> steps = new ArrayList<>();
    for (int start : starts) {
      Integer next = starts.higher(start);
      Axis piece =
          new Axis(axis.index(), pool.num(start), pool.num(next == null ? last : next - 1));
      Step.Assignment part = piece(step, depth, piece, gaps);
      boolean isSingle = piece.lower() == piece.upper();
      steps.addAll(isSingle ? split(withoutLoop(part, depth), depth) : split(part, depth + 1));
    }
    return steps;
  }

  private Step.Assignment piece(Step.Assignment step, int depth, Axis piece, Map<Expr, Expr> gaps) {
    IndexRanges ranges = new IndexRanges(pool, List.of(piece));
    Map<Expr, Expr> known = new HashMap<>();
    for (Expr condition : gaps.keySet()) {
      if (condition instanceof Delta delta) {
        Expr equal = pool.compare(Compare.Relation.EQ, delta.left(), delta.right());
        decided(ranges, equal)
            .ifPresent(truth -> known.put(delta, truth ? pool.one() : pool.zero()));
      } else {
        decided(ranges, condition)
            .ifPresent(truth -> known.put(condition, truth ? pool.truth() : pool.falsehood()));
      }
    }
    List<Axis> axes = new ArrayList<>(step.axes());
    axes.set(depth, piece);
    return replaced(step, axes, known);
  }

  private Step.Assignment replaced(Step.Assignment step, List<Axis> axes, Map<Expr, Expr> known) {
    Substitution at = new Substitution(pool, known);
    return new Step.Assignment(
        step.target(),
        axes.stream()
            .map(axis -> new Axis(axis.index(), at.apply(axis.lower()), at.apply(axis.upper())))
            .toList(),
        at.apply(step.guard()),
        step.subscripts().stream().map(at::apply).toList(),
        at.apply(step.value()));
  }

  /** A loop over one index is none. */
  private Step.Assignment withoutLoop(Step.Assignment step, int depth) {
    Axis axis = step.axes().get(depth);
    List<Axis> axes = new ArrayList<>(step.axes());
    axes.remove(depth);
    return replaced(step, axes, Map.of(axis.index(), axis.lower()));
  }

  private Optional<Boolean> decided(IndexRanges ranges, Expr condition) {
    return condition instanceof Compare compare
        ? ranges.decide(compare)
        : Optional.of(condition == pool.truth());
  }

  /** The comparisons of this index with numbers, and its deltas, each with right − left. */
  private Map<Expr, Expr> conditions(Step.Assignment step, Index index) {
    Map<Expr, Expr> conditions = new HashMap<>();
    for (Expr node : Traversal.postOrder(List.of(step.guard(), step.value()))) {
      if (node instanceof Compare || node instanceof Delta) {
        Expr gap = pool.subtract(node.children().get(1), node.children().get(0));
        if (IndexRanges.solution(pool, gap, pool.zero(), index)
            .filter(solution -> IndexRanges.number(solution).isPresent())
            .isPresent()) {
          conditions.put(node, gap);
        }
      }
    }
    return conditions;
  }

  /** The indices from which on the condition may say something else. */
  private List<Integer> changes(Expr condition, Expr gap, Index index) {
    int zero =
        IndexRanges.solution(pool, gap, pool.zero(), index)
            .flatMap(IndexRanges::number)
            .orElseThrow();
    if (!(condition instanceof Compare compare)) {
      return List.of(zero, zero + 1);
    }
    return Stream.of(zero, zero + 1)
        .filter(start -> holds(compare, index, start - 1) != holds(compare, index, start))
        .toList();
  }

  /** What the comparison says at one value of the index, the truth or not. */
  private Expr holds(Compare compare, Index index, int value) {
    return new Substitution(pool, Map.of(index, pool.num(value))).apply(compare);
  }
}
