package dev.nabla.function;

import dev.nabla.check.Graph;
import dev.nabla.check.HighPrecisionEvaluator;
import dev.nabla.check.Outcome;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Symbol;
import dev.nabla.expr.Template;
import dev.nabla.resolve.TemplateParser;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The texts of a function's facets, evaluated at points. */
final class FunctionTexts {
  private final List<String> names;
  private final int digits;

  FunctionTexts(ElementaryFunction function, int digits) {
    this.names = List.of("x", "y").subList(0, function.arity());
    this.digits = digits;
  }

  /** The number that the text denotes at the point, or why there is none. */
  Outcome number(String text, double... point) {
    return evaluate(TemplateParser.parse(text, names), point);
  }

  /** The number that a text without arguments denotes. */
  BigDecimal constant(String text) {
    return evaluate(TemplateParser.parse(text, List.of())).real();
  }

  /** Whether the condition holds at the point. */
  boolean holds(String condition, double... point) {
    Outcome outcome = evaluate(TemplateParser.parseCondition(condition, names), point);
    return outcome instanceof Outcome.Truth truth && truth.holds();
  }

  private Outcome evaluate(Template template, double... point) {
    ExprPool pool = new ExprPool();
    List<Expr> inputs = new ArrayList<>();
    Map<String, Expr> arguments = new HashMap<>();
    for (int i = 0; i < point.length; i++) {
      inputs.add(pool.element(new Symbol(names.get(i), Symbol.Kind.VARIABLE, i)));
      arguments.put(names.get(i), inputs.get(i));
    }
    Expr root = template.instantiate(pool, arguments);
    return new HighPrecisionEvaluator(new Graph(inputs, List.of(root)), decimals(point), digits)
        .value(root);
  }

  static List<BigDecimal> decimals(double... point) {
    return Arrays.stream(point).mapToObj(BigDecimal::new).toList();
  }
}
