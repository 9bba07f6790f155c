package dev.nabla.batch;

/** Evaluates one block of a batch; thread-safe. */
interface BlockEvaluation {
  /** The most points of a block. */
  int blockSize();

  /** Writes the results of points first, …, first + points − 1. */
  void evaluate(Batch batch, int first, int points);
}
