package dev.nabla.loop;

import dev.nabla.expr.ArrayFunction;

/**
 * target := function(source) by an LU factorisation.
 *
 * @param function INVERSE or DETERMINANT
 * @param source the place of the square matrix
 * @param target the place of the result
 * @param name the name of the matrix
 */
record Factorisation(ArrayFunction function, Place source, Place target, String name)
    implements Action {
  /** The number of rows. */
  int size() {
    return source.sizes().get(0);
  }
}
