package dev.nabla.diff;

import dev.nabla.expr.Apply;
import dev.nabla.expr.ArrayApply;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Power;
import dev.nabla.expr.Product;
import dev.nabla.expr.Reduce;
import dev.nabla.expr.Select;
import dev.nabla.expr.Sum;
import dev.nabla.function.FunctionTable;
import dev.nabla.function.KeptFunction;
import java.util.List;
import java.util.function.Predicate;

/** What the rule is called by which the derivative of an operation is taken. */
final class RuleNames {
  private final Predicate<Expr> isActive;

  /** The names, where it is known which expressions have a derivative other than 0. */
  RuleNames(Predicate<Expr> isActive) {
    this.isActive = isActive;
  }

  String of(Expr node) {
    List<Expr> operands = Differentiator.operands(node).stream().filter(isActive).toList();
    if (!isActive.test(node) && operands.isEmpty()) {
      return "constant";
    }
    if (node instanceof Element element) {
      return element.indices().isEmpty() ? "the variable itself" : "element of the variable";
    }
    if (node instanceof Sum) {
      return "sum rule";
    }
    if (node instanceof Product) {
      return operands.size() == 1 ? "constant factor" : "product rule";
    }
    if (node instanceof Power power) {
      return ofPower(power);
    }
    if (node instanceof Apply apply) {
      return ofApply(apply, operands);
    }
    if (node instanceof Select) {
      return "the branch that is taken";
    }
    if (node instanceof Reduce reduce) {
      return ofReduce(reduce);
    }
    return "derivative of " + ((ArrayApply) node).function().text();
  }

  private String ofPower(Power power) {
    if (!isActive.test(power.exponent())) {
      return chained("power rule", power.base());
    }
    return isActive.test(power.base())
        ? "power rule for base and exponent"
        : chained("exponential rule", power.exponent());
  }

  private static String chained(String rule, Expr operand) {
    return operand instanceof Element ? rule : rule + ", chain rule";
  }

  private static String ofApply(Apply apply, List<Expr> operands) {
    boolean isStated =
        apply.function() instanceof KeptFunction kept
            ? kept.statedDerivative(0).isPresent()
            : FunctionTable.of(apply.function()).isForeign();
    String rule = (isStated ? "stated derivative of " : "derivative of ") + apply.function().name();
    return operands.size() == 1 ? chained(rule, operands.get(0)) : rule + ", chain rule";
  }

  private static String ofReduce(Reduce reduce) {
    return switch (reduce.operation()) {
      case SUM -> "sum rule, for every term";
      case PRODUCT -> "product rule, for every factor";
      case MAX, MIN ->
          "derivative of the "
              + (reduce.operation() == Reduce.Operation.MAX ? "greatest" : "least")
              + " element";
    };
  }
}
