package dev.nabla.batch;

/** Evaluates one block of a batch; thread-safe. */
interface BlockEvaluation {
  /** The most points of a block. */
  int blockSize();

  /** Writes the results of points first, …, first + points − 1. */
  void evaluate(Batch batch, int first, int points);

  /** How many numbers of a point are always 0, and left out by blocks where points are by slot. */
  int zeroCount();

  /** Writes one of these numbers for all points. */
  void clearSlot(Batch batch, int zero);
}
