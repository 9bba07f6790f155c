package dev.nabla.resolve;

import dev.nabla.ast.Definition;
import dev.nabla.ast.Syntax;
import dev.nabla.expr.Expr;
import dev.nabla.source.Span;
import java.util.List;

/** The arguments of one call under the names that the definition gives them and their sizes. */
final class ArgumentBinding {
  private final Model model;
  private final ExpressionResolver caller;
  private final Definition definition;
  private final Syntax.Call call;

  ArgumentBinding(Model model, ExpressionResolver caller, Definition definition, Syntax.Call call) {
    this.model = model;
    this.caller = caller;
    this.definition = definition;
    this.call = call;
  }

  /** Binds them in a scope; {@code sizes} resolves sizes within it. */
  void bind(
      List<Definition.Argument> declared,
      List<Value> arguments,
      Scope scope,
      ExpressionResolver sizes) {
    for (int i = 0; i < declared.size(); i++) {
      requireRank(call.arguments().get(i).span(), declared.get(i), arguments.get(i));
    }
    for (int i = 0; i < declared.size(); i++) {
      bindSizes(declared.get(i), arguments.get(i), scope);
    }
    for (int i = 0; i < declared.size(); i++) {
      requireSizes(call.arguments().get(i).span(), declared.get(i), arguments.get(i), sizes);
      scope.bind(declared.get(i).name().text(), new Binding.Known(arguments.get(i)));
    }
  }

  private void requireRank(Span span, Definition.Argument declared, Value argument) {
    if (declared.shape().size() != argument.rank()) {
      throw caller.error(
          span,
          described(declared)
              + " has rank "
              + declared.shape().size()
              + ", this is "
              + argument.describe());
    }
  }

  private String described(Definition.Argument declared) {
    return "argument " + declared.name().text() + " of " + definition.name().text();
  }

  /** A size that stands alone, x[n], is that of the first argument that has it. */
  private static void bindSizes(Definition.Argument declared, Value argument, Scope scope) {
    for (int d = 0; d < argument.rank(); d++) {
      if (declared.shape().get(d) instanceof Syntax.Name size && !scope.bindsHere(size.text())) {
        Expr actual = argument.sizes().get(d);
        scope.bind(size.text(), new Binding.Known(Value.scalar(actual)));
      }
    }
  }

  private void requireSizes(
      Span span, Definition.Argument declared, Value argument, ExpressionResolver sizes) {
    for (int d = 0; d < argument.rank(); d++) {
      Expr expected = sizes.resolveScalar(declared.shape().get(d), "a size");
      if (!model.equality().equal(expected, argument.sizes().get(d))) {
        throw caller.error(
            span,
            described(declared)
                + " has size "
                + Value.sizeText(expected)
                + " along axis "
                + (d + 1)
                + ", this is "
                + argument.describe());
      }
    }
  }
}
