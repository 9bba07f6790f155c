package dev.nabla.matrix;

import dev.nabla.expr.Rational;
import java.util.ArrayList;
import java.util.List;

/** Numbers made of whole arrays: sums of all elements, traces; and the diagonal of a matrix. */
final class Folds {
  private final MatrixAlgebra algebra;

  Folds(MatrixAlgebra algebra) {
    this.algebra = algebra;
  }

  private interface Linear {
    MatrixForm of(MatrixForm array);
  }

  /** f(c·A) = c·f(A). */
  private MatrixForm outside(Factors factors, Linear f) {
    List<MatrixForm> all = new ArrayList<>(factors.scalars());
    all.add(f.of(algebra.times(factors.arrays())));
    return algebra.scale(factors.coefficient(), algebra.times(all));
  }

  private static boolean isScaled(Factors factors) {
    return !factors.scalars().isEmpty() || !factors.coefficient().isOne();
  }

  /** 1ᵀ·A·1, or 1ᵀ·x. */
  MatrixForm sum(MatrixForm array) {
    Factors factors = Factors.of(array);
    if (isScaled(factors)) {
      return outside(factors, this::sum);
    }
    if (array instanceof MatrixForm.Ones ones) {
      List<MatrixForm> sizes = new ArrayList<>();
      ones.shape().rows().ifPresent(size -> sizes.add(MatrixAlgebra.size(size)));
      ones.shape().columns().ifPresent(size -> sizes.add(MatrixAlgebra.size(size)));
      return algebra.times(sizes);
    }
    if (array instanceof MatrixForm.Diagonal diagonal) {
      return sum(diagonal.column());
    }
    if (array instanceof MatrixForm.Identity identity) {
      return MatrixAlgebra.size(identity.size());
    }
    if (array instanceof MatrixForm.Transpose transpose) {
      return sum(transpose.operand());
    }
    if (array instanceof MatrixForm.DiagonalPart part) {
      return trace(part.matrix());
    }
    if (array.shape().isColumn() && factors.arrays().size() > 1) {
      return dot(factors.arrays());
    }
    if (array instanceof MatrixForm.Call call && call.function().name().equals("abs")) {
      if (array.shape().isColumn()) {
        return fold(MatrixForm.Folding.NORM1, call.arguments().get(0));
      }
    }
    if (array instanceof MatrixForm.Chain chain) {
      return ofChain(chain);
    }
    if (array instanceof MatrixForm.Power power && isTwo(power.exponent())) {
      MatrixForm base = power.base();
      return base.shape().isColumn()
          ? algebra.chain(algebra.transpose(base), base)
          : MatrixAlgebra.preferred(
              List.of(
                  fold(MatrixForm.Folding.SUM, array),
                  trace(algebra.chain(algebra.transpose(base), base))));
    }
    if (array.shape().isMatrix() && factors.arrays().size() == 2) {
      MatrixForm left = factors.arrays().get(0);
      MatrixForm right = factors.arrays().get(1);
      return MatrixAlgebra.preferred(
          List.of(
              fold(MatrixForm.Folding.SUM, array),
              trace(algebra.chain(algebra.transpose(left), right))));
    }
    return fold(MatrixForm.Folding.SUM, array);
  }

  /** The sum over A·1 is that over A; the sum over x·yᵀ is the product of two sums. */
  private MatrixForm ofChain(MatrixForm.Chain chain) {
    List<MatrixForm> links = chain.factors();
    int last = links.size() - 1;
    if (links.get(last) instanceof MatrixForm.Ones || links.get(0) instanceof MatrixForm.Ones) {
      List<MatrixForm> rest =
          links.subList(
              links.get(0) instanceof MatrixForm.Ones ? 1 : 0,
              links.get(last) instanceof MatrixForm.Ones ? last : last + 1);
      MatrixForm inner = rest.isEmpty() ? MatrixAlgebra.numeral(1) : algebra.chain(rest);
      if (rest.size() < links.size() && !rest.isEmpty()) {
        MatrixForm column = inner.shape().isRow() ? algebra.transpose(inner) : inner;
        return scaledByRemoved(chain, column);
      }
    }
    for (int i = 0; i < last; i++) {
      if (links.get(i).shape().isColumn()) {
        MatrixForm left = algebra.chain(links.subList(0, i + 1));
        MatrixForm right = algebra.transpose(algebra.chain(links.subList(i + 1, last + 1)));
        return algebra.times(sum(left), sum(right));
      }
    }
    MatrixForm turned = algebra.transpose(chain);
    return MatrixAlgebra.preferred(
        List.of(fold(MatrixForm.Folding.SUM, chain), fold(MatrixForm.Folding.SUM, turned)));
  }

