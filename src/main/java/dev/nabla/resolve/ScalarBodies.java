package dev.nabla.resolve;

import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Symbol;
import dev.nabla.expr.Template;
import dev.nabla.expr.Traversal;
import dev.nabla.source.NablaException;
import dev.nabla.source.Source;
import dev.nabla.source.Span;
import java.util.List;

/** Bodies of functions of scalars as templates: over their arguments alone, sums written out. */
final class ScalarBodies {
  private final Model model;
  private final Source source;

  ScalarBodies(Model model, Source source) {
    this.model = model;
    this.source = source;
  }

  /**
   * The template of a body.
   *
   * @param what the body's name in a message
   */
  Template template(Expr body, Span span, String what, List<String> arguments) {
    Expr expanded = expanded(body, span, what);
    for (Expr node : Traversal.postOrder(expanded)) {
      if (node instanceof Element element && element.symbol().kind() != Symbol.Kind.PLACEHOLDER) {
        throw NablaException.at(
            source,
            span,
            what + " uses '" + element.symbol().name() + "', which has no value",
            "it may use " + String.join(", ", arguments) + " and numbers");
      }
    }
    if (expanded.isIndexed()) {
      throw NablaException.at(
          source,
          span,
          what + " has a sum whose range has no numbers",
          "write the range in numbers");
    }
    return new Template(expanded);
  }

  private Expr expanded(Expr body, Span span, String what) {
    try {
      return new Expansion(model.pool()).expand(body);
    } catch (Expansion.Refused refused) {
      throw NablaException.at(
          source, span, what + " cannot be written out: " + refused.getMessage());
    }
  }
}
