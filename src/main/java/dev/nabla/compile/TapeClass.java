package dev.nabla.compile;

/** A class file and what belongs to it. */
final class TapeClass {
  private final byte[] bytes;
  private final int largestMethod;
  private final double[] scratch;

  TapeClass(byte[] bytes, int largestMethod, double[] scratch) {
    this.bytes = bytes;
    this.largestMethod = largestMethod;
    this.scratch = scratch;
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
