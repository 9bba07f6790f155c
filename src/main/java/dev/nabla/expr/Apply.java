package dev.nabla.expr;

import java.util.List;

/** The value of an elementary function at its arguments. */
public final class Apply extends Expr {
  private final Function function;

  Apply(int id, Function function, List<Expr> arguments) {
    super(id, function.name().hashCode(), arguments);
    this.function = function;
  }

  public Function function() {
    return function;
  }

  public List<Expr> arguments() {
    return children();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitApply(this);
  }

  @Override
  public Expr rebuild(ExprPool pool, List<Expr> newChildren) {
    return pool.apply(function, newChildren);
  }

  @Override
  boolean samePayload(Expr other) {
    return function.name().equals(((Apply) other).function.name());
  }

  @Override
  public String toString() {
    return function.name() + children();
  }
}
