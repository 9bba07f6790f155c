package dev.nabla.array;

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
import dev.nabla.expr.Symbol;
import dev.nabla.function.ElementaryFunction;
import dev.nabla.function.FunctionTable;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.DoubleStream;

/**
 * The value of an indexed expression at a point, by its definition: every sum is run through. It
 * shares no code with what rewrites expressions.
 *
 * <p>A factor δ or [condition] that is 0 ends its product, and a branch not taken is not looked at;
 * so an element outside its array is met only where a guard is missing, and is an error.
 */
public final class ArrayEvaluator {
  private final Map<String, Integer> sizes;
  private final Map<String, DenseArray> arrays;
  private final Map<Index, Integer> scope = new HashMap<>();
  private final Map<Expr, List<Index>> free = new HashMap<>();
  private final Map<At, Double> known = new HashMap<>();
  private final Map<String, Method> functions = new HashMap<>();

  /** A node at the values of its free indices. */
  private record At(Expr node, List<Integer> indices) {}

  /** The values of sizes and of the arguments, by name. */
  public ArrayEvaluator(Map<String, Integer> sizes, Map<String, DenseArray> arrays) {
    this.sizes = Map.copyOf(sizes);
    this.arrays = Map.copyOf(arrays);
  }

  /** The value where the free indices have these values. */
  public double value(Expr expr, Map<Index, Integer> indices) {
    scope.clear();
    scope.putAll(indices);
    return of(expr);
  }

  /** The value of an expression of sizes. */
  public int whole(Expr expr) {
    double value = of(expr);
    if (value != Math.rint(value)) {
      throw new ArithmeticException(expr + " is " + value + ", not a whole number");
    }
    return (int) value;
  }

  private double of(Expr node) {
    if (node instanceof Num num) {
      return num.value().doubleValue();
    }
    if (node instanceof Index index) {
      Integer value = scope.get(index);
      if (value == null) {
        throw new IllegalStateException("the index " + index + " has no value");
      }
      return value;
    }
    At at = new At(node, free(node).stream().map(scope::get).toList());
    Double value = known.get(at);
    if (value == null) {
      value = compute(node);
      known.put(at, value);
    }
    return value;
  }

  private List<Index> free(Expr node) {
    List<Index> indices = free.get(node);
    if (indices == null) {
      TreeSet<Index> all = new TreeSet<>((a, b) -> Integer.compare(a.id(), b.id()));
      node.children().forEach(child -> all.addAll(free(child)));
      if (node instanceof Index index) {
        all.add(index);
      } else if (node instanceof Reduce reduce) {
        all.remove(reduce.index());
      } else if (node instanceof ArrayApply apply) {
        apply.axes().forEach(axis -> all.remove(axis.index()));
      }
      indices = List.copyOf(all);
      free.put(node, indices);
    }
    return indices;
  }

  private double compute(Expr node) {
    if (node instanceof Constant constant) {
      return constant.name().value();
    }
    if (node instanceof Element element) {
      return element(element);
    }
    if (node instanceof Sum sum) {
      return sorted(sum.terms()).sum();
    }
    if (node instanceof Product product) {
      return product(product);
    }
    if (node instanceof Power power) {
      return Math.pow(of(power.base()), of(power.exponent()));
    }
    if (node instanceof Apply apply) {
      return call(apply);
    }
    if (node instanceof Select select) {
      return holds(select.condition()) ? of(select.whenTrue()) : of(select.whenFalse());
    }
    if (node instanceof Delta delta) {
      return of(delta.left()) == of(delta.right()) ? 1 : 0;
    }
    if (node instanceof Reduce reduce) {
      return reduce(reduce);
    }
    if (node instanceof ArrayApply apply) {
      return arrayFunction(apply);
    }
    throw new IllegalArgumentException("no value of " + node);
  }

  private double element(Element element) {
    String name = element.symbol().name();
    if (element.symbol().kind() == Symbol.Kind.DIMENSION) {
      return sizes.get(name);
    }
    return arrays.get(name).at(name, element.indices().stream().map(this::whole).toList());
  }

  private double product(Product product) {
    for (Expr factor : product.factors()) {
      boolean vanishes =
          factor instanceof Delta
              ? of(factor) == 0
              : factor instanceof Select select
                  && select.condition().isIndexed()
                  && select.whenFalse() instanceof Num num
                  && num.value().isZero()
                  && !holds(select.condition());
      if (vanishes) {
        return 0;
      }
    }
    return sorted(product.factors()).reduce(1, (a, b) -> a * b);
  }

