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
    sized.steps().forEach(lowering::add);
    return new LoopProgram(
        List.copyOf(lowering.actions), lowering.functions.all(), lowering.places.layout());
  }

  private void add(Step step) {
    if (step instanceof Step.Assignment assignment) {
      add(assignment);
    } else {
      actions.add(factorisation((Step.MatrixFunction) step));
    }
    packed.written(step.target());
  }

  private void add(Step.Assignment assignment) {
    Nest nest = new AssignmentLowering(assignment, pool, places, packed, functions).lower();
    // The copies that the nest reads are made ahead of it.
    packed.takePending().forEach(this::add);
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
          step.function().text() + " of '" + name + "' has sizes " + expected + ", not those of '"
              + step.target().name() + "': " + target.sizes());
    }
    return new Factorisation(step.function(), source, target, name);
  }
}
