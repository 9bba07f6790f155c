package dev.nabla.compile;

import dev.nabla.function.ElementaryFunction;
import java.util.List;

/** A class file and what belongs to it. */
final class TapeClass {
  private final byte[] bytes;
  private final int largestMethod;
  private final double[] scratch;
  private final List<ElementaryFunction> functions;

  TapeClass(byte[] bytes, int largestMethod, double[] scratch, List<ElementaryFunction> functions) {
    this.functions = List.copyOf(functions);
    this.bytes = bytes;
    this.largestMethod = largestMethod;
    this.scratch = scratch;
  }

  /** The functions that it calls, by their positions. */
  List<ElementaryFunction> functions() {
    return functions;
  }

  byte[] bytes() {
    return bytes;
  }

  /** The size of the largest method's code in bytes. */
  int largestMethod() {
    return largestMethod;
  }

  /** The scratch array as a thread first gets it; empty if the class needs none. */
  double[] scratch() {
    return scratch;
  }
}