  /**
   * The values of operands in ascending order: their own order changes with the names of indices,
   * and a maximum must be equal to the element that attains it to the last bit.
   */
  private DoubleStream sorted(List<Expr> operands) {
    return operands.stream().mapToDouble(this::of).sorted();
  }

  private double call(Apply apply) {
    Method method = functions.computeIfAbsent(apply.function().name(), this::method);
    try {
      return (double) method.invoke(null, apply.arguments().stream().map(this::of).toArray());
    } catch (ReflectiveOperationException broken) {
      throw new LinkageError("a kernel fails", broken);
    }
  }

  private Method method(String name) {
    ElementaryFunction function = FunctionTable.get(name);
    Class<?>[] types = new Class<?>[function.arity()];
    Arrays.fill(types, double.class);
    try {
      return function.javaCall().owner().getMethod(function.javaCall().method(), types);
    } catch (NoSuchMethodException broken) {
      throw new LinkageError("a kernel is missing", broken);
    }
  }

  private boolean holds(Expr condition) {
    if (condition instanceof Compare compare) {
      return compare.relation().holds(of(compare.left()), of(compare.right()));
    }
    Logic logic = (Logic) condition;
    return switch (logic.connective()) {
      case AND -> logic.operands().stream().allMatch(this::holds);
      case OR -> logic.operands().stream().anyMatch(this::holds);
      case NOT -> !holds(logic.operands().get(0));
    };
  }

  private double reduce(Reduce reduce) {
    Axis axis = new Axis(reduce.index(), reduce.lower(), reduce.upper());
    double[] values = elements(axis, reduce.body());
    return switch (reduce.operation()) {
      case SUM -> Arrays.stream(values).sum();
      case PRODUCT -> fold(values, 1, (a, b) -> a * b);
      case MAX -> fold(values, Double.NEGATIVE_INFINITY, Math::max);
      case MIN -> fold(values, Double.POSITIVE_INFINITY, Math::min);
    };
  }

  private static double fold(double[] values, double neutral, DoubleBinaryOperator operator) {
    return Arrays.stream(values).reduce(neutral, operator);
  }

  /** The body at every index of the axis, in order. */
  private double[] elements(Axis axis, Expr body) {
    int lower = whole(axis.lower());
    int upper = whole(axis.upper());
    double[] values = new double[Math.max(0, upper - lower + 1)];
    Integer outer = scope.get(axis.index());
    for (int k = lower; k <= upper; k++) {
      scope.put(axis.index(), k);
      values[k - lower] = of(body);
    }
    if (outer == null) {
      scope.remove(axis.index());
    } else {
      scope.put(axis.index(), outer);
    }
    return values;
  }

  private double arrayFunction(ArrayApply apply) {
    List<Integer> subscripts = new ArrayList<>();
    for (int d = 0; d < apply.subscripts().size(); d++) {
      int lower = whole(apply.axes().get(d).lower());
      subscripts.add(whole(apply.subscripts().get(d)) - lower);
    }
    return switch (apply.function()) {
      case SOFTMAX -> {
        double[] a = elements(apply.axes().get(0), apply.body());
        yield Math.exp(a[subscripts.get(0)] - logSumExp(a));
      }
      case LOGSUMEXP -> logSumExp(elements(apply.axes().get(0), apply.body()));
      case INVERSE ->
          new Elimination(matrix(apply)).inverse()[subscripts.get(0)][subscripts.get(1)];
      case DETERMINANT -> new Elimination(matrix(apply)).determinant();
    };
  }

  private static double logSumExp(double[] a) {
    double greatest = Arrays.stream(a).max().orElse(Double.NEGATIVE_INFINITY);
    return greatest + Math.log(Arrays.stream(a).map(value -> Math.exp(value - greatest)).sum());
  }

  private double[][] matrix(ArrayApply apply) {
    Axis rows = apply.axes().get(0);
    int lower = whole(rows.lower());
    double[][] matrix = new double[whole(rows.upper()) - lower + 1][];
    for (int i = 0; i < matrix.length; i++) {
      scope.put(rows.index(), lower + i);
      matrix[i] = elements(apply.axes().get(1), apply.body());
    }
    scope.remove(rows.index());
    return matrix;
  }
}
