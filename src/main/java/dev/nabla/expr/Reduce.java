package dev.nabla.expr;

import java.util.List;

/**
 * Σ, ∏, max or min of the body over the integers lower..upper of a bound index.
 *
 * <p>The index is named by the height of the body, so that reductions that differ only in the name
 * of their index are one node. An empty range gives 0, 1, −∞ and +∞.
 */
public final class Reduce extends Expr {
  /** What combines the values of the body. */
  public enum Operation {
    SUM,
    PRODUCT,
    MAX,
    MIN
  }

  private final Operation operation;

  Reduce(int id, Operation operation, Index index, Expr lower, Expr upper, Expr body) {
    super(id, operation.name().hashCode(), List.of(index, lower, upper, body), 1);
    this.operation = operation;
  }

  public Operation operation() {
    return operation;
  }

  public Index index() {
    return (Index) children().get(0);
  }

  public Expr lower() {
    return children().get(1);
  }

  public Expr upper() {
    return children().get(2);
  }

  public Expr body() {
    return children().get(3);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitReduce(this);
  }

  @Override
  public Expr rebuild(ExprPool pool, List<Expr> newChildren) {
    return pool.reduce(
        operation,
        (Index) newChildren.get(0),
        newChildren.get(1),
        newChildren.get(2),
        newChildren.get(3));
  }

  @Override
  boolean samePayload(Expr other) {
    return operation == ((Reduce) other).operation;
  }
}
