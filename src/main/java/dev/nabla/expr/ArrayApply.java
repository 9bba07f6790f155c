package dev.nabla.expr;

import java.util.ArrayList;
import java.util.List;

/**
 * F(a)[i, …]: one element of a function of a whole array, whose element is the body at the bound
 * indices of its axes.
 *
 * <p>The children are, for each axis of the argument, its bound index, lower and upper limit; then
 * the body; then the subscripts. The bound indices are named by the height of the body, as in a
 * {@link Reduce}: axis d has the height of the body plus d + 1.
 */
public final class ArrayApply extends Expr {
  private final ArrayFunction function;

  ArrayApply(int id, ArrayFunction function, List<Expr> children) {
    super(id, function.name().hashCode(), children, function.argumentRank());
    this.function = function;
  }

  public ArrayFunction function() {
    return function;
  }

  /** The axes of the argument. */
  public List<Axis> axes() {
    List<Axis> axes = new ArrayList<>();
    for (int d = 0; d < function.argumentRank(); d++) {
      List<Expr> c = children();
      axes.add(new Axis((Index) c.get(3 * d), c.get(3 * d + 1), c.get(3 * d + 2)));
    }
    return List.copyOf(axes);
  }

  /** The element of the argument at the bound indices. */
  public Expr body() {
    return children().get(3 * function.argumentRank());
  }

  /** Which element of the result this is; empty for a scalar result. */
  public List<Expr> subscripts() {
    return children().subList(3 * function.argumentRank() + 1, children().size());
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitArrayApply(this);
  }

  @Override
  public Expr rebuild(ExprPool pool, List<Expr> newChildren) {
    int rank = function.argumentRank();
    List<Axis> axes = new ArrayList<>();
    for (int d = 0; d < rank; d++) {
      axes.add(
          new Axis(
              (Index) newChildren.get(3 * d),
              newChildren.get(3 * d + 1),
              newChildren.get(3 * d + 2)));
    }
    return pool.arrayApply(
        function,
        axes,
        newChildren.get(3 * rank),
        newChildren.subList(3 * rank + 1, newChildren.size()));
  }

  @Override
  boolean samePayload(Expr other) {
    return function == ((ArrayApply) other).function;
  }

  @Override
  public String toString() {
    return function.text() + children();
  }
}
