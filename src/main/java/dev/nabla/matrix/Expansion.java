package dev.nabla.matrix;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Product;
import dev.nabla.expr.Sum;
import java.util.ArrayList;
import java.util.List;

/** y·(1 − s) + s·(y − 1) → y − s: products of sums written out, where terms may cancel. */
final class Expansion {
  private static final int MOST_TERMS = 24;

  private final ExprPool pool;

  Expansion(ExprPool pool) {
    this.pool = pool;
  }

  /** The sum with its products expanded; itself where that would be long. */
  Expr of(Sum sum) {
    List<Expr> terms = new ArrayList<>();
    for (Expr term : sum.terms()) {
      terms.addAll(term instanceof Product product ? expanded(product) : List.of(term));
      if (terms.size() > MOST_TERMS) {
        return sum;
      }
    }
    return pool.sum(terms);
  }

  private List<Expr> expanded(Product product) {
    List<Expr> result = List.of(pool.one());
    for (Expr factor : product.factors()) {
      List<Expr> next = new ArrayList<>();
      for (Expr partial : result) {
        for (Expr term : factor instanceof Sum sum ? sum.terms() : List.of(factor)) {
          next.add(pool.product(partial, term));
        }
      }
      if (next.size() > MOST_TERMS) {
        return List.of(product);
      }
      result = next;
    }
    return result;
  }
}
