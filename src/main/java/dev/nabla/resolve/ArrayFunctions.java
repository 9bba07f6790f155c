package dev.nabla.resolve;

import dev.nabla.ast.Syntax;
import dev.nabla.expr.ArrayFunction;
import dev.nabla.expr.Axis;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.expr.Reduce;
import dev.nabla.function.FunctionTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Functions of whole arrays. Those that stay one expression also take their argument element by
 * element, {@code softmax(k = 1..n, a[k])}: the result counts from 1 whatever the range is.
 */
final class ArrayFunctions {
  static final Set<String> NAMES =
      Set.of("softmax", "logsumexp", "inv", "det", "diag", "norm1", "norm2");

  private final Model model;
  private final ExprPool pool;

  ArrayFunctions(Model model) {
    this.model = model;
    this.pool = model.pool();
  }

  Value call(ExpressionResolver resolver, Syntax.Call call) {
    return switch (call.name().text()) {
      case "softmax" -> apply(resolver, call, ArrayFunction.SOFTMAX);
      case "logsumexp" -> apply(resolver, call, ArrayFunction.LOGSUMEXP);
      case "inv" -> apply(resolver, call, ArrayFunction.INVERSE);
      case "det" -> apply(resolver, call, ArrayFunction.DETERMINANT);
      case "diag" -> diagonal(resolver, call);
      case "norm1" -> {
        Value array = argument(resolver, call);
        Expr size = pool.apply(FunctionTable.get("abs"), array.body());
        yield Value.scalar(total(array.withBody(size)));
      }
      default -> {
        Value array = argument(resolver, call);
        yield Value.scalar(pool.sqrt(total(array.withBody(pool.power(array.body(), 2)))));
      }
    };
  }

  private Expr total(Value array) {
    return model.arrays().reduceAll(Reduce.Operation.SUM, array);
  }

  private Value argument(ExpressionResolver resolver, Syntax.Call call) {
    Calls.requireCount(resolver, call, 1);
    Syntax argument = call.arguments().get(0);
    Value value = resolver.resolve(argument);
    resolver.number(value, argument.span());
    return value;
  }

  /** The diagonal matrix of a vector, or the diagonal of a matrix. */
  private Value diagonal(ExpressionResolver resolver, Syntax.Call call) {
    Value array = argument(resolver, call);
    if (array.rank() == 1) {
      Expr size = array.sizes().get(0);
      Expr delta = pool.delta(model.arrays().axis(0), model.arrays().axis(1));
      return new Value(List.of(size, size), pool.product(delta, array.body()));
    }
    if (!model.arrays().isSquare(array)) {
      throw resolver.error(
          call.arguments().get(0).span(),
          "diag takes a vector or a square matrix, not " + array.describe());
    }
    Expr axis = model.arrays().axis(0);
    return new Value(List.of(array.sizes().get(0)), model.arrays().at(array, List.of(axis, axis)));
  }

  private Value apply(ExpressionResolver resolver, Syntax.Call call, ArrayFunction function) {
    int rank = function.argumentRank();
    if (call.arguments().size() == rank + 1) {
      return overIndices(resolver, call, function);
    }
    Value array = argument(resolver, call);
    if (array.rank() != rank) {
      throw resolver.error(
          call.arguments().get(0).span(),
          function.text()
              + " takes "
              + (rank == 1 ? "a vector" : "a square matrix")
              + ", not "
              + array.describe());
    }
    if (rank == 2) {
      requireSquare(resolver, call, array);
      return model.arrays().ofMatrix(function, array);
    }
    Index index = pool.index("'k");
    Axis axis = new Axis(index, pool.one(), array.sizes().get(0));
    Expr element = model.arrays().at(array, List.of(index));
    return result(function, List.of(axis), array.sizes(), array.isRow(), element);
  }

  private void requireSquare(ExpressionResolver resolver, Syntax.Call call, Value matrix) {
    if (!model.arrays().isSquare(matrix)) {
      throw resolver.error(
          call.arguments().get(call.arguments().size() - 1).span(),
          call.name().text() + " takes a square matrix, not " + matrix.describe());
    }
  }

  private Value overIndices(ExpressionResolver resolver, Syntax.Call call, ArrayFunction function) {
    int last = call.arguments().size() - 1;
    BoundIndices indices = new BoundIndices(resolver, model, call.arguments().subList(0, last));
    Syntax elementSyntax = call.arguments().get(last);
    Expr element =
        indices.inside().resolveScalar(elementSyntax, "the element of " + function.text());
    resolver.number(Value.scalar(element), elementSyntax.span());
    List<Axis> axes = indices.axes();
    List<Expr> sizes = new ArrayList<>();
    for (Axis axis : axes) {
      sizes.add(pool.sum(pool.subtract(axis.upper(), axis.lower()), pool.one()));
    }
    if (axes.size() == 2) {
      requireSquare(resolver, call, new Value(sizes, pool.zero()));
    }
    return result(function, axes, sizes, false, element);
  }

  private Value result(
      ArrayFunction function, List<Axis> axes, List<Expr> sizes, boolean isRow, Expr element) {
    List<Expr> subscripts = new ArrayList<>();
    for (int d = 0; d < function.resultRank(); d++) {
      subscripts.add(model.arrays().axis(d));
    }
    Expr body = pool.arrayApply(function, axes, element, subscripts);
    return subscripts.isEmpty() ? Value.scalar(body) : new Value(sizes, isRow, body);
  }
}
