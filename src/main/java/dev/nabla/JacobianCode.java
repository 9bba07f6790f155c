package dev.nabla;

import dev.nabla.array.SparsityPattern;
import dev.nabla.check.ConditionEstimate;
import dev.nabla.diff.SparseRow;
import dev.nabla.expr.Expr;
import dev.nabla.resolve.ScalarFunction;
import dev.nabla.simplify.CheapestForms;
import dev.nabla.simplify.StableForms;
import dev.nabla.tape.ErrorBound;
import dev.nabla.tape.JacobianTape;
import dev.nabla.tape.Partial;
import dev.nabla.tape.Tape;
import dev.nabla.tape.TapeBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The code of values and a Jacobian: one tape for both, in forms that doubles evaluate stably and
 * that together need the fewest operations.
 */
final class JacobianCode {
  private final int inputCount;
  private final List<Subscript> subscripts;
  private final int rowCount;
  private final int columnCount;
  private final int[] positions;
  private final Tape tape;

  /**
   * Code for the cheapest of some forms.
   *
   * @param forms the rows of the matrix in one or several forms, those to read first
   */
  JacobianCode(
      ScalarFunction function, List<Expr> values, List<List<SparseRow>> forms, int columns) {
    List<SparseRow> rows = forms.get(0);
    inputCount = function.inputs().size();
    subscripts = Subscript.of(function);
    rowCount = rows.size();
    columnCount = columns;
    List<Expr> roots = new ArrayList<>(values);
    roots.addAll(CheapestForms.choose(values, forms.stream().map(JacobianCode::entries).toList()));
    List<Expr> stable = new StableForms(function.pool()).apply(roots);
    List<Partial> partials = partials(rows, stable.subList(values.size(), stable.size()));
    positions = partials.stream().mapToInt(Partial::position).toArray();
    tape =
        TapeBuilder.build(
            List.copyOf(function.inputs()), stable.subList(0, values.size()), partials);
  }

  /**
   * Code that was derived operation by operation.
   *
   * @param derived values and the dense matrix
   */
  JacobianCode(ScalarFunction function, JacobianTape derived) {
    SparsityPattern pattern = derived.pattern();
    inputCount = function.inputs().size();
    subscripts = Subscript.of(function);
    rowCount = pattern.rowCount();
    columnCount = pattern.columnCount();
    positions =
        IntStream.range(0, pattern.count())
            .map(k -> pattern.row(k) * columnCount + pattern.column(k))
            .toArray();
    tape = derived.tape();
  }

  private static List<Expr> entries(List<SparseRow> rows) {
    return rows.stream().flatMap(row -> row.entries().stream()).toList();
  }

  private List<Partial> partials(List<SparseRow> rows, List<Expr> entries) {
    List<Partial> result = new ArrayList<>(entries.size());
    for (int i = 0; i < rows.size(); i++) {
      for (int p = 0; p < rows.get(i).size(); p++) {
        int position = Math.addExact(Math.multiplyExact(i, columnCount), rows.get(i).column(p));
        result.add(new Partial(position, entries.get(result.size())));
      }
    }
    return result;
  }

  Tape tape() {
    return tape;
  }

  JacobianEvaluator compile() {
    return new JacobianEvaluator(
        tape,
        new EvaluatorShape(inputCount, subscripts, rowCount, columnCount, true, Optional.empty()));
  }

  /** What rounding alone can do to the evaluator, as absolute errors. */
  ConditionEstimate roundingBounds() {
    ErrorBound bound = new ErrorBound(tape);
    return inputs -> {
      ErrorBound.Result result = bound.at(inputs);
      List<Double> values = IntStream.range(0, rowCount).mapToObj(result::valueError).toList();
      List<Double> bounds = new ArrayList<>(Collections.nCopies(rowCount * columnCount, 0.0));
      for (int position : positions) {
        bounds.set(position, result.partialError(position));
      }
      return new ConditionEstimate.Bounds(values, bounds);
    };
  }
}
