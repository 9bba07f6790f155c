package dev.nabla.loop;

import dev.nabla.array.Step;
import dev.nabla.expr.Axis;
import dev.nabla.expr.ExprPool;
import java.util.List;

/** Assignments that share their outer loop, or a single one, as a nest of loops. */
final class NestLowering {
  private final NestBuilder nest;
  private final Values values;
  private final Places places;
  private final Packing packing;

  private NestLowering(ExprPool pool, Places places, PackedArrays packed, Functions functions) {
    Indices indices = new Indices();
    Facts facts = new Facts(pool, indices, places);
    this.nest = new NestBuilder(indices, facts);
    this.places = places;
    this.packing = new Packing(facts, packed);
    this.values = new Values(nest, places, packing, functions);
  }

  static Nest lower(
      List<Step.Assignment> group,
      ExprPool pool,
      Places places,
      PackedArrays packed,
      Functions functions) {
    NestLowering lowering = new NestLowering(pool, places, packed, functions);
    List<AssignmentLowering> parts = group.stream().map(lowering::part).toList();
    if (parts.size() == 1) {
      parts.get(0).loops(0);
    } else {
      Axis shared = parts.get(0).axes().get(0);
      lowering.nest.loop(
          shared.index(),
          lowering.values.addresses().integer(shared.lower()),
          lowering.values.addresses().integer(shared.upper()),
          () -> parts.forEach(part -> part.loops(1)));
    }
    return lowering.nest.build();
  }

  private AssignmentLowering part(Step.Assignment assignment) {
    List<Axis> axes = AxisOrder.of(assignment, places);
    axes.forEach(axis -> nest.indices().declare(axis.index(), axis.lower(), axis.upper()));
    RowPlan plan = new RowPlan(nest.facts(), nest.indices(), places, packing, axes);
    return new AssignmentLowering(assignment, axes, nest, values, plan, places);
  }
}
