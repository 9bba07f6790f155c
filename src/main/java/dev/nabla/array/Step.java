package dev.nabla.array;

import dev.nabla.expr.ArrayFunction;
import dev.nabla.expr.Axis;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Symbol;
import java.util.List;

/** One step of an {@link ArrayProgram}. */
public sealed interface Step {
  /** The array that the step writes. */
  Symbol target();

  /**
   * target[subscripts] := value for every tuple of the axes' indices at which the guard holds. An
   * axis' limits may depend on the indices of the axes before it. No two tuples write one element.
   *
   * @param target the array written
   * @param axes the indices and their ranges, outermost first
   * @param guard a condition on the indices; the pool's truth where there is none
   * @param subscripts the element written, in terms of the indices and of inputs used as indices
   * @param value its value, of the inputs and of arrays written by earlier steps
   */
  record Assignment(Symbol target, List<Axis> axes, Expr guard, List<Expr> subscripts, Expr value)
      implements Step {}

  /**
   * target := function(source), for an inverse or a determinant of a square matrix.
   *
   * @param target the array written: a matrix, or a scalar
   * @param function INVERSE or DETERMINANT
   * @param source the matrix
   */
  record MatrixFunction(Symbol target, ArrayFunction function, Symbol source) implements Step {}
}
