package dev.nabla.resolve;

import dev.nabla.ast.Syntax;
import dev.nabla.expr.Axis;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Reduce;
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
      array.sizes().forEach(size -> BoundIndices.checkCount(resolver, last, pool.one(), size));
      return Optional.of(Value.scalar(model.arrays().reduceAll(operation, array)));
    }
    if (folds && !BoundIndices.declares(resolver, arguments.get(0))) {
      return Optional.empty();
    }
    return Optional.of(overIndices(resolver, call, operation));
  }

  private Value overIndices(
      ExpressionResolver resolver, Syntax.Call call, Reduce.Operation operation) {
    int last = call.arguments().size() - 1;
    BoundIndices indices = new BoundIndices(resolver, model, call.arguments().subList(0, last));
    Syntax bodySyntax = call.arguments().get(last);
    Value body = indices.inside().resolve(bodySyntax);
    Expr result = resolver.number(body, bodySyntax.span());
    List<Axis> axes = indices.axes();
    for (int i = axes.size() - 1; i >= 0; i--) {
      Axis axis = axes.get(i);
      result = pool.reduce(operation, axis.index(), axis.lower(), axis.upper(), result);
    }
    return body.withBody(result);
  }
}
