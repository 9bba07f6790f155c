package dev.nabla.index;

import dev.nabla.expr.Apply;
import dev.nabla.expr.ArrayApply;
import dev.nabla.expr.ArrayFunction;
import dev.nabla.expr.Axis;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Num;
import dev.nabla.expr.Opening;
import dev.nabla.expr.Power;
import dev.nabla.expr.Product;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Reduce;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * exp(aᵢ)/Σ_k exp(a_k) → softmax(a)ᵢ and log Σ_k exp(a_k) → logsumexp(a), so that their derivatives
 * are written in terms of themselves and their values never overflow.
 */
final class SoftmaxForm {
  private final ExprPool pool;
  private final IndexRanges ranges;
  private final IndexMatcher matcher;

  SoftmaxForm(ExprPool pool, IndexRanges ranges, IndexMatcher matcher) {
    this.pool = pool;
    this.ranges = ranges;
    this.matcher = matcher;
  }

  /**
   * log Σ_k exp(a_k) as one function, log softmax(a)ᵢ as aᵢ − logsumexp(a), which has a value where
   * softmax underflows, or the node itself.
   */
  Expr ofApply(Apply apply) {
    if (!isCall(apply, "log")) {
      return apply;
    }
    if (apply.arguments().get(0) instanceof ArrayApply softmax
        && softmax.function() == ArrayFunction.SOFTMAX) {
      Expr own = Opening.of(pool, softmax).at(pool, softmax.subscripts());
      Expr total =
          pool.arrayApply(ArrayFunction.LOGSUMEXP, softmax.axes(), softmax.body(), List.of());
      return pool.subtract(own, total);
    }
    return exponentials(apply.arguments().get(0))
        .map(sum -> sum.applied(pool, ArrayFunction.LOGSUMEXP, List.of()))
        .orElse(apply);
  }

  /** A quotient of exponentials as softmax, or the node itself. */
  Expr ofProduct(Product product) {
    for (Expr factor : product.factors()) {
      if (factor instanceof Power power
          && power.exponent() instanceof Num exponent
          && exponent.value().equals(Rational.MINUS_ONE)) {
        Optional<Expr> softmax =
            exponentials(power.base()).flatMap(sum -> softmax(product, factor, sum));
        if (softmax.isPresent()) {
          return softmax.get();
        }
      }
    }
    return product;
  }

  /** Σ_k exp(a_k): the sum and the argument a. */
  private record Exponentials(Reduce reduce, Expr argument) {
    Axis axis() {
      return new Axis(reduce.index(), reduce.lower(), reduce.upper());
    }

    Expr applied(ExprPool pool, ArrayFunction function, List<Expr> subscripts) {
      return pool.arrayApply(function, List.of(axis()), argument, subscripts);
    }
  }

  private static Optional<Exponentials> exponentials(Expr expr) {
    return expr instanceof Reduce reduce
            && reduce.operation() == Reduce.Operation.SUM
            && reduce.body() instanceof Apply apply
            && isCall(apply, "exp")
        ? Optional.of(new Exponentials(reduce, apply.arguments().get(0)))
        : Optional.empty();
  }

  private static boolean isCall(Apply apply, String function) {
    return apply.function().name().equals(function);
  }

  private Optional<Expr> softmax(Product product, Expr reciprocal, Exponentials sum) {
    Opening opening = Opening.of(pool, sum.reduce());
    Expr argument = ((Apply) opening.body()).arguments().get(0);
    for (Expr factor : product.factors()) {
      if (factor instanceof Apply apply && isCall(apply, "exp")) {
        Optional<List<Expr>> subscript =
            matcher
                .match(argument, List.of(opening.index()), apply.arguments().get(0))
                // A softmax has no element outside the range of its sum.
                .filter(found -> ranges.within(found.get(0), sum.axis()) == pool.truth());
        if (subscript.isPresent()) {
          List<Expr> rest = new ArrayList<>(product.factors());
          rest.remove(factor);
          rest.remove(reciprocal);
          rest.add(sum.applied(pool, ArrayFunction.SOFTMAX, subscript.get()));
          return Optional.of(pool.product(rest));
        }
      }
    }
    return Optional.empty();
  }
}
