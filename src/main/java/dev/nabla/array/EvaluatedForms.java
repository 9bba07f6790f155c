package dev.nabla.array;

import dev.nabla.expr.ArrayApply;
import dev.nabla.expr.ArrayFunction;
import dev.nabla.expr.Axis;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.expr.Opening;
import dev.nabla.expr.Reduce;
import dev.nabla.function.FunctionTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Functions of whole arrays as formulas that err as their evaluators do, for bounds of rounding
 * errors; the values are the same.
 *
 * <p>Softmax is exp(a − max a)/Σ exp(a − max a). An inverse Y by elimination with pivoting errs by
 * some |Y|·|A|·|Y| (Higham, Accuracy and Stability of Numerical Algorithms, 2002, §14.1), which is
 * what the rounding errors of Y·A·Y add up to; a determinant by some |det A|·tr(|Y|·|A|).
 */
public final class EvaluatedForms {
  private final ExprPool pool;
  private final Map<Expr, Expr> memo = new HashMap<>();

  public EvaluatedForms(ExprPool pool) {
    this.pool = pool;
  }

  /** The formula of the same value. */
  public Expr of(Expr node) {
    if (!node.isIndexed()) {
      return node;
    }
    Expr known = memo.get(node);
    if (known == null) {
      known = compute(node);
      memo.put(node, known);
    }
    return known;
  }

  private Expr compute(Expr node) {
    if (node instanceof Reduce reduce) {
      Opening opening = Opening.of(pool, reduce);
      return reduce(reduce.operation(), opening.axes().get(0), of(opening.body()));
    }
    if (node instanceof ArrayApply apply) {
      Opening opening = Opening.of(pool, apply);
      Opening inside = new Opening(opening.axes(), of(opening.body()));
      return switch (apply.function()) {
        case SOFTMAX ->
            pool.divide(inside.at(pool, exponential(inside), apply.subscripts()), total(inside));
        case LOGSUMEXP ->
            pool.sum(maximum(inside), pool.apply(FunctionTable.get("log"), total(inside)));
        case INVERSE -> ofInverse(inside, apply.subscripts());
        case DETERMINANT -> ofDeterminant(inside);
      };
    }
    List<Expr> children = node.children().stream().map(this::of).toList();
    return children.equals(node.children()) ? node : node.rebuild(pool, children);
  }

  private Expr reduce(Reduce.Operation operation, Axis axis, Expr body) {
    return pool.reduce(operation, axis.index(), axis.lower(), axis.upper(), body);
  }

  private Expr maximum(Opening inside) {
    return reduce(Reduce.Operation.MAX, inside.axes().get(0), inside.body());
  }

  private Expr exponential(Opening inside) {
    return pool.apply(FunctionTable.get("exp"), pool.subtract(inside.body(), maximum(inside)));
  }

  private Expr total(Opening inside) {
    return reduce(Reduce.Operation.SUM, inside.axes().get(0), exponential(inside));
  }

  private Expr inverse(Opening inside, Expr row, Expr column) {
    return pool.arrayApply(
        ArrayFunction.INVERSE, inside.axes(), inside.body(), List.of(row, column));
  }

  /** Y·A·Y. */
  private Expr ofInverse(Opening inside, List<Expr> subscripts) {
    List<Axis> fresh = fresh(inside);
    Expr k = fresh.get(0).index();
    Expr l = fresh.get(1).index();
    Expr term =
        pool.product(
            inverse(inside, subscripts.get(0), k),
            inside.at(pool, List.of(k, l)),
            inverse(inside, l, subscripts.get(1)));
    return new Opening(fresh, term).sum(pool, term);
  }

  /** det A·(tr(Y·A) − n + 1). */
  private Expr ofDeterminant(Opening inside) {
    List<Axis> fresh = fresh(inside);
    Expr k = fresh.get(0).index();
    Expr l = fresh.get(1).index();
    Expr term = pool.product(inverse(inside, l, k), inside.at(pool, List.of(k, l)));
    Expr trace = new Opening(fresh, term).sum(pool, term);
    Expr determinant =
        pool.arrayApply(ArrayFunction.DETERMINANT, inside.axes(), inside.body(), List.of());
    Expr size = inside.axes().get(0).upper();
    return pool.product(determinant, pool.sum(trace, pool.negate(size), pool.one()));
  }

  private List<Axis> fresh(Opening inside) {
    List<Axis> fresh = new ArrayList<>();
    for (Axis axis : inside.axes()) {
      Index index = pool.index(axis.index().name() + "y");
      fresh.add(new Axis(index, axis.lower(), axis.upper()));
    }
    return fresh;
  }
}
