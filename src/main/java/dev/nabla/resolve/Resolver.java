package dev.nabla.resolve;

import dev.nabla.ast.Definition;
import dev.nabla.ast.Program;
import dev.nabla.ast.Syntax;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Num;
import dev.nabla.expr.Symbol;
import dev.nabla.source.NablaException;
import dev.nabla.source.Source;
import dev.nabla.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link Program} → {@link IndexedFunction}: the subject, with everything it calls written in. */
public final class Resolver {
  private final Program program;
  private final Source source;
  private final Map<String, Integer> givenSizes;

  /**
   * A resolver of one program.
   *
   * @param program the syntax of the file
   * @param givenSizes sizes that override those of the file
   */
  public Resolver(Program program, Map<String, Integer> givenSizes) {
    this.program = program;
    this.source = program.source();
    this.givenSizes = Map.copyOf(givenSizes);
  }

  /** The function called {@code name}, or the last one of the file. */
  public IndexedFunction resolve(Optional<String> name) {
    Definition subject = subject(name);
    Model model = new Model();
    declare(model);
    DefinitionResolver definitions = new DefinitionResolver(model, source);
    ExprPool pool = model.pool();
    Scope scope = definitions.globals().inner();
    List<IndexedFunction.Argument> variables = new ArrayList<>();
    List<IndexedFunction.Argument> parameters = new ArrayList<>();
    List<Expr> assumptions = new ArrayList<>();
    int order = 0;
    for (Definition.Argument argument : subject.variables()) {
      variables.add(
          declareArgument(
              definitions, pool, scope, argument, Symbol.Kind.VARIABLE, order++, assumptions));
    }
    for (Definition.Argument argument : subject.parameters()) {
      parameters.add(
          declareArgument(
              definitions, pool, scope, argument, Symbol.Kind.PARAMETER, order++, assumptions));
    }
    Value output = definitions.body(source, subject, scope);
    List<Expr> axes = new ArrayList<>();
    for (int d = 0; d < output.rank(); d++) {
      axes.add(Value.axis(pool, d));
    }
    return new IndexedFunction(
        subject.name().text(),
        source,
        subject.span(),
        pool,
        List.copyOf(variables),
        List.copyOf(parameters),
        new IndexedFunction.Output(output.sizes(), axes, output.body()),
        labels(subject),
        List.copyOf(assumptions),
        Map.copyOf(model.written()));
  }

  private Definition subject(Optional<String> name) {
    List<Definition> functions =
        program.definitions().stream().filter(Definition::isFunction).toList();
    if (functions.isEmpty()) {
      throw NablaException.at(
          source,
          new Span(0, Math.min(1, source.text().length())),
          "there is no function here",
          "write one: f(x, y) = [x^2*y, x*y^2]");
    }
    if (name.isEmpty()) {
      return functions.get(functions.size() - 1);
    }
    return functions.stream()
        .filter(function -> function.name().text().equals(name.get()))
        .findFirst()
        .orElseThrow(
            () ->
                NablaException.at(
                    source,
                    new Span(0, 1),
                    "there is no function '" + name.get() + "' here",
                    "there is "
                        + String.join(
                            ", ", functions.stream().map(f -> f.name().text()).toList())));
  }

  private void declare(Model model) {
    for (Definition definition : program.definitions()) {
      Definition previous = model.definitions().put(definition.name().text(), definition);
      if (previous != null) {
        throw NablaException.at(
            source,
            definition.name().span(),
            "'" + definition.name().text() + "' is defined twice",
            "the first is in line " + source.line(previous.span().start()));
      }
    }
    givenSizes.forEach((name, size) -> model.sizes().put(name, model.pool().num(size)));
    for (Program.Dimension dimension : program.dimensions()) {
      String name = dimension.name().text();
      Scope sizes = Scope.empty();
      model
          .sizes()
          .forEach((known, size) -> sizes.bind(known, new Binding.Known(Value.scalar(size))));
      Expr size =
          new DefinitionResolver(model, source)
              .expressions(source, sizes)
              .resolveScalar(dimension.value(), "a size");
      if (!(size instanceof Num) || !DefinitionResolver.isSize(size)) {
        throw NablaException.at(
            source, dimension.value().span(), "a size is a whole number from 1");
      }
      model.sizes().putIfAbsent(name, size);
    }
  }

  private IndexedFunction.Argument declareArgument(
      DefinitionResolver definitions,
      ExprPool pool,
      Scope scope,
      Definition.Argument argument,
      Symbol.Kind kind,
      int order,
      List<Expr> assumptions) {
    String name = argument.name().text();
    List<Expr> sizes = new ArrayList<>();
    for (Syntax size : argument.shape()) {
      sizes.add(size(definitions, pool, scope, size));
    }
    if (scope.bindsHere(name)) {
      throw NablaException.at(source, argument.name().span(), "'" + name + "' is declared twice");
    }
    Symbol symbol = new Symbol(name, kind, order);
    Value value = DefinitionResolver.argument(pool, symbol, sizes);
    scope.bind(name, new Binding.Known(value));
    // An assumption on an array is one on each element: its name stands for the element there.
    Scope elementScope = scope.inner();
    elementScope.bind(name, new Binding.Known(Value.scalar(value.body())));
    for (Syntax.Comparison assumption : argument.assumptions()) {
      assumptions.add(definitions.expressions(source, elementScope).condition(assumption));
    }
    return new IndexedFunction.Argument(symbol, List.copyOf(sizes));
  }

  /** The value of a size; a name without a value becomes a symbol. */
  private Expr size(DefinitionResolver definitions, ExprPool pool, Scope scope, Syntax syntax) {
    if (syntax instanceof Syntax.Name name && scope.find(name.text()).isEmpty()) {
      Expr symbol = pool.element(new Symbol(name.text(), Symbol.Kind.DIMENSION, -1));
      scope.bind(name.text(), new Binding.Known(Value.scalar(symbol)));
      return symbol;
    }
    Expr size = definitions.expressions(source, scope).resolveScalar(syntax, "a size");
    if (!DefinitionResolver.isSize(size)) {
      throw NablaException.at(source, syntax.span(), "a size is a whole number from 1");
    }
    return size;
  }

  private static List<String> labels(Definition subject) {
    if (subject.body() instanceof Syntax.Array array
        && array.rows().size() == 1
        && array.rows().get(0).stream().allMatch(part -> part instanceof Syntax.Name)) {
      return array.rows().get(0).stream().map(part -> ((Syntax.Name) part).text()).toList();
    }
    return List.of();
  }
}
