package dev.nabla.expr;

import java.util.List;

/**
 * The product of two or more factors: the number, if there is one, comes first; powers of one base
 * are collected where that is valid at every point.
 */
public final class Product extends Expr {
  Product(int id, List<Expr> factors) {
    super(id, 0, factors);
  }

  public List<Expr> factors() {
    return children();
  }

  /** The number in front, 1 if there is none. */
  public Rational coefficient() {
    return children().get(0) instanceof Num num ? num.value() : Rational.ONE;
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitProduct(this);
  }

  @Override
  public Expr rebuild(ExprPool pool, List<Expr> newChildren) {
    return pool.product(newChildren);
  }
}
