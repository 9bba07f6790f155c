package dev.nabla.testing;

import dev.nabla.expr.Compare;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import java.util.List;

/** The operations of a {@link Term} besides functions. */
public enum Operator {
  /** a + b. */
  SUM(2),
  /** a − b. */
  DIFFERENCE(2),
  /** a·b. */
  PRODUCT(2),
  /** a/b. */
  QUOTIENT(2),
  /** a^b. */
  POWER(2),
  /** if a &lt; b then c else d. */
  CHOICE(4);

  private final int arity;

  Operator(int arity) {
    this.arity = arity;
  }

  /** The number of operands. */
  public int arity() {
    return arity;
  }

  /** The operation in {@code pool}. */
  Expr apply(ExprPool pool, List<Expr> operands) {
    Expr a = operands.get(0);
    Expr b = operands.get(1);
    return switch (this) {
      case SUM -> pool.sum(a, b);
      case DIFFERENCE -> pool.subtract(a, b);
      case PRODUCT -> pool.product(a, b);
      case QUOTIENT -> pool.divide(a, b);
      case POWER -> pool.power(a, b);
      case CHOICE ->
          pool.select(pool.compare(Compare.Relation.LT, a, b), operands.get(2), operands.get(3));
    };
  }
}
