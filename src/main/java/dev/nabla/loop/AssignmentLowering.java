package dev.nabla.loop;

import dev.nabla.array.Step;
import dev.nabla.expr.Axis;
import java.util.List;
import java.util.Optional;

/** target[subscripts] := value over axes, as loops. */
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
      List<Axis> axes,
      NestBuilder nest,
      Values values,
      RowPlan plan,
      Places places) {
    this.assignment = assignment;
    this.axes = axes;
    this.nest = nest;
    this.values = values;
    this.facts = nest.facts();
    this.plan = plan;
    this.places = places;
  }

  List<Axis> axes() {
    return axes;
  }

  /** The loops inside so many outer ones; the guard stands as far outside as it can. */
  void loops(int depth) {
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
    Addresses.Address address = values.addresses().of(assignment.target(), assignment.subscripts());
    nest.add(new Statement.Store(address.array(), address.position(), value));
  }
}
