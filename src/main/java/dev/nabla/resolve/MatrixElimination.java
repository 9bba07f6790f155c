package dev.nabla.resolve;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import java.util.ArrayList;
import java.util.List;

/**
 * det A and A⁻¹ of a matrix of expressions: by cofactors up to 3×3, else by elimination.
 *
 * <p>Elimination exchanges rows only where a pivot is the number 0, so the result has no value at
 * points where a leading minor of A happens to be zero though A is regular there; such points have
 * measure zero. Every step is shared: an n×n matrix takes some n³ nodes.
 */
final class MatrixElimination {
  private static final int MOST_COFACTORS = 3;

  private final ExprPool pool;
  private final int size;

  /** The rows of A, then whatever they are eliminated together with. */
  private final List<List<Expr>> rows = new ArrayList<>();

  private boolean exchanged;

  MatrixElimination(ExprPool pool, List<List<Expr>> matrix) {
    this.pool = pool;
    this.size = matrix.size();
    matrix.forEach(row -> rows.add(new ArrayList<>(row)));
  }

  Expr determinant() throws Expansion.Refused {
    if (size <= MOST_COFACTORS) {
      return cofactorDeterminant(rows);
    }
    if (!eliminate()) {
      return pool.zero();
    }
    List<Expr> pivots = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      pivots.add(rows.get(i).get(i));
    }
    Expr product = pool.product(pivots);
    return exchanged ? pool.negate(product) : product;
  }

  List<List<Expr>> inverse() throws Expansion.Refused {
    return size <= MOST_COFACTORS ? adjugateInverse() : eliminatedInverse();
  }

  private List<List<Expr>> eliminatedInverse() throws Expansion.Refused {
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        rows.get(i).add(i == j ? pool.one() : pool.zero());
      }
    }
    if (!eliminate()) {
      throw singular();
    }
    for (int k = size - 1; k >= 0; k--) {
      Expr reciprocal = pool.reciprocal(rows.get(k).get(k));
      for (int j = size; j < 2 * size; j++) {
        List<Expr> terms = new ArrayList<>();
        terms.add(rows.get(k).get(j));
        for (int i = k + 1; i < size; i++) {
          Expr product = pool.product(rows.get(k).get(i), rows.get(i).get(j));
          terms.add(pool.negate(product));
        }
        rows.get(k).set(j, pool.product(reciprocal, pool.sum(terms)));
      }
    }
    return rows.stream().map(row -> List.copyOf(row.subList(size, 2 * size))).toList();
  }

  private static Expansion.Refused singular() {
    return new Expansion.Refused("it has the inverse of a singular matrix");
  }

  /** Makes the rows upper triangular; false where a column has only the number 0 below. */
  private boolean eliminate() {
    for (int k = 0; k < size; k++) {
      int pivot = k;
      while (pivot < size && PowerResolver.isZero(rows.get(pivot).get(k))) {
        pivot++;
      }
      if (pivot == size) {
        return false;
      }
      if (pivot != k) {
        List<Expr> row = rows.set(k, rows.get(pivot));
        rows.set(pivot, row);
        exchanged = !exchanged;
      }
      Expr reciprocal = pool.reciprocal(rows.get(k).get(k));
      for (int i = k + 1; i < size; i++) {
        Expr factor = pool.product(rows.get(i).get(k), reciprocal);
        for (int j = k; j < rows.get(i).size(); j++) {
          Expr product = pool.product(factor, rows.get(k).get(j));
          rows.get(i).set(j, j == k ? pool.zero() : pool.subtract(rows.get(i).get(j), product));
        }
      }
    }
    return true;
  }

  private List<List<Expr>> adjugateInverse() throws Expansion.Refused {
    Expr determinant = cofactorDeterminant(rows);
    if (PowerResolver.isZero(determinant)) {
      throw singular();
    }
    Expr reciprocal = pool.reciprocal(determinant);
    List<List<Expr>> inverse = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      List<Expr> row = new ArrayList<>();
      for (int j = 0; j < size; j++) {
        row.add(pool.product(reciprocal, cofactor(rows, j, i)));
      }
      inverse.add(row);
    }
    return inverse;
  }

  /** Σⱼ a₁ⱼ·C₁ⱼ; 1 for a matrix without rows. */
  private Expr cofactorDeterminant(List<List<Expr>> matrix) {
    if (matrix.isEmpty()) {
      return pool.one();
    }
    List<Expr> terms = new ArrayList<>();
    for (int j = 0; j < matrix.size(); j++) {
      terms.add(pool.product(matrix.get(0).get(j), cofactor(matrix, 0, j)));
    }
    return pool.sum(terms);
  }

  private Expr cofactor(List<List<Expr>> matrix, int row, int column) {
    List<List<Expr>> minor = new ArrayList<>();
    for (int i = 0; i < matrix.size(); i++) {
      if (i != row) {
        List<Expr> elements = new ArrayList<>(matrix.get(i));
        elements.remove(column);
        minor.add(elements);
      }
    }
    Expr determinant = cofactorDeterminant(minor);
    return (row + column) % 2 == 0 ? determinant : pool.negate(determinant);
  }
}
