package dev.nabla.batch;

/** The generated code of a tape for a block. */
@FunctionalInterface
interface BlockCode {
  /**
   * Evaluates every slot that is no input.
   *
   * @param block the slots
   * @param points how many points, a multiple of the number of lanes
   */
  void run(double[] block, int points);
}
