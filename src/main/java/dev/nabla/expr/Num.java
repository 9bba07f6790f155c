package dev.nabla.expr;

import java.util.List;

/** An exact rational number. */
public final class Num extends Expr {
  private final Rational value;

  Num(int id, Rational value) {
    super(id, value.numerator().hashCode() * 31L + value.denominator().hashCode(), List.of());
    this.value = value;
  }

  public Rational value() {
    return value;
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitNum(this);
  }

  @Override
  public Expr rebuild(ExprPool pool, List<Expr> newChildren) {
    return pool.num(value);
  }

  @Override
  boolean samePayload(Expr other) {
    return value.equals(((Num) other).value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
