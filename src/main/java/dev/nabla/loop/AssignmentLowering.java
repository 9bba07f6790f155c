package dev.nabla.loop;

import dev.nabla.array.Step;
import dev.nabla.expr.Axis;
import dev.nabla.expr.ExprPool;
import java.util.List;
import java.util.Optional;

/** target[subscripts] := value over axes, as a nest of loops. */
final class AssignmentLowering {
  private final Step.Assignment assignment;
  private final List<Axis> axes;
  private final NestBuilder nest;
  private final Values values;
  private final RowPlan plan;
  private final Places places;
  private final Facts facts;

  AssignmentLowering(
      Step.Assignment assignment,
      ExprPool pool,
      Places places,
      PackedArrays packed,
      Functions functions) {
    this.assignment = assignment;
    this.axes = AxisOrder.of(assignment, places);
    Indices indices = new Indices();
    this.facts = new Facts(pool, indices, places);
    this.nest = new NestBuilder(indices, facts);
    Packing packing = new Packing(pool, packed);
    this.values = new Values(nest, places, packing, functions);
    axes.forEach(axis -> indices.declare(axis.index(), axis.lower(), axis.upper()));
    this.plan = new RowPlan(facts, indices, places, packing, axes);
    this.places = places;
  }

  Nest lower() {
    loops(0);
    return nest.build();
  }

  /** The loops from this depth on; the guard stands as far outside as it can. */
  private void loops(int depth) {
    if (assignment.guard() != facts.pool().truth() && guardDepth() == depth) {
      int condition = values.conditions().condition(assignment.guard());
      nest.branch(condition, () -> loopsInside(depth), () -> {});
    } else {
      loopsInside(depth);
    }
  }

  private void loopsInside(int depth) {
    if (depth == axes.size()) {
      store();
      return;
    }
    Axis axis = axes.get(depth);
    if (depth == axes.size() - 1 && guardDepth() <= depth) {
      Optional<Rows> rows = Rows.of(assignment, nest, values, plan, places);
      if (rows.isPresent()) {
        rows.get().store();
        return;
      }
    }
    nest.loop(
        axis.index(),
        values.addresses().integer(axis.lower()),
        values.addresses().integer(axis.upper()),
        () -> loops(depth + 1));
  }

  /** The number of loops around the guard. */
  private int guardDepth() {
    int depth = 0;
    for (int d = 0; d < axes.size(); d++) {
      if (facts.depends(assignment.guard(), axes.get(d).index())) {
        depth = d + 1;
      }
    }
    return depth;
  }

  private void store() {
    int value = values.number(assignment.value());
    Addresses.Address address =
        values.addresses().of(assignment.target(), assignment.subscripts());
    nest.add(new Statement.Store(address.array(), address.position(), value));
  }
}
