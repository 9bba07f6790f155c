package dev.nabla.matrix;

import dev.nabla.expr.Index;
import java.util.List;

/**
 * What an expression is in whole arrays: with the indices i and j a matrix whose element is [i, j],
 * with the index i a column, without one a scalar.
 *
 * @param indices the indices that the expression depends on, two at most
 * @param form the array over them
 */
record Indexed(List<Index> indices, MatrixForm form) {
  /** The array, or the number 0, which needs no indices. */
  Indexed {
    indices = form.isScalar() ? List.of() : List.copyOf(indices);
  }

  static Indexed scalar(MatrixForm form) {
    return new Indexed(List.of(), form);
  }
}
