package dev.nabla.resolve;

import dev.nabla.ast.Definition;
import dev.nabla.ast.Syntax;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.function.ElementaryFunction;
import dev.nabla.function.FunctionTable;
import dev.nabla.function.KeptFunction;
import dev.nabla.source.NablaException;
import dev.nabla.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a call means: a declared function, a reduction, an elementary or an array function. */
final class Calls {
  private static final List<String> OTHERS =
      List.of("sqrt", "pow", "sum", "prod", "transpose", "delta");

  private final Model model;
  private final ExprPool pool;
  private final DefinitionResolver definitions;
  private final Reductions reductions;
  private final ArrayFunctions arrayFunctions;
  private final ConstantArrays constants;
  private final java.util.function.Function<String, Optional<Definition>> declared;

  /** The meaning of calls where {@code declared} gives the functions that the text can see. */
  Calls(
      Model model,
      DefinitionResolver definitions,
      java.util.function.Function<String, Optional<Definition>> declared) {
    this.model = model;
    this.declared = declared;
    this.pool = model.pool();
    this.definitions = definitions;
    this.reductions = new Reductions(model);
    this.arrayFunctions = new ArrayFunctions(model);
    this.constants = new ConstantArrays(model);
  }

  boolean isDeclaredFunction(String name) {
    return declared.apply(name).isPresent();
  }

  boolean isFunction(String name) {
    return isDeclaredFunction(name)
        || reductions.isReduction(name)
        || ArrayFunctions.NAMES.contains(name)
        || ConstantArrays.NAMES.contains(name)
        || name.equals("sqrt")
        || name.equals("pow")
        || name.equals("delta")
        || name.equals("transpose")
        || FunctionTable.find(name).isPresent()
        || Prelude.declares(name)
        || model.java().find(name).isPresent();
  }

  /** Whether the language itself has the function. */
  static boolean isBuiltIn(String name) {
    return FunctionTable.find(name).isPresent()
        || Prelude.declares(name)
        || ArrayFunctions.NAMES.contains(name)
        || ConstantArrays.NAMES.contains(name)
        || OTHERS.contains(name);
  }

  Value call(ExpressionResolver resolver, Syntax.Call call) {
    String name = call.name().text();
    Optional<Definition> definition = declared.apply(name);
    if (definition.isPresent() && definitions.own().isKept(definition.get())) {
      KeptFunction kept = definitions.own().kept(definition.get());
      return elementwise(resolver, call, kept.arity(), bodies -> pool.apply(kept, bodies));
    }
    if (definition.isPresent()) {
      return definitions.call(
          resolver, definition.get(), resolver.source(), call, arguments(resolver, call));
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
      return elementwise(
          resolver,
          call,
          2,
          bodies -> resolver.powers().of(bodies.get(0), bodies.get(1), call.span()));
    }
    if (name.equals("transpose")) {
      requireCount(resolver, call, 1);
      Value array = arguments(resolver, call).get(0);
      return model.arrays().transpose(resolver.source(), array, call.span());
    }
    if (name.equals("delta")) {
      requireCount(resolver, call, 2);
      return new SubscriptResolver(resolver, model).delta(call);
    }
    if (ArrayFunctions.NAMES.contains(name)) {
      return arrayFunctions.call(resolver, call);
    }
    if (ConstantArrays.NAMES.contains(name)) {
      return constants.call(resolver, call);
    }
    Optional<ElementaryFunction> function = FunctionTable.find(name);
    if (function.isPresent()) {
      return elementary(resolver, call, function.get());
    }
    Optional<ElementaryFunction> foreign =
        isBuiltIn(name)
            ? Optional.empty()
            : definitions.own().foreign(name, resolver.source(), call.name().span());
    if (foreign.isPresent()) {
      return elementary(resolver, call, foreign.get());
    }
    Optional<Definition> prelude = Prelude.find(name);
    if (prelude.isPresent()) {
      return definitions.callPrelude(resolver, prelude.get(), call, arguments(resolver, call));
    }
    throw new UndeclaredName(resolver, this, call.name()).error();
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
    requireCount(resolver, call, arity);
    List<Span> spans = call.arguments().stream().map(Syntax::span).toList();
    return model
        .arrays()
        .elementwise(
            resolver.source(), call.name().text(), arguments(resolver, call), spans, operation);
  }

  static void requireCount(ExpressionResolver resolver, Syntax.Call call, int arity) {
    if (call.arguments().size() != arity) {
      throw resolver.error(
          call.span(),
          call.name().text()
              + " takes "
              + count(arity, "argument")
              + ", not "
              + call.arguments().size());
    }
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

  static String count(int number, String singular, String plural) {
    return number + " " + (number == 1 ? singular : plural);
  }

  /** Every name that can stand before a parenthesis, for hints. */
  List<String> names() {
    List<String> names = new ArrayList<>(model.definitions().keySet());
    names.addAll(FunctionTable.everyName());
    names.addAll(Prelude.names());
    names.addAll(ArrayFunctions.NAMES);
    names.addAll(ConstantArrays.NAMES);
    names.addAll(model.java().names());
    names.addAll(OTHERS);
    return names;
  }
}
