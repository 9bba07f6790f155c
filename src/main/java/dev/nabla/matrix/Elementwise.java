package dev.nabla.matrix;

import dev.nabla.expr.Apply;
import dev.nabla.expr.ArrayApply;
import dev.nabla.expr.Compare;
import dev.nabla.expr.Constant;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Index;
import dev.nabla.expr.Num;
import dev.nabla.expr.Power;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Reduce;
import dev.nabla.expr.Select;
import dev.nabla.expr.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Leaves, and what a function makes of each element of an array. */
final class Elementwise {
  private final Recognition recognition;
  private final MatrixAlgebra algebra;
  private final Scope scope;
  private final Map<Symbol, List<Expr>> arraySizes;
  private final WholeArrays wholeArrays;

  Elementwise(
      Recognition recognition,
      MatrixAlgebra algebra,
      Scope scope,
      Map<Symbol, List<Expr>> arraySizes) {
    this.recognition = recognition;
    this.algebra = algebra;
    this.scope = scope;
    this.arraySizes = arraySizes;
    this.wholeArrays = new WholeArrays(recognition, algebra, scope);
  }

  Optional<Indexed> of(Expr expr) {
    if (expr instanceof Num num) {
      return Optional.of(Indexed.scalar(MatrixAlgebra.numeral(num.value())));
    }
    if (expr instanceof Constant) {
      return Optional.of(Indexed.scalar(new MatrixForm.ScalarExpression(expr)));
    }
    if (expr instanceof Element element) {
      return element(element);
    }
    if (expr instanceof Power power) {
      return each(power.children(), operands -> algebra.power(operands.get(0), operands.get(1)));
    }
    if (expr instanceof Apply apply) {
      return each(apply.arguments(), operands -> algebra.call(apply.function(), operands));
    }
    if (expr instanceof Select select) {
      return select(select);
    }
    if (expr instanceof ArrayApply apply) {
      return wholeArrays.ofFunction(apply);
    }
    if (expr instanceof Reduce reduce) {
      return wholeArrays.ofReduction(reduce);
    }
    return Optional.empty();
  }

  /** x[i], A[i, j], and A[i, i], A[2, j]. */
  private Optional<Indexed> element(Element element) {
    if (element.indices().isEmpty()) {
      return Optional.of(Indexed.scalar(new MatrixForm.ScalarExpression(element)));
    }
    List<Expr> sizes = arraySizes.get(element.symbol());
    if (sizes == null) {
      throw new IllegalArgumentException("no sizes of '" + element.symbol().name() + "'");
    }
    List<Index> indices = new ArrayList<>();
    List<Optional<Expr>> positions = new ArrayList<>();
    for (int d = 0; d < sizes.size(); d++) {
      Expr position = element.indices().get(d);
      if (position instanceof Index index && scope.sizes().get(index) == sizes.get(d)) {
        indices.add(index);
        positions.add(Optional.empty());
      } else if (scope.freeIndices(position).isEmpty()) {
        positions.add(Optional.of(position));
      } else {
        return Optional.empty();
      }
    }
    if (indices.isEmpty()) {
      return Optional.of(Indexed.scalar(new MatrixForm.ScalarExpression(element)));
    }
    if (indices.size() > 2) {
      return Optional.empty();
    }
    Expr rows = scope.sizes().get(indices.get(0));
    Shape shape =
        indices.size() == 1
            ? Shape.column(rows)
            : Shape.matrix(rows, scope.sizes().get(indices.get(1)));
    MatrixForm array = new MatrixForm.Array(element.symbol(), List.copyOf(positions), shape);
    return Optional.of(
        indices.size() == 2 && indices.get(0) == indices.get(1)
            ? new Indexed(indices.subList(0, 1), algebra.diagonalPart(array))
            : new Indexed(List.copyOf(indices), array));
  }

  /** operation(operands), each spread over all indices. */
  private Optional<Indexed> each(
      List<Expr> operands, Function<List<MatrixForm>, MatrixForm> operation) {
    List<Indexed> arrays = new ArrayList<>();
    for (Expr operand : operands) {
      Optional<Indexed> array = recognition.of(operand);
      if (array.isEmpty()) {
        return Optional.empty();
      }
      arrays.add(array.get());
    }
    return Recognition.indices(arrays)
        .map(
            indices ->
                new Indexed(
                    indices,
                    operation.apply(
                        arrays.stream()
                            .map(array -> recognition.spread(array, indices))
                            .toList())));
  }

  /** if a &lt; b then p else q, with numbers p and q, is q + (p − q)·[a &lt; b]. */
  private Optional<Indexed> select(Select select) {
    if (scope.freeIndices(select).isEmpty()
        || !(select.condition() instanceof Compare compare)
        || !(select.whenTrue() instanceof Num whenTrue)
        || !(select.whenFalse() instanceof Num whenFalse)) {
      return Optional.empty();
    }
    Rational jump = whenTrue.value().subtract(whenFalse.value());
    return each(
        compare.children(),
        sides ->
            algebra.plus(
                algebra.scale(
                    jump, algebra.indicator(compare.relation(), sides.get(0), sides.get(1))),
                MatrixAlgebra.numeral(whenFalse.value())));
  }
}
