package dev.nabla.expr;

import java.util.List;

/** An element x[i, j, …] of an array symbol, or a scalar symbol, which has no indices. */
public final class Element extends Expr {
  private final Symbol symbol;

  Element(int id, Symbol symbol, List<Expr> indices) {
    super(id, symbol.name().hashCode(), indices);
    this.symbol = symbol;
  }

  public Symbol symbol() {
    return symbol;
  }

  /** One index expression for each axis, counting from 1. */
  public List<Expr> indices() {
    return children();
  }

  /**
   * Whether every subscript is a number, a size or an index by itself. Others, such as i+1, may lie
   * outside the array where a sum around them is empty.
   */
  public boolean isPlain() {
    return indices().stream()
        .allMatch(
            subscript ->
                subscript instanceof Index
                    || subscript instanceof Num
                    || subscript instanceof Element);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitElement(this);
  }

  @Override
  public Expr rebuild(ExprPool pool, List<Expr> newChildren) {
    return pool.element(symbol, newChildren);
  }

  @Override
  boolean samePayload(Expr other) {
    return symbol.equals(((Element) other).symbol);
  }

  @Override
  public String toString() {
    return symbol.name() + (children().isEmpty() ? "" : children().toString());
  }
}
