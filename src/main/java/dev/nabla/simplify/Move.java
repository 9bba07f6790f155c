package dev.nabla.simplify;

import dev.nabla.expr.Expr;
import java.util.List;

/** A way to rewrite an expression as a whole that may make it longer, for the search of forms. */
interface Move {
  /** The label in a derivation. */
  String name();

  /** Equal expressions, defined wherever {@code expr} is; those that are {@code expr} left out. */
  List<Expr> images(Expr expr);

  /**
   * The same.
   *
   * @param origin what {@code expr} came from: functions that occurred there may come back
   */
  default List<Expr> images(Expr expr, Expr origin) {
    return images(expr);
  }
}