  /** A·1 sums to what A sums to; x·1ᵀ, where 1 was an outer factor, to n times what x sums to. */
  private MatrixForm scaledByRemoved(MatrixForm.Chain chain, MatrixForm rest) {
    List<MatrixForm> factors = new ArrayList<>(List.of(sum(rest)));
    List<MatrixForm> links = chain.factors();
    MatrixForm first = links.get(0);
    MatrixForm last = links.get(links.size() - 1);
    if (first instanceof MatrixForm.Ones && first.shape().isColumn()) {
      factors.add(MatrixAlgebra.size(first.shape().rows().orElseThrow()));
    }
    if (last instanceof MatrixForm.Ones && last.shape().isRow()) {
      factors.add(MatrixAlgebra.size(last.shape().columns().orElseThrow()));
    }
    return algebra.times(factors);
  }

  static MatrixForm fold(MatrixForm.Folding folding, MatrixForm argument) {
    return new MatrixForm.Fold(folding, argument);
  }

  private static boolean isTwo(MatrixForm exponent) {
    return exponent instanceof MatrixForm.Numeral numeral && numeral.value().equals(Rational.of(2));
  }

  /** Σ aᵢ·bᵢ·… is aᵀ(b ⊙ …), whichever is shortest. */
  MatrixForm dot(List<MatrixForm> columns) {
    if (columns.size() == 1) {
      return sum(columns.get(0));
    }
    List<MatrixForm> candidates = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      List<MatrixForm> others = new ArrayList<>(columns);
      MatrixForm left = others.remove(i);
      candidates.add(algebra.chain(algebra.transpose(left), algebra.times(others)));
    }
    return MatrixAlgebra.preferred(candidates);
  }

  /** tr A; a product may be turned around and transposed. */
  MatrixForm trace(MatrixForm matrix) {
    Factors factors = Factors.of(matrix);
    if (isScaled(factors)) {
      return outside(factors, this::trace);
    }
    if (matrix instanceof MatrixForm.Identity identity) {
      return MatrixAlgebra.size(identity.size());
    }
    if (matrix instanceof MatrixForm.Diagonal diagonal) {
      return sum(diagonal.column());
    }
    if (matrix instanceof MatrixForm.Transpose transpose) {
      return trace(transpose.operand());
    }
    if (!(matrix instanceof MatrixForm.Chain chain)) {
      return fold(
          MatrixForm.Folding.TRACE,
          MatrixAlgebra.preferred(List.of(matrix, algebra.transpose(matrix))));
    }
    List<MatrixForm> links = chain.factors();
    for (int i = 0; i < links.size(); i++) {
      if (links.get(i).shape().isColumn()) {
        return algebra.chain(rotated(links, i + 1));
      }
    }
    List<MatrixForm> candidates = new ArrayList<>();
    for (int i = 0; i < links.size(); i++) {
      MatrixForm turned = algebra.chain(rotated(links, i));
      candidates.add(turned);
      candidates.add(algebra.transpose(turned));
    }
    MatrixForm best = MatrixAlgebra.preferred(candidates);
    return Factors.links(best).size() < links.size()
        ? trace(best)
        : fold(MatrixForm.Folding.TRACE, best);
  }

  private static List<MatrixForm> rotated(List<MatrixForm> links, int start) {
    List<MatrixForm> turned = new ArrayList<>(links.subList(start, links.size()));
    turned.addAll(links.subList(0, start));
    return turned;
  }

  /** The column of the elements A[i, i]. */
  MatrixForm diagonalPart(MatrixForm matrix) {
    Factors factors = Factors.of(matrix);
    if (isScaled(factors)) {
      return outside(factors, this::diagonalPart);
    }
    if (matrix instanceof MatrixForm.Identity identity) {
      return new MatrixForm.Ones(Shape.column(identity.size()));
    }
    if (matrix instanceof MatrixForm.Ones ones) {
      return new MatrixForm.Ones(Shape.column(ones.shape().rows().orElseThrow()));
    }
    if (matrix instanceof MatrixForm.Diagonal diagonal) {
      return diagonal.column();
    }
    if (matrix instanceof MatrixForm.Transpose transpose) {
      return diagonalPart(transpose.operand());
    }
    if (factors.arrays().size() > 1) {
      return algebra.times(factors.arrays().stream().map(this::diagonalPart).toList());
    }
    List<MatrixForm> links = Factors.links(matrix);
    for (int i = 0; i + 1 < links.size(); i++) {
      if (links.get(i).shape().isColumn()) {
        MatrixForm right = algebra.chain(links.subList(i + 1, links.size()));
        return algebra.times(algebra.chain(links.subList(0, i + 1)), algebra.transpose(right));
      }
    }
    return new MatrixForm.DiagonalPart(
        MatrixAlgebra.preferred(List.of(matrix, algebra.transpose(matrix))));
  }
}
