package dev.nabla.loop;

import java.util.Locale;

/** What can be wrong with data that are used as subscripts. */
final class Failures {
  private Failures() {}

  /** The integer that a double is; a clear error if it is none. */
  static int whole(double value, String array) {
    int integer = (int) value;
    if (integer != value) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "%s is used as a subscript, but %s is no integer", array, value));
    }
    return integer;
  }

  /** A clear error unless 1 ≤ subscript ≤ size. */
  static void check(int subscript, int size, String text) {
    if (subscript < 1 || subscript > size) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%s is %d, which is not in 1..%d", text, subscript, size));
    }
  }
}
