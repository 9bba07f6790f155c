package dev.nabla.resolve;

import dev.nabla.ast.Definition;
import dev.nabla.ast.Syntax;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.expr.Num;
import dev.nabla.expr.Substitution;
import dev.nabla.expr.Symbol;
import dev.nabla.expr.Template;
import dev.nabla.source.NablaException;
import dev.nabla.source.Source;
import dev.nabla.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** The value of a definition with its arguments bound. */
final class DefinitionResolver {
  private final Model model;
  private final ExprPool pool;
  private final Source source;
  private final Calls calls;
  private final Calls preludeCalls;
  private final OwnFunctions own;
  private final Set<Definition> active = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Scope globals = Scope.empty();
  private boolean hasGlobals;

  DefinitionResolver(Model model, Source source) {
    this.model = model;
    this.pool = model.pool();
    this.source = source;
    this.own = new OwnFunctions(model, this, source);
    this.calls = new Calls(model, this, model::function);
    // What a program declares does not change what the prelude means.
    this.preludeCalls = new Calls(model, this, name -> Optional.empty());
  }

  ExpressionResolver expressions(Source text, Scope scope) {
    return new ExpressionResolver(model, text, scope, text == source ? calls : preludeCalls);
  }

  Model model() {
    return model;
  }

  Source source() {
    return source;
  }

  /** The functions that stay nodes. */
  OwnFunctions own() {
    return own;
  }

  /** What a text outside every function sees: the file's own the names of the file. */
  Scope globalsFor(Source text) {
    return text == source ? globals() : Scope.empty();
  }

  /** The value of a function of scalars over placeholders for its arguments. */
  Template template(Definition definition, List<String> names) {
    if (!active.add(definition)) {
      throw NablaException.at(
          source,
          definition.name().span(),
          "'" + definition.name().text() + "' calls itself",
          "write the recursion out");
    }
    Scope scope = globals().inner();
    for (int i = 0; i < names.size(); i++) {
      Symbol symbol = new Symbol(names.get(i), Symbol.Kind.PLACEHOLDER, i);
      scope.bind(names.get(i), new Binding.Known(Value.scalar(pool.element(symbol))));
    }
    Value value = body(source, definition, scope);
    active.remove(definition);
    if (!value.isScalar()) {
      throw NablaException.at(
          source,
          definition.name().span(),
          "'" + definition.name().text() + "' has " + value.describe() + ", so it cannot be kept",
          "define it without 'keep': it is differentiated through");
    }
    String what = "'" + definition.name().text() + "', which keeps its name,";
    return new ScalarBodies(model, source)
        .template(value.body(), definition.body().span(), what, names);
  }

  /** The names that every function of the file sees: named values, then sizes. */
  Scope globals() {
    if (hasGlobals) {
      return globals;
    }
    hasGlobals = true;
    for (Definition definition : model.definitions().values()) {
      if (!definition.isFunction()) {
        globals.bind(
            definition.name().text(),
            new Binding.Deferred(() -> body(source, definition, globals.inner())));
      }
    }
    model
        .sizes()
        .forEach((name, size) -> globals.bind(name, new Binding.Known(Value.scalar(size))));
    return globals;
  }

  /** Reads the named values that nothing uses, for their errors. */
  void readNamedValues() {
    for (String name : model.definitions().keySet()) {
      if (globals().find(name).orElse(null) instanceof Binding.Deferred deferred) {
        deferred.value();
      }
    }
  }

