package dev.nabla.expr;

import java.util.List;

/** The sum of two or more terms: no two alike, at most one number, in canonical order. */
public final class Sum extends Expr {
  Sum(int id, List<Expr> terms) {
    super(id, 0, terms);
  }

  public List<Expr> terms() {
    return children();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitSum(this);
  }

  @Override
  public Expr rebuild(ExprPool pool, List<Expr> newChildren) {
    return pool.sum(newChildren);
  }
}
