package dev.nabla.matrix;

import dev.nabla.expr.ArrayApply;
import dev.nabla.expr.ArrayFunction;
import dev.nabla.expr.Axis;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Index;
import dev.nabla.expr.Reduce;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Functions of whole arrays, whose argument has a matrix form of its own. */
final class WholeArrays {
  private final Recognition recognition;
  private final MatrixAlgebra algebra;
  private final Scope scope;

  WholeArrays(Recognition recognition, MatrixAlgebra algebra, Scope scope) {
    this.recognition = recognition;
    this.algebra = algebra;
    this.scope = scope;
  }

  /** inv(A)[i, j], det(A), softmax(x)[i], logsumexp(x). */
  Optional<Indexed> ofFunction(ArrayApply apply) {
    for (Expr subscript : apply.subscripts()) {
      if (!(subscript instanceof Index)) {
        return Optional.empty();
      }
    }
    List<Index> subscripts = apply.subscripts().stream().map(Index.class::cast).toList();
    Optional<Scope.Opened> found = scope.open(apply.axes(), apply.body());
    if (found.isEmpty() || !fits(subscripts, apply.axes())) {
      return Optional.empty();
    }
    Scope.Opened opened = found.get();
    List<Index> outer = new ArrayList<>(scope.freeIndices(opened.body()));
    outer.removeAll(opened.indices());
    Optional<Indexed> argument = recognition.of(opened.body());
    if (argument.isEmpty()) {
      return Optional.empty();
    }
    if (outer.isEmpty()) {
      MatrixForm form = recognition.filled(argument.get(), opened.indices());
      return Optional.of(whole(apply.function(), form, subscripts));
    }
    if (apply.function() != ArrayFunction.SOFTMAX || outer.size() > 1) {
      return Optional.empty();
    }
    List<Index> axes = List.of(outer.get(0), opened.indices().get(0));
    MatrixForm rows =
        new MatrixForm.ArrayCall(ArrayFunction.SOFTMAX, recognition.filled(argument.get(), axes));
    return Optional.of(at(List.of(outer.get(0), subscripts.get(0)), rows));
  }

  private boolean fits(List<Index> subscripts, List<Axis> axes) {
    for (int d = 0; d < subscripts.size(); d++) {
      if (scope.sizes().get(subscripts.get(d)) != axes.get(d).upper()) {
        return false;
      }
    }
    return true;
  }

  private Indexed whole(ArrayFunction function, MatrixForm argument, List<Index> subscripts) {
    return switch (function) {
      case INVERSE -> at(subscripts, algebra.inverse(argument));
      case DETERMINANT -> Indexed.scalar(algebra.determinant(argument));
      case SOFTMAX, LOGSUMEXP ->
          new Indexed(subscripts, new MatrixForm.ArrayCall(function, argument));
    };
  }

  /** A matrix at two indices, which may be the same. */
  private Indexed at(List<Index> indices, MatrixForm matrix) {
    return indices.get(0) == indices.get(1)
        ? new Indexed(indices.subList(0, 1), algebra.diagonalPart(matrix))
        : new Indexed(indices, matrix);
  }

  /** ∏, max and min over all of an array. */
  Optional<Indexed> ofReduction(Reduce reduce) {
    MatrixForm.Folding folding =
        switch (reduce.operation()) {
          case SUM -> MatrixForm.Folding.SUM;
          case PRODUCT -> MatrixForm.Folding.PRODUCT;
          case MAX -> MatrixForm.Folding.MAX;
          case MIN -> MatrixForm.Folding.MIN;
        };
    if (!scope.freeIndices(reduce).isEmpty()) {
      return Optional.empty();
    }
    List<Axis> axes = new ArrayList<>();
    Expr body = reduce;
    while (body instanceof Reduce inner
        && inner.operation() == reduce.operation()
        && axes.size() < 2) {
      axes.add(new Axis(inner.index(), inner.lower(), inner.upper()));
      body = inner.body();
    }
    Optional<Scope.Opened> opened = scope.open(axes, body);
    return opened
        .flatMap(
            inside ->
                recognition
                    .of(inside.body())
                    .map(array -> recognition.filled(array, inside.indices())))
        .map(array -> Indexed.scalar(Folds.fold(folding, array)));
  }
}
