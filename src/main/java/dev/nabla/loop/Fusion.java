package dev.nabla.loop;

import dev.nabla.array.Step;
import dev.nabla.expr.Axis;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.expr.Substitution;
import dev.nabla.expr.Symbol;
import dev.nabla.expr.Traversal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Assignments to rows of one array that may share their outer loop, so that a row is still in the
 * cache when the next one corrects it, as the diagonal of a Jacobian does.
 */
final class Fusion {
  private final ExprPool pool;
  private final Places places;
  private int renamings;

  Fusion(ExprPool pool, Places places) {
    this.pool = pool;
    this.places = places;
  }

  /** The next assignment with the outer index of the first one, if both may share the loop. */
  Optional<Step.Assignment> fused(Step.Assignment first, Step next) {
    if (!(next instanceof Step.Assignment second)
        || !first.target().equals(second.target())
        || first.guard() != pool.truth()
        || second.guard() != pool.truth()
        || first.axes().size() < 2
        || second.axes().isEmpty()
        || reads(first, first.target())
        || reads(second, first.target())) {
      return Optional.empty();
    }
    Axis outer = AxisOrder.of(first, places).get(0);
    Axis other = AxisOrder.of(second, places).get(0);
    int row = first.subscripts().indexOf(outer.index());
    boolean sameRows =
        row >= 0
            && second.subscripts().get(row) == other.index()
            && outer.lower() == other.lower()
            && outer.upper() == other.upper();
    return sameRows ? Optional.of(renamed(second, other.index(), outer.index())) : Optional.empty();
  }

  private static boolean reads(Step.Assignment assignment, Symbol array) {
    List<Expr> roots = new ArrayList<>(assignment.subscripts());
    roots.add(assignment.value());
    return Traversal.postOrder(roots).stream()
        .anyMatch(node -> node instanceof Element element && element.symbol().equals(array));
  }

  /** The assignment over the shared index; its other indices get names of their own. */
  private Step.Assignment renamed(Step.Assignment assignment, Index from, Index shared) {
    renamings++;
    Map<Index, Index> names = new HashMap<>();
    for (Axis axis : assignment.axes()) {
      // The blank keeps the name apart from all that others choose.
      names.put(axis.index(), pool.index("fused " + renamings + axis.index().name()));
    }
    names.put(from, shared);
    Substitution renaming = new Substitution(pool, names);
    return new Step.Assignment(
        assignment.target(),
        assignment.axes().stream()
            .map(
                axis ->
                    new Axis(
                        names.get(axis.index()),
                        renaming.apply(axis.lower()),
                        renaming.apply(axis.upper())))
            .toList(),
        assignment.guard(),
        assignment.subscripts().stream().map(renaming::apply).toList(),
        renaming.apply(assignment.value()));
  }
}
