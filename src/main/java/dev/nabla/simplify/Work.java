package dev.nabla.simplify;

/**
 * What a simplification has done so far, in operations on terms and visits of nodes: a measure of
 * time that does not depend on the machine.
 */
final class Work {
  private long done;

  void add(long operations) {
    done += operations;
  }

  long done() {
    return done;
  }
}
