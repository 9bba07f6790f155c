package dev.nabla.expr;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The inside of a binder, Σ or a function of a whole array, with its bound indices replaced by free
 * ones: there it can be worked on, and closed again around whatever it has become.
 *
 * <p>The free indices are named by the heights of the bound ones. Binders that are nested in each
 * other have different heights, so their openings do not meet.
 *
 * @param axes the free indices with the limits of the bound ones
 * @param body the body
 */
public record Opening(List<Axis> axes, Expr body) {
  /** Opens Σ, ∏, max or min: one axis. */
  public static Opening of(ExprPool pool, Reduce reduce) {
    return of(
        pool, List.of(new Axis(reduce.index(), reduce.lower(), reduce.upper())), reduce.body());
  }

  /** Opens the argument of a function of a whole array. */
  public static Opening of(ExprPool pool, ArrayApply apply) {
    return of(pool, apply.axes(), apply.body());
  }

  private static Opening of(ExprPool pool, List<Axis> bound, Expr body) {
    Map<Expr, Expr> images = new HashMap<>();
    List<Axis> axes = new ArrayList<>();
    for (Axis axis : bound) {
      Index free = pool.index("'b" + axis.index().binder());
      images.put(axis.index(), free);
      axes.add(new Axis(free, axis.lower(), axis.upper()));
    }
    return new Opening(List.copyOf(axes), new Substitution(pool, images).apply(body));
  }

  /** The index of a binder that has one. */
  public Index index() {
    return axes.get(0).index();
  }

  /** The element of the argument at other indices. */
  public Expr at(ExprPool pool, List<Expr> indices) {
    return at(pool, body, indices);
  }

  /** An expression of the opened indices, at other ones. */
  public Expr at(ExprPool pool, Expr inside, List<Expr> indices) {
    Map<Expr, Expr> images = new HashMap<>();
    for (int d = 0; d < axes.size(); d++) {
      images.put(axes.get(d).index(), indices.get(d));
    }
    return new Substitution(pool, images).apply(inside);
  }

  /** Σ over all axes, the first outermost. */
  public Expr sum(ExprPool pool, Expr term) {
    Expr result = term;
    for (int d = axes.size() - 1; d >= 0; d--) {
      Axis axis = axes.get(d);
      result = pool.reduce(Reduce.Operation.SUM, axis.index(), axis.lower(), axis.upper(), result);
    }
    return result;
  }
}
