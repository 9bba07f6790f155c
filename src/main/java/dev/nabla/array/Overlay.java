package dev.nabla.array;

import dev.nabla.expr.Axis;
import dev.nabla.expr.Delta;
import dev.nabla.expr.Expr;
import java.util.List;
import java.util.Set;

/**
 * The elements of a block at which some of its deltas are 1: there the block is {@code value}.
 *
 * @param active the deltas that are 1; none for the block at large
 * @param axes the loops that reach each element once
 * @param guard a condition on the indices that the ranges could not take in
 * @param subscripts the element: one subscript for each axis of the block
 * @param value the block there
 */
public record Overlay(
    Set<Delta> active, List<Axis> axes, Expr guard, List<Expr> subscripts, Expr value) {
  public Overlay {
    active = Set.copyOf(active);
    axes = List.copyOf(axes);
    subscripts = List.copyOf(subscripts);
  }
}
