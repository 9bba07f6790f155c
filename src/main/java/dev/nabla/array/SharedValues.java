package dev.nabla.array;

import dev.nabla.expr.Axis;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.expr.Num;
import dev.nabla.expr.Substitution;
import dev.nabla.expr.Symbol;
import dev.nabla.expr.Traversal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * a[i] := u; b[i] := u becomes a[i] := u; b[i] := a[i]: what a symmetric matrix holds twice is
 * computed once. Indices are compared by what they run over: b[i − 1] := x[i − 1] for i = 2..n is
 * b[i] := x[i] for i = 1..n − 1.
 */
final class SharedValues {
  private final ExprPool pool;
  private final Map<List<Object>, Step.Assignment> known = new HashMap<>();

  private SharedValues(ExprPool pool) {
    this.pool = pool;
  }

  /** The steps, each with a value that an earlier one has reading it there. */
  static List<Step> apply(ExprPool pool, List<Step> steps) {
    SharedValues shared = new SharedValues(pool);
    return steps.stream().map(shared::shared).toList();
  }

  private Step shared(Step step) {
    Optional<Step.Assignment> usual =
        step instanceof Step.Assignment assignment ? usual(assignment) : Optional.empty();
    Optional<Step.Assignment> read = usual.flatMap(this::known);
    forget(step.target());
    usual
        .filter(one -> !reads(one.value(), one.target()))
        .ifPresent(one -> known.putIfAbsent(key(one), one));
    return read.isPresent() ? read.get() : step;
  }

  private Optional<Step.Assignment> known(Step.Assignment usual) {
    return Optional.ofNullable(known.get(key(usual)))
        .map(
            source ->
                new Step.Assignment(
                    usual.target(),
                    usual.axes(),
                    usual.guard(),
                    usual.subscripts(),
                    pool.element(source.target(), source.subscripts())));
  }

  private static List<Object> key(Step.Assignment usual) {
    return List.of(usual.axes(), usual.value());
  }

  private void forget(Symbol array) {
    known
        .values()
        .removeIf(written -> written.target().equals(array) || reads(written.value(), array));
  }

  private static boolean reads(Expr value, Symbol array) {
    return Traversal.postOrder(value).stream()
        .anyMatch(node -> node instanceof Element element && element.symbol().equals(array));
  }

  /** The assignment over i₁, i₂, … where its subscripts are these; none if nothing is computed. */
  private Optional<Step.Assignment> usual(Step.Assignment step) {
    boolean isComputed = !(step.value() instanceof Element || step.value() instanceof Num);
    if (!isComputed || step.axes().isEmpty() || step.guard() != pool.truth()) {
      return Optional.empty();
    }
    Map<Expr, Expr> images = new HashMap<>();
    List<Axis> axes = new ArrayList<>();
    for (Axis axis : step.axes()) {
      Index index = pool.index("shared " + axes.size());
      Optional<Expr> offset =
          step.subscripts().stream()
              .map(subscript -> pool.subtract(subscript, axis.index()))
              .filter(Num.class::isInstance)
              .findFirst();
      if (offset.isEmpty() || !isNumber(axis.lower()) || !isNumber(axis.upper())) {
        return Optional.empty();
      }
      images.put(axis.index(), pool.subtract(index, offset.get()));
      axes.add(
          new Axis(
              index, pool.sum(axis.lower(), offset.get()), pool.sum(axis.upper(), offset.get())));
    }
    Substitution at = new Substitution(pool, images);
    return Optional.of(
        new Step.Assignment(
            step.target(),
            axes,
            step.guard(),
            step.subscripts().stream().map(at::apply).toList(),
            at.apply(step.value())));
  }

  private static boolean isNumber(Expr expr) {
    return expr instanceof Num;
  }
}
