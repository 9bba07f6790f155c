package dev.nabla.loop;

import dev.nabla.array.ArrayProgram;
import dev.nabla.array.Step;
import dev.nabla.expr.ArrayFunction;
import dev.nabla.expr.ExprPool;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lowers an array program at given sizes to nests of loops. */
final class Lowering {
  private final ExprPool pool;
  private final Places places;
  private final PackedArrays packed;
  private final Functions functions = new Functions();
  private final List<Action> actions = new ArrayList<>();

  private Lowering(ArrayProgram program) {
    pool = program.pool();
    places = new Places(program.arrays());
    packed = new PackedArrays(pool, places);
  }

  static LoopProgram lower(ArrayProgram program, Map<String, Integer> sizes) {
    ArrayProgram sized = Sizes.substitute(program, sizes);
    Lowering lowering = new Lowering(sized);
    lowering.addAll(sized.steps());
    return Alignment.apply(
        new LoopProgram(
            List.copyOf(lowering.actions), lowering.functions.all(), lowering.places.layout()));
  }

  private void addAll(List<Step> steps) {
    Fusion fusion = new Fusion(pool, places);
    int i = 0;
    while (i < steps.size()) {
      Step step = steps.get(i);
      i++;
      if (step instanceof Step.Assignment whole) {
        List<Step.Assignment> parts = LargeValues.split(pool, places, whole);
        parts.subList(0, parts.size() - 1).forEach(part -> add(List.of(part)));
        Step.Assignment assignment = parts.get(parts.size() - 1);
        List<Step.Assignment> group = new ArrayList<>(List.of(assignment));
        while (i < steps.size() && fusion.fused(assignment, steps.get(i)).isPresent()) {
          group.add(fusion.fused(assignment, steps.get(i)).get());
          i++;
        }
        add(group);
      } else {
        actions.add(factorisation((Step.MatrixFunction) step));
      }
      packed.written(step.target());
    }
  }

  private void add(List<Step.Assignment> group) {
    Nest nest = NestLowering.lower(group, pool, places, packed, functions);
    // The copies that the nest reads are made ahead of it.
    packed.takePending().forEach(copy -> add(List.of(copy)));
    actions.add(nest);
  }

  private Factorisation factorisation(Step.MatrixFunction step) {
    Place source = places.of(step.source());
    Place target = places.of(step.target());
    String name = step.source().name();
    List<Integer> sizes = source.sizes();
    if (sizes.size() != 2 || !sizes.get(0).equals(sizes.get(1))) {
      throw new IllegalArgumentException(
          step.function().text() + " of '" + name + "', which is not a square matrix: " + sizes);
    }
    boolean isKnown =
        step.function() == ArrayFunction.INVERSE || step.function() == ArrayFunction.DETERMINANT;
    if (!isKnown) {
      throw new IllegalArgumentException(step.function().text() + " is no function of a matrix");
    }
    List<Integer> expected = step.function() == ArrayFunction.INVERSE ? sizes : List.of();
    if (!target.sizes().equals(expected)) {
      throw new IllegalArgumentException(
          step.function().text()
              + " of '"
              + name
              + "' has sizes "
              + expected
              + ", not those of '"
              + step.target().name()
              + "': "
              + target.sizes());
    }
    return new Factorisation(step.function(), source, target, name);
  }
}
