package dev.nabla.expr;

import dev.nabla.function.ElementaryFunction;
import dev.nabla.function.FunctionTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The value of an expression in scalars, in doubles, by its definition. */
public final class DoubleEvaluation {
  private final Map<Expr, Double> values = new HashMap<>();

  public DoubleEvaluation(List<? extends Expr> inputs, double[] point) {
    for (int i = 0; i < point.length; i++) {
      values.put(inputs.get(i), point[i]);
    }
  }

  /** Children first, so that depth does not matter; a branch not taken may be anything. */
  public double value(Expr root) {
    for (Expr node : Traversal.postOrder(root)) {
      if (!values.containsKey(node)) {
        values.put(node, compute(node));
      }
    }
    return values.get(root);
  }

  private double of(Expr node) {
    return values.get(node);
  }

  private double compute(Expr node) {
    if (node instanceof Num num) {
      return num.value().doubleValue();
    }
    if (node instanceof Constant constant) {
      return constant.name().value();
    }
    if (node instanceof Sum sum) {
      return sum.terms().stream().mapToDouble(this::of).sum();
    }
    if (node instanceof Product product) {
      return product.factors().stream().mapToDouble(this::of).reduce(1, (a, b) -> a * b);
    }
    if (node instanceof Power power) {
      return Math.pow(of(power.base()), of(power.exponent()));
    }
    if (node instanceof Apply apply) {
      return apply(apply);
    }
    if (node instanceof Select select) {
      return of(select.condition()) != 0 ? of(select.whenTrue()) : of(select.whenFalse());
    }
    if (node instanceof Compare compare) {
      return compare.relation().holds(of(compare.left()), of(compare.right())) ? 1 : 0;
    }
    if (node instanceof Logic logic) {
      return switch (logic.connective()) {
        case AND -> logic.operands().stream().mapToDouble(this::of).reduce(1, Math::min);
        case OR -> logic.operands().stream().mapToDouble(this::of).reduce(0, Math::max);
        case NOT -> 1 - of(logic.operands().get(0));
      };
    }
    throw new IllegalArgumentException("no value of " + node);
  }

  private double apply(Apply apply) {
    ElementaryFunction.JavaCall call = FunctionTable.get(apply.function().name()).javaCall();
    Class<?>[] types = new Class<?>[apply.arguments().size()];
    java.util.Arrays.fill(types, double.class);
    Object[] arguments = apply.arguments().stream().map(this::of).toArray();
    try {
      return (double) call.owner().getMethod(call.method(), types).invoke(null, arguments);
    } catch (ReflectiveOperationException broken) {
      throw new LinkageError("a kernel is missing", broken);
    }
  }
}
