package dev.nabla.batch;

/** The generated code of a tape for a block. */
@FunctionalInterface
interface BlockCode {
  /**
   * Evaluates every step of the tape.
   *
   * @param block the slots, and the outputs that are evaluated
   * @param points how many points, a multiple of the number of lanes
   * @param starts where each output starts in the block
   */
  void run(double[] block, int points, int[] starts);
}
