package dev.nabla.loop;

import dev.nabla.array.ArrayProgram;
import dev.nabla.array.ArrayStorage;
import dev.nabla.array.Step;
import dev.nabla.expr.Axis;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Substitution;
import dev.nabla.expr.Symbol;
import dev.nabla.expr.Traversal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** program[sizes := numbers]. */
final class Sizes {
  private final Substitution substitution;

  private Sizes(ExprPool pool, Map<Expr, Expr> numbers) {
    substitution = new Substitution(pool, numbers);
  }

  /**
   * The program with a number for each size that occurs.
   *
   * @throws IllegalArgumentException if a size has no value, or one below 1
   */
  static ArrayProgram substitute(ArrayProgram program, Map<String, Integer> sizes) {
    for (String name : new TreeSet<>(sizes.keySet())) {
      if (sizes.get(name) < 1) {
        throw new IllegalArgumentException(
            "size '" + name + "' is " + sizes.get(name) + ": a size is at least 1");
      }
    }
    Map<Expr, Expr> numbers = new HashMap<>();
    for (Expr expr : Traversal.postOrder(expressions(program))) {
      if (expr instanceof Element element
          && element.symbol().kind() == Symbol.Kind.DIMENSION
          && element.indices().isEmpty()) {
        String name = element.symbol().name();
        if (!sizes.containsKey(name)) {
          throw new IllegalArgumentException("size '" + name + "' has no value");
        }
        numbers.put(element, program.pool().num(sizes.get(name)));
      }
    }
    return new Sizes(program.pool(), numbers).apply(program);
  }

  private static List<Expr> expressions(ArrayProgram program) {
    List<Expr> all = new ArrayList<>();
    for (ArrayStorage storage : program.arrays()) {
      all.addAll(storage.sizes());
      all.add(storage.offset());
      all.addAll(storage.strides());
    }
    for (Step step : program.steps()) {
      if (step instanceof Step.Assignment assignment) {
        for (Axis axis : assignment.axes()) {
          all.add(axis.lower());
          all.add(axis.upper());
        }
        all.add(assignment.guard());
        all.addAll(assignment.subscripts());
        all.add(assignment.value());
      }
    }
    return all;
  }

  private ArrayProgram apply(ArrayProgram program) {
    return new ArrayProgram(
        program.pool(),
        program.arrays().stream().map(this::apply).toList(),
        program.steps().stream().map(this::apply).toList());
  }

  private ArrayStorage apply(ArrayStorage storage) {
    return new ArrayStorage(
        storage.symbol(),
        apply(storage.sizes()),
        storage.buffer(),
        substitution.apply(storage.offset()),
        apply(storage.strides()));
  }

  private List<Expr> apply(List<Expr> exprs) {
    return exprs.stream().map(substitution::apply).toList();
  }

  private Step apply(Step step) {
    return step instanceof Step.Assignment assignment
        ? new Step.Assignment(
            assignment.target(),
            assignment.axes().stream().map(this::apply).toList(),
            substitution.apply(assignment.guard()),
            apply(assignment.subscripts()),
            substitution.apply(assignment.value()))
        : step;
  }

  private Axis apply(Axis axis) {
    return new Axis(
        axis.index(), substitution.apply(axis.lower()), substitution.apply(axis.upper()));
  }
}
