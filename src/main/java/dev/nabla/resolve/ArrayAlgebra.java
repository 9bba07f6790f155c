package dev.nabla.resolve;

import dev.nabla.expr.ArrayFunction;
import dev.nabla.expr.Axis;
import dev.nabla.expr.Compare;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.expr.Num;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Reduce;
import dev.nabla.expr.Substitution;
import dev.nabla.source.NablaException;
import dev.nabla.source.Source;
import dev.nabla.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The operations on arrays, each as an operation on the scalar element. */
final class ArrayAlgebra {
  private static final int LARGEST_POWER = 64;

  private final ExprPool pool;
  private final SizeEquality equality;

  ArrayAlgebra(ExprPool pool, SizeEquality equality) {
    this.pool = pool;
    this.equality = equality;
  }

  Index axis(int number) {
    return Value.axis(pool, number);
  }

  /** operation(elements), all of one shape; scalars are spread over the arrays. */
  Value elementwise(
      Source source,
      String operator,
      List<Value> operands,
      List<Span> spans,
      Function<List<Expr>, Expr> operation) {
    Value shape = operands.get(0);
    int first = 0;
    List<Expr> bodies = new ArrayList<>(operands.size());
    for (int i = 0; i < operands.size(); i++) {
      Value operand = operands.get(i);
      if (shape.isScalar() && !operand.isScalar()) {
        shape = operand;
        first = i;
      } else if (!operand.isScalar() && !equality.sameShape(operand, shape)) {
        throw NablaException.at(
            source,
            spans.get(first).to(spans.get(i)),
            "shapes differ: "
                + operator
                + " of "
                + shape.describe()
                + " and "
                + operand.describe());
      }
      bodies.add(operand.body());
    }
    return shape.withBody(operation.apply(bodies));
  }

  /** The element at the given indices, one for each axis. */
  Expr at(Value array, List<Expr> indices) {
    Map<Expr, Expr> images = new HashMap<>();
    for (int d = 0; d < indices.size(); d++) {
      images.put(axis(d), indices.get(d));
    }
    return new Substitution(pool, images).apply(array.body());
  }

  /** a·b: the matrix product, the dot product of row and column, or a scalar multiple. */
  Value multiply(Source source, Value a, Value b, Span span) {
    if (a.isScalar() || b.isScalar()) {
      Value shape = a.isScalar() ? b : a;
      return shape.withBody(pool.product(a.body(), b.body()));
    }
    if (a.rank() > 2 || b.rank() > 2) {
      throw mismatch(source, span, a, b, "write it with indices: sum(k, …)");
    }
    if (a.rank() == 1 && !a.isRow()) {
      if (b.rank() == 1 && b.isRow()) {
        Expr right = at(b, List.of(axis(1)));
        return new Value(
            List.of(a.sizes().get(0), b.sizes().get(0)), pool.product(a.body(), right));
      }
      String hint =
          b.rank() == 1
              ? "write x'*y for the dot product, x.*y elementwise, x*y' for the outer product"
              : "a vector is a column: write x'*A";
      throw mismatch(source, span, a, b, hint);
    }
    if (b.rank() == 1 && b.isRow()) {
      throw mismatch(source, span, a, b, "a row vector stands on the left: x'*A");
    }
    Expr inner = a.sizes().get(a.rank() - 1);
    if (!equality.equal(inner, b.sizes().get(0))) {
      throw mismatch(
          source,
          span,
          a,
          b,
          "the inner sizes "
              + Value.sizeText(inner)
              + " and "
              + Value.sizeText(b.sizes().get(0))
              + " must be equal");
    }
    return contract(a, b, inner);
  }

  private Value contract(Value a, Value b, Expr inner) {
    Index k = pool.index("'k");
    List<Expr> sizes = new ArrayList<>();
    List<Expr> leftIndices = new ArrayList<>();
    List<Expr> rightIndices = new ArrayList<>(List.of(k));
    if (a.rank() == 2) {
      leftIndices.add(axis(0));
      sizes.add(a.sizes().get(0));
    }
    leftIndices.add(k);
    if (b.rank() == 2) {
      rightIndices.add(axis(sizes.size()));
      sizes.add(b.sizes().get(1));
    }
    Expr body = pool.product(at(a, leftIndices), at(b, rightIndices));
    boolean isRow = a.rank() == 1 && sizes.size() == 1;
    return new Value(sizes, isRow, pool.reduce(Reduce.Operation.SUM, k, pool.one(), inner, body));
  }

