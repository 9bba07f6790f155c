package dev.nabla.batch;

/** The generated code of a tape for a block. */
@FunctionalInterface
interface BlockCode {
  /**
   * Evaluates every step of the tape.
   *
   * @param block the slots
   * @param points how many points, a multiple of the number of lanes
   * @param values takes the values that are evaluated
   * @param partials takes the partials that are evaluated
   * @param starts where each output starts in its array
   */
  void run(double[] block, int points, double[] values, double[] partials, int[] starts);
}
