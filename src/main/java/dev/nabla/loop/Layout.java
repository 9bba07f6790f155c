package dev.nabla.loop;

import java.util.List;

/**
 * The arrays that a program of known sizes works on.
 *
 * <p>A scratch array of two or more axes is an array of rows: the just-in-time compiler vectorises
 * a loop over rows only if they all start at the same position.
 *
 * @param buffers the smallest lengths of the inputs, the seed, the values and the partials
 * @param flats the lengths of the scratch arrays of one axis or none
 * @param matrices the shapes of the scratch arrays of rows
 */
record Layout(List<Integer> buffers, List<Integer> flats, List<Shape> matrices) {
  /** The registers of arrays below this one are the caller's arrays, those from it on the flats. */
  static final int FIRST_FLAT = 4;

  /** The number of rows and their length. */
  record Shape(int rows, int columns) {}
}
