package dev.nabla.matrix;

import dev.nabla.expr.Expr;
import java.util.Optional;

/**
 * m × n, where a column has no n, a row no m and a scalar neither.
 *
 * @param rows the number of rows; none for a row vector and a scalar
 * @param columns the number of columns; none for a column vector and a scalar
 */
public record Shape(Optional<Expr> rows, Optional<Expr> columns) {
  /** The shape of a number. */
  public static final Shape SCALAR = new Shape(Optional.empty(), Optional.empty());

  static Shape column(Expr size) {
    return new Shape(Optional.of(size), Optional.empty());
  }

  static Shape row(Expr size) {
    return new Shape(Optional.empty(), Optional.of(size));
  }

  static Shape matrix(Expr rows, Expr columns) {
    return new Shape(Optional.of(rows), Optional.of(columns));
  }

  /** The shape of the transpose. */
  public Shape transposed() {
    return new Shape(columns, rows);
  }

  public boolean isScalar() {
    return rows.isEmpty() && columns.isEmpty();
  }

  public boolean isColumn() {
    return rows.isPresent() && columns.isEmpty();
  }

  public boolean isRow() {
    return rows.isEmpty() && columns.isPresent();
  }

  public boolean isMatrix() {
    return rows.isPresent() && columns.isPresent();
  }
}
