package dev.nabla.tape;

import dev.nabla.array.SparsityPattern;
import java.util.List;

/**
 * A tape of a sparse matrix of derivatives.
 *
 * @param tape the instructions
 * @param pattern where the entries stand, row by row; partial k of a sparse tape is the k-th
 * @param stages the operations after each stage of its making
 */
public record JacobianTape(Tape tape, SparsityPattern pattern, List<Stage> stages) {
  /**
   * What one stage left.
   *
   * @param name what it did
   * @param operations the operations that the outputs need after it
   */
  public record Stage(String name, OperationCount operations) {}
}
