package dev.nabla;

import dev.nabla.array.SparsityPattern;
import java.util.List;
import java.util.Optional;

/**
 * What an evaluator reads and writes.
 *
 * @param inputCount the number of inputs
 * @param subscripts the inputs that are used as indices
 * @param rowCount the rows of the matrix
 * @param columnCount the columns of the matrix
 * @param withValues whether values are written besides partials
 * @param pattern where the partials stand in the matrix; empty for the dense one
 */
record EvaluatorShape(
    int inputCount,
    List<Subscript> subscripts,
    int rowCount,
    int columnCount,
    boolean withValues,
    Optional<SparsityPattern> pattern) {

  int valueCount() {
    return withValues ? rowCount : 0;
  }

  int partialCount() {
    return pattern
        .map(SparsityPattern::count)
        .orElseGet(() -> Math.multiplyExact(rowCount, columnCount));
  }
}
