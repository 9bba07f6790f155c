package dev.nabla.loop;

import dev.nabla.array.Step;
import dev.nabla.expr.Axis;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Traversal;
import java.util.ArrayList;
import java.util.List;

/** The order of an assignment's loops: the axis along which neighbours are stored is innermost. */
final class AxisOrder {
  private AxisOrder() {}

  static List<Axis> of(Step.Assignment assignment, Places places) {
    List<Axis> axes = assignment.axes();
    Place place = places.of(assignment.target());
    for (int d = assignment.subscripts().size() - 1; d >= 0; d--) {
      if (isContiguous(place, d)) {
        for (int a = 0; a < axes.size(); a++) {
          if (axes.get(a).index() == assignment.subscripts().get(d) && isFree(axes, a)) {
            return Packing.withLast(axes, a);
          }
        }
      }
    }
    return axes;
  }

  private static boolean isContiguous(Place place, int axis) {
    return place instanceof Place.Flat flat
        ? flat.strides().get(axis) == 1
        : axis == place.sizes().size() - 1;
  }

  /** Whether no other axis' limits depend on this one. */
  private static boolean isFree(List<Axis> axes, int position) {
    List<Expr> limits = new ArrayList<>();
    for (Axis axis : axes.subList(position + 1, axes.size())) {
      limits.add(axis.lower());
      limits.add(axis.upper());
    }
    Expr index = axes.get(position).index();
    return !Traversal.postOrder(limits).contains(index);
  }
}
