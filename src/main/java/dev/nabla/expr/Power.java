package dev.nabla.expr;

import java.util.List;

/**
 * The real power base^exponent.
 *
 * <p>An integer exponent takes any base (a negative one: any base but 0). Any other exponent is
 * defined for base &gt; 0, and for base = 0 where the exponent is positive. √x is x^(1/2).
 */
public final class Power extends Expr {
  Power(int id, Expr base, Expr exponent) {
    super(id, 0, List.of(base, exponent));
  }

  public Expr base() {
    return children().get(0);
  }

  public Expr exponent() {
    return children().get(1);
  }

  /** Whether the exponent is an integer number. */
  public boolean hasIntegerExponent() {
    return exponent() instanceof Num num && num.value().isInteger();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitPower(this);
  }

  @Override
  public Expr rebuild(ExprPool pool, List<Expr> newChildren) {
    return pool.power(newChildren.get(0), newChildren.get(1));
  }
}
