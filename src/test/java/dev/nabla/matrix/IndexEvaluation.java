package dev.nabla.matrix;

import dev.nabla.expr.Apply;
import dev.nabla.expr.ArrayApply;
import dev.nabla.expr.Axis;
import dev.nabla.expr.Compare;
import dev.nabla.expr.Constant;
import dev.nabla.expr.Delta;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Index;
import dev.nabla.expr.Logic;
import dev.nabla.expr.Num;
import dev.nabla.expr.Power;
import dev.nabla.expr.Product;
import dev.nabla.expr.Reduce;
import dev.nabla.expr.Select;
import dev.nabla.expr.Sum;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** The value of an expression with indices by its definition: a loop for each binder. */
final class IndexEvaluation {
  private final Map<String, Matrix> arrays;
  private final Map<Index, Integer> indices = new HashMap<>();

  /** Evaluation where every symbol has a value; a scalar and a size are 1×1, a vector is n×1. */
  IndexEvaluation(Map<String, Matrix> arrays) {
    this.arrays = arrays;
  }

  double at(Expr expr, Map<Index, Integer> free) {
    indices.clear();
    indices.putAll(free);
    return value(expr);
  }

  int whole(Expr expr) {
    return (int) Math.round(value(expr));
  }

  private double value(Expr expr) {
    if (expr instanceof Num num) {
      return num.value().doubleValue();
    }
    if (expr instanceof Constant constant) {
      return constant.name().value();
    }
    if (expr instanceof Index index) {
      return indices.get(index);
    }
    if (expr instanceof Element element) {
      List<Integer> at = element.indices().stream().map(this::whole).toList();
      Matrix array = arrays.get(element.symbol().name());
      return array.at(at.isEmpty() ? 0 : at.get(0) - 1, at.size() < 2 ? 0 : at.get(1) - 1);
    }
    if (expr instanceof Sum sum) {
      return sum.terms().stream().mapToDouble(this::value).sum();
    }
    if (expr instanceof Product product) {
      return product.factors().stream().mapToDouble(this::value).reduce(1, (a, b) -> a * b);
    }
    if (expr instanceof Power power) {
      return Math.pow(value(power.base()), value(power.exponent()));
    }
    if (expr instanceof Apply apply) {
      return Elementary.call(
          apply.function().name(), apply.arguments().stream().mapToDouble(this::value).toArray());
    }
    if (expr instanceof Delta delta) {
      return value(delta.left()) == value(delta.right()) ? 1 : 0;
    }
    if (expr instanceof Select select) {
      return value(holds(select.condition()) ? select.whenTrue() : select.whenFalse());
    }
    if (expr instanceof Reduce reduce) {
      return reduce(reduce);
    }
    return arrayApply((ArrayApply) expr);
  }

  private boolean holds(Expr condition) {
    if (condition instanceof Compare compare) {
      return compare.relation().holds(value(compare.left()), value(compare.right()));
    }
    Logic logic = (Logic) condition;
    return switch (logic.connective()) {
      case AND -> logic.operands().stream().allMatch(this::holds);
      case OR -> logic.operands().stream().anyMatch(this::holds);
      case NOT -> !holds(logic.operands().get(0));
    };
  }

  private double reduce(Reduce reduce) {
    double[] values =
        IntStream.rangeClosed(whole(reduce.lower()), whole(reduce.upper()))
            .mapToDouble(k -> with(reduce.index(), k, () -> value(reduce.body())))
            .toArray();
    return switch (reduce.operation()) {
      case SUM -> IntStream.range(0, values.length).mapToDouble(k -> values[k]).sum();
      case PRODUCT -> fold(values, 1, (a, b) -> a * b);
      case MAX -> fold(values, Double.NEGATIVE_INFINITY, Math::max);
      case MIN -> fold(values, Double.POSITIVE_INFINITY, Math::min);
    };
  }

  private static double fold(
      double[] values, double start, java.util.function.DoubleBinaryOperator operator) {
    return java.util.Arrays.stream(values).reduce(start, operator);
  }

  private double with(Index index, int value, java.util.function.DoubleSupplier body) {
    Integer before = indices.put(index, value);
    double result = body.getAsDouble();
    if (before == null) {
      indices.remove(index);
    } else {
      indices.put(index, before);
    }
    return result;
  }

  private double arrayApply(ArrayApply apply) {
    List<Axis> axes = apply.axes();
    List<Integer> at = apply.subscripts().stream().map(this::whole).toList();
    int n = whole(axes.get(0).upper());
    if (axes.size() == 1) {
      IntToDoubleFunction element = k -> with(axes.get(0).index(), k, () -> value(apply.body()));
      double sum =
          IntStream.rangeClosed(1, n).mapToDouble(k -> Math.exp(element.applyAsDouble(k))).sum();
      return at.isEmpty() ? Math.log(sum) : Math.exp(element.applyAsDouble(at.get(0))) / sum;
    }
    Matrix argument =
        Matrix.of(
            n,
            n,
            (i, j) ->
                with(
                    axes.get(0).index(),
                    i + 1,
                    () -> with(axes.get(1).index(), j + 1, () -> value(apply.body()))));
    return at.isEmpty()
        ? argument.determinant()
        : argument.inverse().at(at.get(0) - 1, at.get(1) - 1);
  }
}
