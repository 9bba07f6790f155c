package dev.nabla.expr;

import java.util.List;

/** The Kronecker δ of two index expressions: 1 where they are equal, else 0. */
public final class Delta extends Expr {
  Delta(int id, Expr left, Expr right) {
    super(id, 0, List.of(left, right));
  }

  public Expr left() {
    return children().get(0);
  }

  public Expr right() {
    return children().get(1);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitDelta(this);
  }

  @Override
  public Expr rebuild(ExprPool pool, List<Expr> newChildren) {
    return pool.delta(newChildren.get(0), newChildren.get(1));
  }
}
