package dev.nabla.array;

import dev.nabla.expr.Axis;
import dev.nabla.expr.Compare;
import dev.nabla.expr.Delta;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.expr.Logic;
import dev.nabla.expr.Select;
import dev.nabla.expr.Substitution;
import dev.nabla.expr.Symbol;
import dev.nabla.expr.Traversal;
import dev.nabla.index.FreeIndices;
import dev.nabla.index.IndexAlgebra;
import dev.nabla.index.IndexRanges;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes a block apart by its deltas: what it is where all of them are 0, then on the diagonals
 * where one of them is 1, then where two are, …; each part replaces what those before it say.
 */
public final class Overlays {
  /** Where there would be more parts, all deltas stay conditions inside the block. */
  private static final int MOST_PARTS = 100;

  private final ExprPool pool;
  private final JacobianBlock block;
  private final boolean isRectangular;
  private final FreeIndices free = new FreeIndices();
  private final List<Overlay> parts = new ArrayList<>();

  private Overlays(ExprPool pool, JacobianBlock block, boolean isRectangular) {
    this.pool = pool;
    this.block = block;
    this.isRectangular = isRectangular;
  }

  /** The parts, in order; the first is the block at large, unless it is 0 there. */
  public static List<Overlay> of(ExprPool pool, JacobianBlock block) {
    Overlays overlays = new Overlays(pool, block, false);
    overlays.collect();
    return List.copyOf(overlays.parts);
  }

  /** The parts, none with a range that depends on another index. */
  static List<Overlay> rectangular(ExprPool pool, JacobianBlock block) {
    Overlays overlays = new Overlays(pool, block, true);
    overlays.collect();
    return List.copyOf(overlays.parts);
  }

  private void collect() {
    List<Delta> deltas = deltas();
    List<Set<Delta>> consistent = consistent(deltas);
    if (consistent.size() > MOST_PARTS) {
      deltas = List.of();
      consistent = List.of(Set.of());
    }
    for (Set<Delta> active : consistent) {
      add(deltas, active);
    }
    // Where parts lie within the first one, it must not shrink beneath them.
    if (!parts.isEmpty() && !(isRectangular && hasNested(parts.get(0)))) {
      parts.set(0, new Diagonal(parts.get(0)).narrowed(parts.get(0)));
    }
  }

  /** The sets of deltas that can all be 1 at once, smaller ones first. */
  private List<Set<Delta>> consistent(List<Delta> deltas) {
    List<Set<Delta>> all = new ArrayList<>(List.of(Set.of()));
    for (int k = 0; k < all.size() && all.size() <= MOST_PARTS; k++) {
      Set<Delta> smaller = all.get(k);
      int next = 0;
      for (int d = 0; d < deltas.size(); d++) {
        next = smaller.contains(deltas.get(d)) ? d + 1 : next;
      }
      for (Delta delta : deltas.subList(next, deltas.size())) {
        Set<Delta> larger = new LinkedHashSet<>(smaller);
        larger.add(delta);
        if (larger.stream().allMatch(new Diagonal()::restrict)) {
          all.add(larger);
        }
      }
    }
    return all;
  }

  private boolean hasNested(Overlay first) {
    return parts.stream()
        .anyMatch(part -> part != first && part.active().containsAll(first.active()));
  }

  /** The deltas of the block's own indices; those under a sum belong to the sum. */
  private List<Delta> deltas() {
    Set<Index> own = new LinkedHashSet<>();
    block.axes().forEach(axis -> own.add(axis.index()));
    Set<Delta> deltas = new LinkedHashSet<>();
    for (Expr node : Traversal.postOrder(block.element())) {
      if (node instanceof Delta delta && own.containsAll(free.of(delta))) {
        deltas.add(delta);
      }
    }
    return List.copyOf(deltas);
  }

  private void add(List<Delta> deltas, Set<Delta> active) {
    Diagonal diagonal = new Diagonal();
    active.forEach(diagonal::restrict);
    Expr value = diagonal.at(with(deltas, active));
    // It must differ from everything that may have been said of these elements before.
    boolean isNew = (active.isEmpty() ? pool.zero() : diagonal.at(with(deltas, Set.of()))) != value;
    for (Overlay part : parts) {
      isNew |=
          active.containsAll(part.active()) && diagonal.at(with(deltas, part.active())) != value;
    }
    if (isNew || isMeeting(active)) {
      parts.add(diagonal.overlay(active, value));
    }
  }

