package dev.nabla.simplify;

import dev.nabla.expr.Apply;
import dev.nabla.expr.Constant;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Num;
import dev.nabla.expr.Power;
import dev.nabla.expr.Product;
import dev.nabla.expr.Sum;
import dev.nabla.expr.Template;
import dev.nabla.function.ElementaryFunction;
import dev.nabla.function.FunctionTable;
import dev.nabla.resolve.TemplateParser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** f(−x) = ±f(x) and exact values such as sin(π/6) = 1/2, both from the function table. */
final class FunctionValues {
  private static final double LARGEST_ARGUMENT = 12;

  private final ExprPool pool;
  private final Map<String, Map<List<Expr>, Template>> special = new HashMap<>();

  FunctionValues(ExprPool pool) {
    this.pool = pool;
  }

  /** The value or the form without the sign, or the node itself. */
  Expr apply(Expr node) {
    if (!(node instanceof Apply apply)) {
      return node;
    }
    Optional<ElementaryFunction> function = FunctionTable.find(apply.function().name());
    if (function.isEmpty()) {
      return node;
    }
    Optional<Expr> value = specialValue(apply, function.get());
    return value.orElseGet(() -> withoutSign(apply, function.get()));
  }

  private Optional<Expr> specialValue(Apply apply, ElementaryFunction function) {
    if (function.specialValues().isEmpty()
        || !apply.arguments().stream().allMatch(FunctionValues::isNumber)) {
      return Optional.empty();
    }
    Map<List<Expr>, Template> values =
        special.computeIfAbsent(function.name(), name -> specialValues(function));
    return Optional.ofNullable(values.get(apply.arguments()))
        .map(template -> template.instantiate(pool, Map.of()));
  }

  private Map<List<Expr>, Template> specialValues(ElementaryFunction function) {
    Map<List<Expr>, Template> values = new HashMap<>();
    for (ElementaryFunction.SpecialValue value : function.specialValues()) {
      List<Expr> arguments =
          value.arguments().stream()
              .map(text -> TemplateParser.parse(text, List.of()).instantiate(pool, Map.of()))
              .toList();
      values.put(arguments, TemplateParser.parse(value.value(), List.of()));
    }
    return values;
  }

  private static boolean isNumber(Expr expr) {
    boolean kind =
        expr instanceof Num
            || expr instanceof Constant
            || expr instanceof Sum
            || expr instanceof Product
            || expr instanceof Power;
    return kind
        && expr.treeSize() <= LARGEST_ARGUMENT
        && expr.children().stream().allMatch(FunctionValues::isNumber);
  }

  private Expr withoutSign(Apply apply, ElementaryFunction function) {
    Expr argument = apply.arguments().get(0);
    if (function.arity() != 1
        || function.parity() == ElementaryFunction.Parity.NONE
        || !isNegative(argument)) {
      return apply;
    }
    Expr positive =
        argument instanceof Sum sum ? SignDistribution.negated(pool, sum) : pool.negate(argument);
    Expr value = pool.apply(function, positive);
    return function.parity() == ElementaryFunction.Parity.EVEN ? value : pool.negate(value);
  }

  private static boolean isNegative(Expr argument) {
    return (argument instanceof Sum sum && sum.terms().size() <= 64)
        ? sum.terms().stream().allMatch(Cost::isNegative)
        : Cost.isNegative(argument);
  }
}
