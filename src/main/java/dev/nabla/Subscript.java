package dev.nabla;

import dev.nabla.expr.Element;
import dev.nabla.resolve.ScalarFunction;
import java.util.List;
import java.util.Locale;

/**
 * An input that is used as an index.
 *
 * @param input its position among the inputs
 * @param name its name
 * @param size the largest index
 */
record Subscript(int input, String name, int size) {
  /** The inputs of a function that are used as indices. */
  static List<Subscript> of(ScalarFunction function) {
    return function.subscripts().entrySet().stream()
        .map(
            subscript -> {
              Element input = function.inputs().get(subscript.getKey());
              String name = MatrixLabels.of(input).text();
              return new Subscript(subscript.getKey(), name, subscript.getValue());
            })
        .toList();
  }

  /** A clear error unless the value is one of 1, 2, …, size: no element is chosen by another. */
  void check(double value) {
    if (value != Math.rint(value) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "%s is used as a subscript, but %s is no integer", name, value));
    }
    if (value < 1 || value > size) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%s is %.0f, which is not in 1..%d", name, value, size));
    }
  }
}