  /** Whether two parts meet here, neither of which holds the other. */
  private boolean isMeeting(Set<Delta> active) {
    for (Overlay one : parts) {
      for (Overlay other : parts) {
        Set<Delta> both = new LinkedHashSet<>(one.active());
        both.addAll(other.active());
        if (both.equals(active) && !one.active().equals(active) && !other.active().equals(active)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The block's element with some deltas 1 and the others 0. */
  private Expr with(List<Delta> deltas, Collection<Delta> active) {
    Map<Expr, Expr> images = new HashMap<>();
    deltas.forEach(delta -> images.put(delta, active.contains(delta) ? pool.one() : pool.zero()));
    return new Substitution(pool, images).apply(block.element());
  }

  private static List<Expr> conjuncts(Expr condition) {
    return condition instanceof Logic logic && logic.connective() == Logic.Connective.AND
        ? logic.operands()
        : List.of(condition);
  }

  private static boolean readsValues(Expr condition) {
    return Traversal.postOrder(condition).stream()
        .anyMatch(
            node ->
                node instanceof Element element
                    && element.symbol().kind() != Symbol.Kind.DIMENSION);
  }

  /** The elements on which some deltas are 1, each index in terms of those that remain. */
  private final class Diagonal {
    private final Map<Expr, Expr> solutions = new LinkedHashMap<>();
    private final Map<Index, Axis> axes = new LinkedHashMap<>();
    private final List<Expr> guards = new ArrayList<>();

    Diagonal() {
      block.axes().forEach(axis -> axes.put(axis.index(), axis));
    }

    Diagonal(Overlay part) {
      part.axes().forEach(axis -> axes.put(axis.index(), axis));
      guards.addAll(conjuncts(part.guard()));
    }

    private IndexRanges ranges() {
      return new IndexRanges(pool, List.copyOf(axes.values()));
    }

    /** Whether the delta can be 1 here. */
    boolean restrict(Delta delta) {
      Substitution known = new Substitution(pool, solutions);
      Expr left = known.apply(delta.left());
      Expr right = known.apply(delta.right());
      Expr equal = pool.compare(Compare.Relation.EQ, left, right);
      if (equal instanceof Compare compare) {
        Optional<Boolean> decided = ranges().decide(compare);
        if (decided.isPresent()) {
          return decided.get();
        }
      } else {
        return equal == pool.truth();
      }
      for (Index index : lastFirst()) {
        Optional<Expr> found = IndexRanges.solution(pool, left, right, index);
        if (found.isPresent()) {
          Axis gone = axes.remove(index);
          Expr solution = found.get();
          Substitution at = new Substitution(pool, Map.of(index, solution));
          solutions.replaceAll((key, value) -> at.apply(value));
          solutions.put(index, solution);
          return confine(ranges().within(solution, gone));
        }
      }
      guards.add(equal);
      return true;
    }

    private List<Index> lastFirst() {
      List<Index> indices = new ArrayList<>(axes.keySet());
      Collections.reverse(indices);
      return indices;
    }

    /** Takes a condition into the ranges, or notes it. */
    private boolean confine(Expr condition) {
      for (Expr part : conjuncts(condition)) {
        if (part == pool.falsehood()) {
          return false;
        }
        boolean isRange = false;
        for (Index index : lastFirst()) {
          Axis axis = axes.get(index);
          Optional<Axis> narrowed = ranges().narrowed(axis, part).filter(this::isAllowed);
          if (narrowed.isPresent()) {
            axes.put(axis.index(), narrowed.get());
            isRange = true;
            break;
          }
        }
        if (!isRange) {
          guards.add(part);
        }
      }
      return true;
    }

    /** A limit is of the loops outside only. */
    private boolean isAllowed(Axis axis) {
      Set<Index> inLimits = new LinkedHashSet<>(free.of(axis.lower()));
      inLimits.addAll(free.of(axis.upper()));
      List<Index> loops = List.copyOf(axes.keySet());
      return isRectangular
          ? inLimits.isEmpty()
          : loops.subList(0, loops.indexOf(axis.index())).containsAll(inLimits);
    }

    Expr at(Expr element) {
      Expr there = new Substitution(pool, solutions).apply(element);
      return new IndexAlgebra(pool, ranges()).normalize(there);
    }

    Overlay overlay(Set<Delta> active, Expr value) {
      Substitution at = new Substitution(pool, solutions);
      List<Expr> subscripts = block.axes().stream().map(axis -> at.apply(axis.index())).toList();
      return new Overlay(active, List.copyOf(axes.values()), guard(), subscripts, value);
    }

    private Expr guard() {
      return pool.logic(Logic.Connective.AND, guards);
    }

    /**
     * The first part without the indices at which a condition on them makes it 0, as everything is
     * before the first part. A condition on values stays in the part, where it is evaluated.
     */
    Overlay narrowed(Overlay part) {
      if (!(part.value() instanceof Select select) || select.whenFalse() != pool.zero()) {
        return part;
      }
      List<Expr> ofValues = new ArrayList<>();
      for (Expr condition : conjuncts(select.condition())) {
        if (readsValues(condition)) {
          ofValues.add(condition);
        } else if (!confine(condition)) {
          return part;
        }
      }
      Expr inside =
          pool.select(pool.logic(Logic.Connective.AND, ofValues), select.whenTrue(), pool.zero());
      return new Overlay(
          part.active(), List.copyOf(axes.values()), guard(), part.subscripts(), inside);
    }
  }
}
