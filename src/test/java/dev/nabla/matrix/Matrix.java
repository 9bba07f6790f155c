package dev.nabla.matrix;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** A matrix of doubles for tests, with the rank that the language gives it. */
final class Matrix {
  private final double[][] values;
  private final Kind kind;

  private Matrix(double[][] values, Kind kind) {
    this.values = values;
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }

  enum Kind {
    SCALAR,
    COLUMN,
    ROW,
    MATRIX
  }

  interface Entry {
    double at(int i, int j);
  }

  static Matrix of(int rows, int columns, Kind kind, Entry entry) {
    double[][] values = new double[rows][columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        values[i][j] = entry.at(i, j);
      }
    }
    return new Matrix(values, kind);
  }

  static Matrix of(int rows, int columns, Entry entry) {
    return of(rows, columns, Kind.MATRIX, entry);
  }

  static Matrix scalar(double value) {
    return of(1, 1, Kind.SCALAR, (i, j) -> value);
  }

  int rows() {
    return values.length;
  }

  int columns() {
    return values[0].length;
  }

  double at(int i, int j) {
    return values[i][j];
  }

  boolean isScalar() {
    return kind == Kind.SCALAR;
  }

  Matrix map(DoubleUnaryOperator f) {
    return of(rows(), columns(), kind, (i, j) -> f.applyAsDouble(at(i, j)));
  }

  /** Elementwise; a scalar is spread, other shapes must be the same. */
  Matrix zip(Matrix other, DoubleBinaryOperator f) {
    if (isScalar() && !other.isScalar()) {
      return other.map(value -> f.applyAsDouble(at(0, 0), value));
    }
    if (other.isScalar()) {
      return map(value -> f.applyAsDouble(value, other.at(0, 0)));
    }
    require(kind == other.kind && rows() == other.rows() && columns() == other.columns(), other);
    return of(rows(), columns(), kind, (i, j) -> f.applyAsDouble(at(i, j), other.at(i, j)));
  }

  private void require(boolean condition, Matrix other) {
    if (!condition) {
      throw new IllegalArgumentException(
          kind
              + " "
              + rows()
              + "×"
              + columns()
              + " and "
              + other.kind
              + " "
              + other.rows()
              + "×"
              + other.columns());
    }
  }

  Matrix times(Matrix other) {
    if (isScalar() || other.isScalar()) {
      return zip(other, (a, b) -> a * b);
    }
    require(columns() == other.rows(), other);
    require(kind != Kind.COLUMN || other.kind == Kind.ROW, other);
    require(other.kind != Kind.ROW || kind == Kind.COLUMN, other);
    Kind result =
        kind == Kind.ROW
            ? (other.kind == Kind.COLUMN ? Kind.SCALAR : Kind.ROW)
            : (other.kind == Kind.COLUMN ? Kind.COLUMN : Kind.MATRIX);
    return of(
        rows(),
        other.columns(),
        result,
        (i, j) -> {
          double sum = 0;
          for (int k = 0; k < columns(); k++) {
            sum += at(i, k) * other.at(k, j);
          }
          return sum;
        });
  }

  Matrix transposed() {
    Kind turned =
        switch (kind) {
          case COLUMN -> Kind.ROW;
          case ROW -> Kind.COLUMN;
          default -> kind;
        };
    return of(columns(), rows(), turned, (i, j) -> at(j, i));
  }

  /** A ⊗ B, row-major; a vector counts as a matrix. */
  Matrix kronecker(Matrix other) {
    int m = other.rows();
    int n = other.columns();
    return of(rows() * m, columns() * n, (i, j) -> at(i / m, j / n) * other.at(i % m, j % n));
  }

  double total() {
    double sum = 0;
    for (double[] row : values) {
      for (double value : row) {
        sum += value;
      }
    }
    return sum;
  }

  double greatest() {
    return Arrays.stream(values).flatMapToDouble(Arrays::stream).max().orElseThrow();
  }

  /** By expansion along the first row. */
  double determinant() {
    if (rows() == 1) {
      return at(0, 0);
    }
    double sum = 0;
    for (int j = 0; j < columns(); j++) {
      sum += (j % 2 == 0 ? 1 : -1) * at(0, j) * minor(0, j).determinant();
    }
    return sum;
  }

  private Matrix minor(int row, int column) {
    return of(rows() - 1, columns() - 1, (i, j) -> at(i < row ? i : i + 1, j < column ? j : j + 1));
  }

  /** By Cramer's rule. */
  Matrix inverse() {
    double determinant = determinant();
    if (rows() == 1) {
      return of(1, 1, (i, j) -> 1 / determinant);
    }
    return of(
        rows(),
        rows(),
        (i, j) -> ((i + j) % 2 == 0 ? 1 : -1) * minor(j, i).determinant() / determinant);
  }
}
