package dev.nabla.expr;

import java.util.List;

/** A named real constant: π or e. */
public final class Constant extends Expr {
  /** The constants of the language. */
  public enum Name {
    PI("pi", Math.PI),
    E("e", Math.E);

    private final String text;
    private final double value;

    Name(String text, double value) {
      this.text = text;
      this.value = value;
    }

    /** The name in the language. */
    public String text() {
      return text;
    }

    /** The nearest double. */
    public double value() {
      return value;
    }
  }

  private final Name name;

  Constant(int id, Name name) {
    super(id, name.text().hashCode(), List.of());
    this.name = name;
  }

  public Name name() {
    return name;
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitConstant(this);
  }

  @Override
  public Expr rebuild(ExprPool pool, List<Expr> newChildren) {
    return pool.constant(name);
  }

  @Override
  boolean samePayload(Expr other) {
    return name == ((Constant) other).name;
  }

  @Override
  public String toString() {
    return name.text();
  }
}
