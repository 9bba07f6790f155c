package dev.nabla.resolve;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An array as one scalar expression: axis d runs over the free index {@link #axis axis(d)}.
 *
 * <p>Every array uses the same indices for its axes, so elementwise operations only combine bodies.
 *
 * @param sizes the size of each axis; empty for a scalar
 * @param isRow whether a vector is the transpose of a column
 * @param body the element at those indices
 */
record Value(List<Expr> sizes, boolean isRow, Expr body) {
  Value(List<Expr> sizes, Expr body) {
    this(sizes, false, body);
  }

  static Value scalar(Expr body) {
    return new Value(List.of(), body);
  }

  /** The free index of the axis numbered from 0; a name can hold no apostrophe in front. */
  static Index axis(ExprPool pool, int number) {
    return pool.index("'" + number);
  }

  /** Whether the index is that of an axis. */
  static boolean isAxis(Index index) {
    return index.name().length() > 1
        && index.name().charAt(0) == '\''
        && index.name().chars().skip(1).allMatch(Character::isDigit);
  }

  boolean isScalar() {
    return sizes.isEmpty();
  }

  int rank() {
    return sizes.size();
  }

  /** The same shape around another element. */
  Value withBody(Expr newBody) {
    return new Value(sizes, isRow, newBody);
  }

  /** The shape for a message: "a scalar", "a vector of 3", "a 2×3 matrix". */
  String describe() {
    String text =
        rank() == 1
            ? sizeText(sizes.get(0))
            : sizes.stream().map(SizeText::atom).collect(Collectors.joining("×"));
    return switch (rank()) {
      case 0 -> "a scalar";
      case 1 -> (isRow ? "a row vector of " : "a vector of ") + text;
      case 2 -> "a " + text + " matrix";
      default -> "a " + text + " array";
    };
  }

  static String sizeText(Expr size) {
    return SizeText.of(size);
  }
}
