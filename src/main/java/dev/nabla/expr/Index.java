package dev.nabla.expr;

import java.util.List;

/**
 * An integer-valued index: free, with a name, or bound by a {@link Reduce}, with the height of its
 * binder for a name. The two name spaces are disjoint, so substitution cannot capture.
 */
public final class Index extends Expr {
  private final String name;
  private final int binder;

  Index(int id, String name, int binder) {
    super(id, name.hashCode() * 31L + binder, List.of());
    this.name = name;
    this.binder = binder;
  }

  /** The name of a free index; empty for a bound one. */
  public String name() {
    return name;
  }

  /** The height of the binder of a bound index; 0 for a free one. */
  public int binder() {
    return binder;
  }

  public boolean isBound() {
    return binder > 0;
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitIndex(this);
  }

  @Override
  public Expr rebuild(ExprPool pool, List<Expr> newChildren) {
    return pool.index(name, binder);
  }

  @Override
  boolean samePayload(Expr other) {
    return name.equals(((Index) other).name) && binder == ((Index) other).binder;
  }

  @Override
  public String toString() {
    return isBound() ? "#" + binder : name;
  }
}