  /** A call of a function of the file. */
  Value call(
      ExpressionResolver caller,
      Definition definition,
      Source text,
      Syntax.Call call,
      List<Value> arguments) {
    List<Definition.Argument> declared = new ArrayList<>(definition.variables());
    declared.addAll(definition.parameters());
    if (declared.size() != arguments.size()) {
      String names =
          declared.stream()
              .map(argument -> argument.name().text())
              .collect(Collectors.joining(", "));
      throw caller.error(
          call.span(),
          definition.name().text()
              + " takes "
              + Calls.count(declared.size(), "argument")
              + " ("
              + names
              + "), not "
              + arguments.size());
    }
    boolean scalars = declared.stream().allMatch(argument -> argument.shape().isEmpty());
    boolean onEach = scalars && arguments.stream().anyMatch(value -> !value.isScalar());
    Value result =
        onEach
            ? onEachElement(caller, definition, text, call, declared, arguments)
            : memoized(caller, definition, text, call, declared, arguments);
    if (text == source) {
      model.parts().call(definition.name().text(), result);
    }
    return result;
  }

  /** A function of scalars acts on each element of arrays. */
  private Value onEachElement(
      ExpressionResolver caller,
      Definition definition,
      Source text,
      Syntax.Call call,
      List<Definition.Argument> declared,
      List<Value> arguments) {
    List<Span> spans = call.arguments().stream().map(Syntax::span).toList();
    int rank = arguments.stream().mapToInt(Value::rank).max().orElse(0);
    // The axes go under other names meanwhile: the function may have arrays of its own inside.
    Map<Expr, Expr> away = new HashMap<>();
    Map<Expr, Expr> back = new HashMap<>();
    for (int d = 0; d < rank; d++) {
      Expr hidden = model.freshIndex("'" + d);
      away.put(Value.axis(pool, d), hidden);
      back.put(hidden, Value.axis(pool, d));
    }
    Substitution hide = new Substitution(pool, away);
    return model
        .arrays()
        .elementwise(
            caller.source(),
            definition.name().text(),
            arguments,
            spans,
            bodies -> {
              List<Value> elements =
                  bodies.stream().map(body -> Value.scalar(hide.apply(body))).toList();
              Value result = memoized(caller, definition, text, call, declared, elements);
              if (!result.isScalar()) {
                throw caller.error(
                    call.span(),
                    definition.name().text()
                        + " of scalars gives "
                        + result.describe()
                        + ", so it cannot act on each element of an array");
              }
              return new Substitution(pool, back).apply(result.body());
            });
  }

  /** A call of a function of the prelude; what is wrong there is wrong with the call. */
  Value callPrelude(
      ExpressionResolver caller, Definition definition, Syntax.Call call, List<Value> arguments) {
    Source text = Prelude.source();
    try {
      return call(caller, definition, text, call, arguments);
    } catch (NablaException error) {
      if (error.diagnostic().source() == text) {
        String usage = Prelude.usage(definition);
        throw NablaException.at(
            caller.source(), call.span(), error.diagnostic().message(), "it is " + usage);
      }
      throw error;
    }
  }

  private Value memoized(
      ExpressionResolver caller,
      Definition definition,
      Source text,
      Syntax.Call call,
      List<Definition.Argument> declared,
      List<Value> arguments) {
    Value known = model.calls(definition).get(arguments);
    if (known != null) {
      model.vanished().addAll(model.vanishedInCalls(definition).get(arguments));
      return known;
    }
    if (active.contains(definition)) {
      throw caller.error(
          call.span(),
          "'" + definition.name().text() + "' calls itself",
          "write the recursion out");
    }
    active.add(definition);
    int before = model.vanished().count();
    Scope scope = text == source ? globals().inner() : Scope.empty();
    new ArgumentBinding(model, caller, definition, call)
        .bind(declared, arguments, scope, expressions(text, scope));
    Value result = body(text, definition, scope);
    active.remove(definition);
    model.calls(definition).put(arguments, result);
    model.vanishedInCalls(definition).put(arguments, model.vanished().since(before));
    return result;
  }

  /** The value of the body, its where clause and its indices bound in {@code scope}. */
  Value body(Source text, Definition definition, Scope scope) {
    return body(text, definition, scope, (name, value) -> {});
  }

