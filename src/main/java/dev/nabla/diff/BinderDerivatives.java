package dev.nabla.diff;

import dev.nabla.expr.ArrayApply;
import dev.nabla.expr.ArrayFunction;
import dev.nabla.expr.Compare;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.expr.Opening;
import dev.nabla.expr.Reduce;
import dev.nabla.expr.Symbol;
import java.util.List;

/**
 * ∂node/∂x of what binds indices, from the derivative a′ of its opened body a.
 *
 * <p>The formulas for inverse and determinant: Petersen and Pedersen, The Matrix Cookbook (2012),
 * equations (40) and (46).
 */
final class BinderDerivatives {
  private final ExprPool pool;

  BinderDerivatives(ExprPool pool) {
    this.pool = pool;
  }

  /**
   * (Σ a)′ = Σ a′, (∏ a)′ = Σ_k a′_k·∏_{l≠k} a_l, (max a)′ = Σ_k [a_k = max a]·a′_k, divided by how
   * many a_k are the greatest: where there is a derivative, their a′_k agree.
   */
  Expr ofReduce(Reduce.Operation operation, Opening opening, Expr partial) {
    return switch (operation) {
      case SUM -> opening.sum(pool, partial);
      case PRODUCT -> opening.sum(pool, pool.product(partial, others(opening)));
      case MAX, MIN -> {
        Expr isExtreme =
            pool.compare(Compare.Relation.EQ, opening.body(), reduced(operation, opening));
        Expr sum = opening.sum(pool, pool.select(isExtreme, partial, pool.zero()));
        Expr count = opening.sum(pool, pool.select(isExtreme, pool.one(), pool.zero()));
        yield mayRepeat(opening) ? pool.divide(sum, count) : sum;
      }
    };
  }

  /** Whether two a_k can be equal everywhere; elements of one input are not. */
  private static boolean mayRepeat(Opening opening) {
    return !(opening.body() instanceof Element element
        && element.symbol().kind() != Symbol.Kind.ARRAY
        && element.indices().contains(opening.index()));
  }

  /** ∏_{l≠k} a_l, also where some a is 0. */
  private Expr others(Opening opening) {
    Index other = pool.index(opening.index().name() + "'");
    Expr same = pool.compare(Compare.Relation.EQ, other, opening.index());
    Expr factor = pool.select(same, pool.one(), opening.at(pool, List.of(other)));
    return pool.reduce(
        Reduce.Operation.PRODUCT,
        other,
        opening.axes().get(0).lower(),
        opening.axes().get(0).upper(),
        factor);
  }

  private Expr reduced(Reduce.Operation operation, Opening opening) {
    return pool.reduce(
        operation,
        opening.index(),
        opening.axes().get(0).lower(),
        opening.axes().get(0).upper(),
        opening.body());
  }

  /** The derivative of F(a)[subscripts], in terms of F(a) itself. */
  Expr ofArrayApply(ArrayApply apply, Opening opening, Expr partial) {
    List<Expr> free = List.copyOf(opening.axes().stream().map(axis -> axis.index()).toList());
    return switch (apply.function()) {
      case SOFTMAX -> ofSoftmax(apply, opening, partial, free);
      // (log Σ exp a)′ = Σ_k softmax(a)_k·a′_k
      case LOGSUMEXP ->
          opening.sum(pool, pool.product(element(apply, ArrayFunction.SOFTMAX, free), partial));
      // (A⁻¹)′ = −A⁻¹·A′·A⁻¹
      case INVERSE ->
          pool.negate(
              opening.sum(
                  pool,
                  pool.product(
                      element(apply, List.of(apply.subscripts().get(0), free.get(0))),
                      partial,
                      element(apply, List.of(free.get(1), apply.subscripts().get(1))))));
      // (det A)′ = det A·tr(A⁻¹·A′)
      case DETERMINANT ->
          pool.product(
              apply,
              opening.sum(
                  pool,
                  pool.product(
                      element(apply, ArrayFunction.INVERSE, List.of(free.get(1), free.get(0))),
                      partial)));
    };
  }

  /** s′ᵢ = sᵢ·(a′ᵢ − Σ_k s_k·a′_k). */
  private Expr ofSoftmax(ArrayApply apply, Opening opening, Expr partial, List<Expr> free) {
    Expr own = opening.at(pool, partial, apply.subscripts());
    Expr mean = opening.sum(pool, pool.product(element(apply, free), partial));
    return pool.product(apply, pool.subtract(own, mean));
  }

  private Expr element(ArrayApply apply, List<Expr> subscripts) {
    return element(apply, apply.function(), subscripts);
  }

  private Expr element(ArrayApply apply, ArrayFunction function, List<Expr> subscripts) {
    return pool.arrayApply(function, apply.axes(), apply.body(), subscripts);
  }
}
