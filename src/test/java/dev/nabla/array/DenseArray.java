package dev.nabla.array;

import java.util.List;

/**
 * An array of numbers, row-major; indices count from 1.
 *
 * @param shape the size of each axis; empty for a scalar
 * @param values as many as the product of the sizes
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
public record DenseArray(List<Integer> shape, double[] values) {
  /** The element, or an error that names the array where an index is outside its axis. */
  double at(String name, List<Integer> indices) {
    int position = 0;
    for (int d = 0; d < shape.size(); d++) {
      int index = indices.get(d);
      if (index < 1 || index > shape.get(d)) {
        throw new IndexOutOfBoundsException(name + indices + " is outside " + shape);
      }
      position = position * shape.get(d) + index - 1;
    }
    return values[position];
  }
}
