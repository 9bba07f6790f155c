package dev.nabla.resolve;

import dev.nabla.ast.Syntax;
import dev.nabla.expr.Axis;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Num;
import dev.nabla.expr.Rational;
import dev.nabla.source.NablaException;
import java.util.ArrayList;
import java.util.List;

/**
 * The indices that {@code sum(i = 1..n, j, …)} and its like bind for their last argument: a range
 * is written, or found from the uses.
 */
final class BoundIndices {
  private record Bound(Syntax syntax, Syntax.Name name, Binding.IndexName index) {}

  private final Model model;
  private final ExpressionResolver outside;
  private final ExpressionResolver inside;
  private final List<Bound> bounds = new ArrayList<>();

  BoundIndices(ExpressionResolver resolver, Model model, List<Syntax> indices) {
    this.model = model;
    this.outside = resolver;
    Scope scope = resolver.scope().inner();
    this.inside = resolver.in(scope);
    for (Syntax index : indices) {
      bind(scope, index);
    }
  }

  /** Whether an argument declares an index: a range, or a name that stands for nothing yet. */
  static boolean declares(ExpressionResolver resolver, Syntax argument) {
    return argument instanceof Syntax.Range
        || (argument instanceof Syntax.Name name
            && resolver.scope().find(name.text()).isEmpty()
            && ExpressionResolver.constant(name.text()).isEmpty());
  }

  private void bind(Scope scope, Syntax syntax) {
    if (syntax instanceof Syntax.Range range) {
      Expr lower = limit(inside, range.lower());
      Expr upper = limit(inside, range.upper());
      checkCount(inside, range, lower, upper);
      Syntax.Name name = range.name();
      bind(scope, range, name, new Binding.IndexName(model.freshIndex(name.text()), lower, upper));
    } else if (syntax instanceof Syntax.Name name) {
      bind(scope, name, name, new Binding.IndexName(model.freshIndex(name.text())));
    } else {
      throw outside.error(
          syntax.span(),
          "an index is expected here",
          "write sum(k, …) or sum(k = 1..n, …); the last argument is what is summed");
    }
  }

  private void bind(Scope scope, Syntax syntax, Syntax.Name name, Binding.IndexName index) {
    scope.bind(name.text(), index);
    bounds.add(new Bound(syntax, name, index));
  }

  /** Where the indices are bound. */
  ExpressionResolver inside() {
    return inside;
  }

  /** The ranges, once all uses are read. */
  List<Axis> axes() {
    List<Axis> axes = new ArrayList<>();
    for (Bound bound : bounds) {
      if (bound.index().range().isEmpty()) {
        throw unknownRange(outside, bound.name());
      }
      IndexBounds.Range range = bound.index().range().get();
      if (bound.syntax() instanceof Syntax.Name) {
        checkCount(outside, bound.syntax(), range.lower(), range.upper());
      }
      axes.add(new Axis(range.index(), range.lower(), range.upper()));
    }
    return axes;
  }

  static NablaException unknownRange(ExpressionResolver resolver, Syntax.Name name) {
    return resolver.error(
        name.span(),
        "the range of index '" + name.text() + "' is not known",
        "use it as an index by itself, x["
            + name.text()
            + "], or write its range: "
            + name.text()
            + " = 1..n");
  }

  /** The end of a range: a whole number of sizes and outer indices. */
  static Expr limit(ExpressionResolver resolver, Syntax syntax) {
    Expr limit = resolver.resolveScalar(syntax, "the end of a range");
    boolean isWhole = !(limit instanceof Num num) || num.value().isInteger();
    if (!isWhole || !SubscriptResolver.isOfSizes(limit)) {
      throw resolver.error(
          syntax.span(),
          "the end of a range is a whole number made of numbers, sizes and outer indices");
    }
    return limit;
  }

  static void checkCount(ExpressionResolver resolver, Syntax place, Expr lower, Expr upper) {
    if (lower instanceof Num from && upper instanceof Num to) {
      Rational count = to.value().subtract(from.value()).add(Rational.ONE);
      if (count.compareTo(Rational.of(Reductions.MOST_TERMS)) > 0) {
        throw resolver.error(
            place.span(),
            "this range has " + count + " terms; the most is " + Reductions.MOST_TERMS,
            "choose a smaller size");
      }
    }
  }
}
