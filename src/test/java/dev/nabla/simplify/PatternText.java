package dev.nabla.simplify;

import dev.nabla.expr.Apply;
import dev.nabla.expr.Compare;
import dev.nabla.expr.Constant;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Num;
import dev.nabla.expr.Power;
import dev.nabla.expr.Product;
import dev.nabla.expr.Select;
import dev.nabla.expr.Sum;
import java.util.stream.Collectors;

/** A pattern as the text of a rule, every operand in parentheses. */
final class PatternText {
  private PatternText() {}

  static String of(Expr node) {
    if (node instanceof Num num) {
      return num.value().isInteger()
          ? num.value().numerator().toString()
          : num.value().numerator() + "/" + num.value().denominator();
    } else if (node instanceof Constant constant) {
      return constant.name() == Constant.Name.PI ? "pi" : "e";
    } else if (node instanceof Element element) {
      return element.symbol().name();
    } else if (node instanceof Sum) {
      return joined(node, " + ");
    } else if (node instanceof Product) {
      return joined(node, "*");
    } else if (node instanceof Power power) {
      return "(" + of(power.base()) + ")^(" + of(power.exponent()) + ")";
    } else if (node instanceof Compare compare) {
      return of(compare.left()) + " " + compare.relation().text() + " " + of(compare.right());
    } else if (node instanceof Select select) {
      return "if "
          + of(select.condition())
          + " then ("
          + of(select.whenTrue())
          + ") else ("
          + of(select.whenFalse())
          + ")";
    }
    Apply apply = (Apply) node;
    return apply.function().name()
        + apply.arguments().stream()
            .map(PatternText::of)
            .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String joined(Expr node, String operator) {
    return node.children().stream()
        .map(child -> "(" + of(child) + ")")
        .collect(Collectors.joining(operator));
  }
}
