package dev.nabla.matrix;

import java.util.ArrayList;
import java.util.List;

/** Matrix products in normal form: flat, diagonal factors merged, what is a number in front. */
final class Chains {
  private final MatrixAlgebra algebra;

  Chains(MatrixAlgebra algebra) {
    this.algebra = algebra;
  }

  MatrixForm of(List<MatrixForm> factors) {
    List<MatrixForm> numbers = new ArrayList<>();
    List<MatrixForm> links = new ArrayList<>();
    for (MatrixForm factor : factors) {
      Factors parts = Factors.of(List.of(factor, MatrixAlgebra.numeral(1)));
      numbers.add(MatrixAlgebra.numeral(parts.coefficient()));
      numbers.addAll(parts.scalars());
      if (parts.arrays().size() == 1) {
        links.addAll(links(parts.arrays().get(0)));
      } else if (parts.arrays().size() > 1) {
        links.add(algebra.times(parts.arrays()));
      }
    }
    while (merge(links)) {
      // each round makes the product shorter
    }
    extractScalars(links, numbers);
    if (links.size() == 2
        && links.get(0) instanceof MatrixForm.Ones column
        && links.get(1) instanceof MatrixForm.Ones row) {
      numbers.add(new MatrixForm.Ones(new Shape(column.shape().rows(), row.shape().columns())));
    } else if (!links.isEmpty()) {
      numbers.add(links.size() == 1 ? links.get(0) : new MatrixForm.Chain(List.copyOf(links)));
    }
    return algebra.times(numbers);
  }

  /** A matrix of ones is 1·1ᵀ. */
  private static List<MatrixForm> links(MatrixForm array) {
    return array instanceof MatrixForm.Ones ones && ones.shape().isMatrix()
        ? List.of(
            new MatrixForm.Ones(Shape.column(ones.shape().rows().orElseThrow())),
            new MatrixForm.Ones(Shape.row(ones.shape().columns().orElseThrow())))
        : Factors.links(array);
  }

  /** One pair of neighbours that make a single factor; whether there was one. */
  private boolean merge(List<MatrixForm> links) {
    for (int i = 0; i < links.size() && links.size() > 1; i++) {
      if (links.get(i) instanceof MatrixForm.Identity) {
        links.remove(i);
        return true;
      }
    }
    for (int i = 0; i + 1 < links.size(); i++) {
      MatrixForm left = links.get(i);
      MatrixForm right = links.get(i + 1);
      if (left instanceof MatrixForm.Diagonal diagonal && right.shape().isColumn()) {
        return replace(links, i, algebra.times(diagonal.column(), right));
      }
      if (right instanceof MatrixForm.Diagonal diagonal && left.shape().isRow()) {
        return replace(links, i, algebra.times(left, algebra.transpose(diagonal.column())));
      }
      if (left instanceof MatrixForm.Diagonal a && right instanceof MatrixForm.Diagonal b) {
        return replace(links, i, algebra.diagonal(algebra.times(a.column(), b.column())));
      }
    }
    return false;
  }

  private static boolean replace(List<MatrixForm> links, int at, MatrixForm merged) {
    links.remove(at);
    links.set(at, merged);
    return true;
  }

  /** a·bᵀ·c·dᵀ is (bᵀc)·a·dᵀ. */
  private void extractScalars(List<MatrixForm> links, List<MatrixForm> numbers) {
    int row = -1;
    for (int i = 0; i < links.size(); i++) {
      if (links.get(i).shape().isRow()) {
        row = i;
      }
      if (row >= 0 && links.get(i).shape().isColumn()) {
        List<MatrixForm> product = links.subList(row, i + 1);
        numbers.add(scalar(List.copyOf(product)));
        product.clear();
        i = row - 1;
        row = -1;
      }
    }
  }

  /** row · … · column, in the shorter of its two directions; with ones at an end it is a sum. */
  private MatrixForm scalar(List<MatrixForm> links) {
    int last = links.size() - 1;
    boolean onesFirst = links.get(0) instanceof MatrixForm.Ones;
    boolean onesLast = links.get(last) instanceof MatrixForm.Ones;
    if (onesFirst && onesLast && last == 1) {
      return MatrixAlgebra.size(links.get(0).shape().columns().orElseThrow());
    }
    if (onesFirst || onesLast) {
      List<MatrixForm> rest = links.subList(onesFirst ? 1 : 0, onesLast ? last : last + 1);
      MatrixForm inner = of(rest);
      return algebra.sum(inner.shape().isRow() ? algebra.transpose(inner) : inner);
    }
    List<MatrixForm> turned = new ArrayList<>();
    links.forEach(link -> turned.add(0, algebra.transpose(link)));
    return MatrixAlgebra.preferred(
        List.of(new MatrixForm.Chain(links), new MatrixForm.Chain(List.copyOf(turned))));
  }

  /** M ⊙ (x·1ᵀ) is diag(x)·M, and (x·1ᵀ) ⊙ (1·yᵀ) is x·yᵀ. */
  List<MatrixForm> scaledRows(List<MatrixForm> matrices) {
    List<MatrixForm> left = new ArrayList<>();
    List<MatrixForm> right = new ArrayList<>();
    List<MatrixForm> others = new ArrayList<>();
    for (MatrixForm matrix : matrices) {
      List<MatrixForm> links = Factors.links(matrix);
      if (links.size() == 2
          && links.get(1) instanceof MatrixForm.Ones ones
          && ones.shape().isRow()) {
        left.add(links.get(0));
      } else if (links.size() == 2
          && links.get(0) instanceof MatrixForm.Ones ones
          && ones.shape().isColumn()) {
        right.add(algebra.transpose(links.get(1)));
      } else {
        others.add(matrix);
      }
    }
    if (left.isEmpty() && right.isEmpty()) {
      return matrices;
    }
    List<MatrixForm> product = new ArrayList<>();
    if (!others.isEmpty()) {
      if (!left.isEmpty()) {
        product.add(algebra.diagonal(algebra.times(left)));
      }
      product.add(algebra.times(others));
      if (!right.isEmpty()) {
        product.add(algebra.diagonal(algebra.times(right)));
      }
    } else {
      Shape shape = matrices.get(0).shape();
      product.add(
          left.isEmpty()
              ? new MatrixForm.Ones(Shape.column(shape.rows().orElseThrow()))
              : algebra.times(left));
      product.add(
          right.isEmpty()
              ? new MatrixForm.Ones(Shape.row(shape.columns().orElseThrow()))
              : algebra.transpose(algebra.times(right)));
    }
    return List.of(of(product));
  }
}
