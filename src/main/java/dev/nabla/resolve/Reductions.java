package dev.nabla.resolve;

import dev.nabla.ast.Syntax;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Num;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Reduce;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code sum}, {@code prod}, {@code max} and {@code min} over indices or over all elements. */
final class Reductions {
  /** The most terms of one reduction: more would be expanded into gigabytes. */
  static final long MOST_TERMS = 1_000_000;

  private static final Map<String, Reduce.Operation> OPERATIONS =
      Map.of(
          "sum", Reduce.Operation.SUM,
          "Σ", Reduce.Operation.SUM,
          "∑", Reduce.Operation.SUM,
          "prod", Reduce.Operation.PRODUCT,
          "Π", Reduce.Operation.PRODUCT,
          "∏", Reduce.Operation.PRODUCT,
          "max", Reduce.Operation.MAX,
          "min", Reduce.Operation.MIN);

  private final Model model;
  private final ExprPool pool;

  Reductions(Model model) {
    this.model = model;
    this.pool = model.pool();
  }

  boolean isReduction(String name) {
    return OPERATIONS.containsKey(name);
  }

  private record Bound(Syntax syntax, Syntax.Name name, Binding.IndexName index) {}

  /** The reduction, or empty where the call is max or min of several numbers. */
  Optional<Value> reduce(ExpressionResolver resolver, Syntax.Call call) {
    Reduce.Operation operation = OPERATIONS.get(call.name().text());
    List<Syntax> arguments = call.arguments();
    boolean folds = operation == Reduce.Operation.MAX || operation == Reduce.Operation.MIN;
    if (arguments.isEmpty()) {
      throw resolver.error(
          call.span(),
          call.name().text() + " of nothing",
          "write " + call.name().text() + "(k, x[k]) or " + call.name().text() + "(x)");
    }
    Syntax last = arguments.get(arguments.size() - 1);
    if (last instanceof Syntax.Range) {
      throw resolver.error(
          last.span(),
          "what to " + call.name().text() + " is missing behind the range",
          "write " + call.name().text() + "(k = 1..n, x[k])");
    }
    if (arguments.size() == 1) {
      Value array = resolver.resolve(last);
      resolver.number(array, last.span());
      array.sizes().forEach(size -> checkCount(resolver, last, pool.one(), size));
      return Optional.of(Value.scalar(model.arrays().reduceAll(operation, array)));
    }
    boolean indexed =
        arguments.get(0) instanceof Syntax.Range || isFreshName(resolver, arguments.get(0));
    if (folds && !indexed) {
      return Optional.empty();
    }
    return Optional.of(overIndices(resolver, call, operation));
  }

  private static boolean isFreshName(ExpressionResolver resolver, Syntax syntax) {
    return syntax instanceof Syntax.Name name
        && resolver.scope().find(name.text()).isEmpty()
        && ExpressionResolver.constant(name.text()).isEmpty();
  }

  private Value overIndices(
      ExpressionResolver resolver, Syntax.Call call, Reduce.Operation operation) {
    List<Syntax> arguments = call.arguments();
    Scope inner = resolver.scope().inner();
    List<Bound> bounds = new ArrayList<>();
    List<Expr> lowers = new ArrayList<>();
    List<Expr> uppers = new ArrayList<>();
    for (Syntax argument : arguments.subList(0, arguments.size() - 1)) {
      ExpressionResolver here = resolver.in(inner);
      if (argument instanceof Syntax.Range range) {
        lowers.add(limit(here, range.lower()));
        uppers.add(limit(here, range.upper()));
        checkCount(here, range, lowers.get(lowers.size() - 1), uppers.get(uppers.size() - 1));
        bounds.add(bind(inner, range, range.name(), true));
      } else if (argument instanceof Syntax.Name name) {
        lowers.add(pool.one());
        uppers.add(pool.one());
        bounds.add(bind(inner, name, name, false));
      } else {
        throw resolver.error(
            argument.span(),
            "an index is expected here",
            "write sum(k, …) or sum(k = 1..n, …); the last argument is what is summed");
      }
    }
    Syntax bodySyntax = arguments.get(arguments.size() - 1);
    Value body = resolver.in(inner).resolve(bodySyntax);
    Expr result = resolver.number(body, bodySyntax.span());
    for (int i = bounds.size() - 1; i >= 0; i--) {
      Bound bound = bounds.get(i);
      Expr upper = uppers.get(i);
      if (bound.syntax() instanceof Syntax.Name name) {
        upper = inferredSize(resolver, name, bound.index());
        checkCount(resolver, name, pool.one(), upper);
      }
      result = pool.reduce(operation, bound.index().index(), lowers.get(i), upper, result);
    }
    return body.withBody(result);
  }

  private Bound bind(Scope scope, Syntax syntax, Syntax.Name name, boolean ranged) {
    Binding.IndexName index = new Binding.IndexName(model.freshIndex(name.text()), ranged);
    scope.bind(name.text(), index);
    return new Bound(syntax, name, index);
  }

  static Expr inferredSize(ExpressionResolver resolver, Syntax.Name name, Binding.IndexName index) {
    return index
        .size()
        .orElseThrow(
            () ->
                resolver.error(
                    name.span(),
                    "the range of index '" + name.text() + "' is not known",
                    "use it as an index by itself, x["
                        + name.text()
                        + "], or write its range: "
                        + name.text()
                        + " = 1..n"));
  }

  private static Expr limit(ExpressionResolver resolver, Syntax syntax) {
    Expr limit = resolver.resolveScalar(syntax, "the end of a range");
    boolean isWhole = !(limit instanceof Num num) || num.value().isInteger();
    if (!isWhole || !SubscriptResolver.isOfSizes(limit)) {
      throw resolver.error(
          syntax.span(),
          "the end of a range is a whole number made of numbers, sizes and outer indices");
    }
    return limit;
  }

  private static void checkCount(
      ExpressionResolver resolver, Syntax place, Expr lower, Expr upper) {
    if (lower instanceof Num from && upper instanceof Num to) {
      Rational count = to.value().subtract(from.value()).add(Rational.ONE);
      if (count.compareTo(Rational.of(MOST_TERMS)) > 0) {
        throw resolver.error(
            place.span(),
            "this range has " + count + " terms; the most is " + MOST_TERMS,
            "choose a smaller size");
      }
    }
  }
}
