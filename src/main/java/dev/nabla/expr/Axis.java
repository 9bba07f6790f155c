package dev.nabla.expr;

/** The integers that an index runs over: lower ≤ index ≤ upper. */
public record Axis(Index index, Expr lower, Expr upper) {
  /** Whether it runs from 1 to a size, as the axis of a whole array does. */
  public boolean isWhole() {
    return lower instanceof Num one
        && one.value().isOne()
        && (upper instanceof Num || upper instanceof Element);
  }
}
