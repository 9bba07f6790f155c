package dev.nabla.resolve;

import dev.nabla.expr.Compare;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Num;
import dev.nabla.function.FunctionTable;
import java.util.List;

/**
 * What is true of an input by its declaration: A[2, 1] = A[1, 2] in a symmetric matrix, and an
 * index t is a whole number, 1 ≤ t ≤ size.
 */
final class InputFacts {
  private final IndexedFunction function;
  private final ExprPool pool;

  InputFacts(IndexedFunction function) {
    this.function = function;
    this.pool = function.pool();
  }

  List<Expr> of(Element input) {
    if (function.symmetric().contains(input.symbol())) {
      return symmetry(input);
    }
    Expr size = function.indexInputs().get(input.symbol());
    if (size == null) {
      return List.of();
    }
    Expr whole = pool.apply(FunctionTable.get("floor"), input);
    return List.of(
        pool.compare(Compare.Relation.LE, pool.one(), input),
        pool.compare(Compare.Relation.LE, input, size),
        pool.compare(Compare.Relation.EQ, input, whole));
  }

  private List<Expr> symmetry(Element input) {
    Num row = (Num) input.indices().get(0);
    Num column = (Num) input.indices().get(1);
    if (row.value().compareTo(column.value()) <= 0) {
      return List.of();
    }
    Expr mirrored = pool.element(input.symbol(), List.of(column, row));
    return List.of(pool.compare(Compare.Relation.EQ, input, mirrored));
  }
}
