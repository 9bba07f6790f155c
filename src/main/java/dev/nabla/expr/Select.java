package dev.nabla.expr;

import java.util.List;

/** The first branch where the condition holds, else the second; only that branch is evaluated. */
public final class Select extends Expr {
  Select(int id, Expr condition, Expr whenTrue, Expr whenFalse) {
    super(id, 0, List.of(condition, whenTrue, whenFalse));
  }

  public Expr condition() {
    return children().get(0);
  }

  public Expr whenTrue() {
    return children().get(1);
  }

  public Expr whenFalse() {
    return children().get(2);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitSelect(this);
  }

  @Override
  public Expr rebuild(ExprPool pool, List<Expr> newChildren) {
    return pool.select(newChildren.get(0), newChildren.get(1), newChildren.get(2));
  }
}
