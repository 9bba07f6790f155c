package dev.nabla.array;

/** Gaussian elimination with pivoting of [A | I]: det A and A⁻¹. */
final class Elimination {
  private final double[][] rows;
  private double determinant = 1;

  Elimination(double[][] matrix) {
    int n = matrix.length;
    rows = new double[n][2 * n];
    for (int i = 0; i < n; i++) {
      System.arraycopy(matrix[i], 0, rows[i], 0, n);
      rows[i][n + i] = 1;
    }
    for (int column = 0; column < n; column++) {
      eliminate(column);
    }
  }

  double determinant() {
    return determinant;
  }

  double[][] inverse() {
    int n = rows.length;
    double[][] inverse = new double[n][n];
    for (int i = 0; i < n; i++) {
      System.arraycopy(rows[i], n, inverse[i], 0, n);
    }
    return inverse;
  }

  private void eliminate(int column) {
    int best = column;
    for (int i = column; i < rows.length; i++) {
      if (Math.abs(rows[i][column]) > Math.abs(rows[best][column])) {
        best = i;
      }
    }
    double[] pivotRow = rows[best];
    rows[best] = rows[column];
    rows[column] = pivotRow;
    double pivot = pivotRow[column];
    determinant *= best == column ? pivot : -pivot;
    for (int j = 0; j < pivotRow.length; j++) {
      pivotRow[j] /= pivot;
    }
    for (int i = 0; i < rows.length; i++) {
      double factor = rows[i][column];
      if (i != column && factor != 0) {
        for (int j = 0; j < pivotRow.length; j++) {
          rows[i][j] -= factor * pivotRow[j];
        }
      }
    }
  }
}