  private static NablaException mismatch(Source source, Span span, Value a, Value b, String hint) {
    return NablaException.at(
        source, span, "cannot multiply " + a.describe() + " by " + b.describe(), hint);
  }

  /** Aᵀ; a column becomes a row. */
  Value transpose(Source source, Value array, Span span) {
    return switch (array.rank()) {
      case 0 -> array;
      case 1 -> new Value(array.sizes(), !array.isRow(), array.body());
      case 2 ->
          new Value(
              List.of(array.sizes().get(1), array.sizes().get(0)),
              at(array, List.of(axis(1), axis(0))));
      default ->
          throw NablaException.at(
              source, span, "only vectors and matrices have a transpose, not " + array.describe());
    };
  }

  /** The reduction over all elements. */
  Expr reduceAll(Reduce.Operation operation, Value array) {
    Expr body = array.body();
    for (int d = array.rank() - 1; d >= 0; d--) {
      body = pool.reduce(operation, axis(d), pool.one(), array.sizes().get(d), body);
    }
    return body;
  }

  /** The array of the given elements, all of one shape, along a new first axis. */
  Value stack(List<Value> elements) {
    Value first = elements.get(0);
    List<Expr> sizes = new ArrayList<>(first.sizes());
    sizes.add(0, pool.num(elements.size()));
    List<Expr> shifted = new ArrayList<>();
    for (int d = 0; d < first.rank(); d++) {
      shifted.add(axis(d + 1));
    }
    List<Expr> bodies = elements.stream().map(element -> at(element, shifted)).toList();
    return new Value(sizes, choose(bodies, 0, bodies.size()));
  }

  /** bodies[axis 0] as a balanced tree of conditions on the index. */
  private Expr choose(List<Expr> bodies, int from, int to) {
    if (to - from == 1) {
      return bodies.get(from);
    }
    int middle = (from + to) >>> 1;
    Expr inLeft = pool.compare(Compare.Relation.LE, axis(0), pool.num(middle));
    return pool.select(inLeft, choose(bodies, from, middle), choose(bodies, middle, to));
  }

  /** Whether both axes of a matrix have one size. */
  boolean isSquare(Value matrix) {
    return matrix.rank() == 2 && equality.equal(matrix.sizes().get(0), matrix.sizes().get(1));
  }

  /** F(A) of a square matrix: its inverse, or its determinant. */
  Value ofMatrix(ArrayFunction function, Value matrix) {
    Index row = pool.index("'i");
    Index column = pool.index("'j");
    Expr size = matrix.sizes().get(0);
    List<Axis> axes = List.of(new Axis(row, pool.one(), size), new Axis(column, pool.one(), size));
    Expr element = at(matrix, List.of(row, column));
    return function.resultRank() == 0
        ? Value.scalar(pool.arrayApply(function, axes, element, List.of()))
        : new Value(
            List.of(size, size),
            pool.arrayApply(function, axes, element, List.of(axis(0), axis(1))));
  }

  /** The identity matrix. */
  Value identity(Expr size) {
    return new Value(List.of(size, size), pool.delta(axis(0), axis(1)));
  }

  /** The matrix power Aⁿ for an integer n; a negative one is a power of the inverse. */
  Value matrixPower(Source source, Value matrix, Expr exponent, Span span) {
    if (!isSquare(matrix)) {
      throw NablaException.at(
          source,
          span,
          "only a square matrix has a power, not " + matrix.describe(),
          "write .^ for the power of each element");
    }
    if (!(exponent instanceof Num num)
        || !num.value().isInteger()
        || num.value().abs().compareTo(Rational.of(LARGEST_POWER)) > 0) {
      throw NablaException.at(
          source,
          span,
          "the exponent of a matrix is an integer from -" + LARGEST_POWER + " to " + LARGEST_POWER,
          "write .^ for the power of each element");
    }
    int power = num.value().intValue();
    if (power == 0) {
      return identity(matrix.sizes().get(0));
    }
    Value factor = power < 0 ? ofMatrix(ArrayFunction.INVERSE, matrix) : matrix;
    Value result = factor;
    for (int i = 1; i < Math.abs(power); i++) {
      result = multiply(source, result, factor, span);
    }
    return result;
  }
}
