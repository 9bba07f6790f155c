package dev.nabla.resolve;

import dev.nabla.ast.Definition;
import dev.nabla.ast.Syntax;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.function.ElementaryFunction;
import dev.nabla.function.FunctionTable;
import dev.nabla.source.NablaException;
import dev.nabla.source.Source;
import dev.nabla.source.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What a call means: a declared function, a reduction, an elementary or an array function. */
final class Calls {
  private final Model model;
  private final ExprPool pool;
  private final DefinitionResolver definitions;
  private final Reductions reductions;

  Calls(Model model, DefinitionResolver definitions) {
    this.model = model;
    this.pool = model.pool();
    this.definitions = definitions;
    this.reductions = new Reductions(model);
  }

  boolean isDeclaredFunction(String name) {
    return model.function(name).isPresent();
  }

  boolean isFunction(String name) {
    return isDeclaredFunction(name)
        || reductions.isReduction(name)
        || name.equals("sqrt")
        || name.equals("pow")
        || FunctionTable.find(name).isPresent()
        || Prelude.declares(name);
  }

  Value call(ExpressionResolver resolver, Syntax.Call call) {
    String name = call.name().text();
    Optional<Definition> declared = model.function(name);
    if (declared.isPresent()) {
      return definitions.call(
          resolver, declared.get(), resolver.source(), call, arguments(resolver, call));
    }
    if (reductions.isReduction(name)) {
      Optional<Value> reduced = reductions.reduce(resolver, call);
      if (reduced.isPresent()) {
        return reduced.get();
      }
    }
    if (name.equals("sqrt")) {
      Value argument = only(resolver, call);
      return argument.withBody(pool.sqrt(argument.body()));
    }
    if (name.equals("pow")) {
      return elementwise(resolver, call, 2, bodies -> pool.power(bodies.get(0), bodies.get(1)));
    }
    Optional<ElementaryFunction> function = FunctionTable.find(name);
    if (function.isPresent()) {
      return elementary(resolver, call, function.get());
    }
    Optional<Definition> prelude = Prelude.find(name);
    if (prelude.isPresent()) {
      return definitions.callPrelude(resolver, prelude.get(), call, arguments(resolver, call));
    }
    throw undeclared(resolver, call.name());
  }

  private Value elementary(
      ExpressionResolver resolver, Syntax.Call call, ElementaryFunction function) {
    boolean folds = function.name().equals("min") || function.name().equals("max");
    if (folds && call.arguments().size() > 2) {
      return elementwise(
          resolver,
          call,
          call.arguments().size(),
          bodies -> bodies.stream().reduce((a, b) -> pool.apply(function, a, b)).orElseThrow());
    }
    return elementwise(resolver, call, function.arity(), bodies -> pool.apply(function, bodies));
  }

  private Value only(ExpressionResolver resolver, Syntax.Call call) {
    return elementwise(resolver, call, 1, bodies -> bodies.get(0));
  }

  private Value elementwise(
      ExpressionResolver resolver,
      Syntax.Call call,
      int arity,
      java.util.function.Function<List<Expr>, Expr> operation) {
    String name = call.name().text();
    if (call.arguments().size() != arity) {
      throw resolver.error(
          call.span(),
          name + " takes " + count(arity, "argument") + ", not " + call.arguments().size());
    }
    List<Span> spans = call.arguments().stream().map(Syntax::span).toList();
    return model
        .arrays()
        .elementwise(resolver.source(), name, arguments(resolver, call), spans, operation);
  }

  private static List<Value> arguments(ExpressionResolver resolver, Syntax.Call call) {
    List<Value> values = new ArrayList<>();
    for (Syntax argument : call.arguments()) {
      Value value = resolver.resolve(argument);
      resolver.number(value, argument.span());
      values.add(value);
    }
    return values;
  }

  static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  NablaException bareFunction(ExpressionResolver resolver, Syntax.Name name) {
    return resolver.error(
        name.span(),
        "'" + name.text() + "' is a function",
        "write its argument in parentheses: " + name.text() + "(…)");
  }

  /** An undeclared name, with the nearest declared one as a hint. */
  NablaException undeclared(ExpressionResolver resolver, Syntax.Name name) {
    Collection<String> candidates = new ArrayList<>(resolver.scope().names());
    candidates.addAll(model.definitions().keySet());
    FunctionTable.all().forEach(function -> candidates.add(function.name()));
    candidates.addAll(Prelude.names());
    candidates.addAll(List.of("sqrt", "sum", "prod", "pi"));
    String message = "'" + name.text() + "' is not declared";
    Source source = resolver.source();
    return Spelling.nearest(name.text(), candidates)
        .map(
            nearest ->
                NablaException.at(source, name.span(), message, "did you mean '" + nearest + "'?"))
        .orElseGet(
            () ->
                NablaException.at(
                    source,
                    name.span(),
                    message,
                    "declare it as an argument, or in a where clause"));
  }
}
