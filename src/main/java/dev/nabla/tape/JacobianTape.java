package dev.nabla.tape;

import java.util.List;

/**
 * A tape of a sparse matrix of derivatives: partial k of the tape is the entry at row rows[k],
 * column columns[k]; rows ascend, and within a row columns do.
 *
 * @param tape the instructions
 * @param rows the row of each partial
 * @param columns the column of each partial
 * @param stages the operations after each stage of its making
 */
public record JacobianTape(Tape tape, int[] rows, int[] columns, List<Stage> stages) {
  /**
   * What one stage left.
   *
   * @param name what it did
   * @param operations the operations that the outputs need after it
   */
  public record Stage(String name, OperationCount operations) {}
}