  /** The value of the subject; what its where clause names are parts of it. */
  Value subject(Definition definition, Scope scope) {
    return body(source, definition, scope, model.parts()::local);
  }

  private Value body(
      Source text, Definition definition, Scope scope, BiConsumer<String, Value> named) {
    for (Definition.Local local : definition.locals()) {
      if (scope.bindsHere(local.name().text())) {
        throw NablaException.at(
            text, local.name().span(), "'" + local.name().text() + "' is declared twice");
      }
      scope.bind(
          local.name().text(),
          new Binding.Deferred(
              () -> {
                Value value = indexed(text, local.indices(), local.body(), scope.inner());
                named.accept(local.name().text(), value);
                return value;
              }));
    }
    // In the order written, so that a long chain of locals is no deep recursion.
    for (Definition.Local local : definition.locals()) {
      if (scope.find(local.name().text()).orElseThrow() instanceof Binding.Deferred deferred
          && !deferred.isActive()) {
        deferred.value();
      }
    }
    return indexed(text, definition.indices(), definition.body(), scope.inner());
  }

  /** An array in index notation: name[i, j] = body. */
  private Value indexed(
      Source text, List<Syntax.IndexDeclaration> indices, Syntax body, Scope scope) {
    ExpressionResolver resolver = expressions(text, scope);
    if (indices.isEmpty()) {
      Value value = resolver.resolve(body);
      resolver.number(value, body.span());
      return value;
    }
    List<Binding.IndexName> names = new ArrayList<>();
    for (Syntax.IndexDeclaration declaration : indices) {
      Binding.IndexName index = indexName(resolver, declaration);
      scope.bind(declaration.name().text(), index);
      names.add(index);
    }
    Expr element = resolver.resolveScalar(body, "the element of an array in index notation");
    resolver.number(Value.scalar(element), body.span());
    Map<Expr, Expr> images = new HashMap<>();
    List<Expr> sizes = new ArrayList<>();
    for (int d = 0; d < indices.size(); d++) {
      if (names.get(d).range().isEmpty()) {
        throw BoundIndices.unknownRange(resolver, indices.get(d).name());
      }
      IndexBounds.Range range = names.get(d).range().get();
      Expr shift = pool.subtract(range.lower(), pool.one());
      Expr size = pool.subtract(range.upper(), shift);
      if (model.equality().dependsOnIndex(size)) {
        throw resolver.error(
            indices.get(d).span(),
            "the size of an array depends on no index, but here it is " + Value.sizeText(size),
            "write the whole range, and a condition: if j <= i then … else 0");
      }
      sizes.add(size);
      images.put(range.index(), pool.sum(Value.axis(pool, d), shift));
    }
    return new Value(sizes, new Substitution(pool, images).apply(element));
  }

  private Binding.IndexName indexName(
      ExpressionResolver resolver, Syntax.IndexDeclaration declaration) {
    Index index = model.freshIndex(declaration.name().text());
    return declaration
        .range()
        .map(
            range ->
                new Binding.IndexName(
                    index,
                    BoundIndices.limit(resolver, range.lower()),
                    BoundIndices.limit(resolver, range.upper())))
        .orElseGet(() -> new Binding.IndexName(index));
  }

  /** The symbol array of a declared argument: its element at the indices of its axes. */
  static Value argument(ExprPool pool, Symbol symbol, List<Expr> sizes) {
    List<Expr> indices = new ArrayList<>();
    for (int d = 0; d < sizes.size(); d++) {
      indices.add(Value.axis(pool, d));
    }
    return new Value(sizes, pool.element(symbol, indices));
  }

  /** Whether a size is a number ≥ 1 or still a symbol. */
  static boolean isSize(Expr size) {
    return size instanceof Num num
        ? num.value().isInt() && num.value().signum() > 0
        : !(size instanceof Element element) || element.symbol().kind() == Symbol.Kind.DIMENSION;
  }
}
