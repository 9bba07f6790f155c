package dev.nabla.expr;

import java.util.List;

/** A condition made of conditions; the empty AND is true, the empty OR is false. */
public final class Logic extends Expr {
  /** The connectives; NOT takes one operand. */
  public enum Connective {
    AND,
    OR,
    NOT
  }

  private final Connective connective;

  Logic(int id, Connective connective, List<Expr> operands) {
    super(id, connective.name().hashCode(), operands);
    this.connective = connective;
  }

  public Connective connective() {
    return connective;
  }

  public List<Expr> operands() {
    return children();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitLogic(this);
  }

  @Override
  public Expr rebuild(ExprPool pool, List<Expr> newChildren) {
    return pool.logic(connective, newChildren);
  }

  @Override
  boolean samePayload(Expr other) {
    return connective == ((Logic) other).connective;
  }
}
