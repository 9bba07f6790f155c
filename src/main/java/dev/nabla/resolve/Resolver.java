package dev.nabla.resolve;

import dev.nabla.ast.Definition;
import dev.nabla.ast.Program;
import dev.nabla.ast.Syntax;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Num;
import dev.nabla.expr.Symbol;
import dev.nabla.function.JavaFunctions;
import dev.nabla.function.KeptFunction;
import dev.nabla.source.NablaException;
import dev.nabla.source.Source;
import dev.nabla.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** {@link Program} → {@link IndexedFunction}: the subject, with everything it calls written in. */
public final class Resolver {
  private final Program program;
  private final Source source;
  private final Map<String, Integer> givenSizes;
  private final JavaFunctions java;

  /** A resolver of one program without functions from Java. */
  public Resolver(Program program, Map<String, Integer> givenSizes) {
    this(program, givenSizes, JavaFunctions.none());
  }

  /**
   * A resolver of one program.
   *
   * @param program the syntax of the file
   * @param givenSizes sizes that override those of the file
   * @param java functions from Java that the file may call
   */
  public Resolver(Program program, Map<String, Integer> givenSizes, JavaFunctions java) {
    this.java = java;
    this.program = program;
    this.source = program.source();
    this.givenSizes = Map.copyOf(givenSizes);
  }

  /** The function called {@code name}, or the last one of the file. */
  public IndexedFunction resolve(Optional<String> name) {
    Definition subject = subject(name);
    Map<String, Definition> definitions = definitions();
    Set<Definition> read = Collections.newSetFromMap(new IdentityHashMap<>());
    IndexedFunction function = resolve(subject, definitions, read);
    // What the subject does not call is read for its errors.
    for (Definition definition : program.definitions()) {
      if (definition.isFunction() && !read.contains(definition)) {
        resolve(definition, definitions, read);
      }
    }
    return function;
  }

  /** A model of the program on its own. */
  Model model() {
    return model(definitions());
  }

  private Model model(Map<String, Definition> definitions) {
    Model model = new Model(definitions, program.derivatives(), java);
    declareSizes(model);
    return model;
  }

  private IndexedFunction resolve(
      Definition subject, Map<String, Definition> definitions, Set<Definition> read) {
    Model model = model(definitions);
    DefinitionResolver resolver = new DefinitionResolver(model, source);
    ArgumentDeclarations arguments = new ArgumentDeclarations(model, resolver, source);
    List<Definition.Argument> all = new ArrayList<>(subject.variables());
    all.addAll(subject.parameters());
    arguments.nameSizes(all);
    List<IndexedFunction.Argument> variables =
        arguments.declare(subject.variables(), Symbol.Kind.VARIABLE);
    List<IndexedFunction.Argument> parameters =
        arguments.declare(subject.parameters(), Symbol.Kind.PARAMETER);
    Value value = value(subject, resolver, model, variables, parameters, arguments);
    model.equality().requireAllFound();
    Value output = model.equality().complete(value);
    List<IndexedFunction.Part> parts = model.parts().all(model.equality());
    List<Expr> vanished = model.vanished().all(model.equality());
    if (read.isEmpty()) {
      resolver.readNamedValues();
    }
    List<Expr> axes = new ArrayList<>();
    for (int d = 0; d < output.rank(); d++) {
      axes.add(Value.axis(model.pool(), d));
    }
    read.add(subject);
    read.addAll(model.called());
    model.close();
    return new IndexedFunction(
        subject.name().text(),
        source,
        subject.span(),
        model.pool(),
        variables,
        parameters,
        new IndexedFunction.Output(
            output.sizes(),
            axes,
            output.body(),
            subject.indices().stream().map(index -> index.name().text()).toList()),
        labels(subject),
        arguments.assumptions(),
        arguments.symmetric(),
        Map.copyOf(model.indexInputs().bySymbol()),
        parts,
        vanished,
        Map.copyOf(model.written()),
        new UserRules(model, resolver).read(program.rules()));
  }

  /**
   * The value of the subject; a kept function with stated derivatives is differentiated by them.
   */
  private static Value value(
      Definition subject,
      DefinitionResolver resolver,
      Model model,
      List<IndexedFunction.Argument> variables,
      List<IndexedFunction.Argument> parameters,
      ArgumentDeclarations arguments) {
    Value value = resolver.subject(subject, arguments.scope());
    resolver.own().complete();
    if (!resolver.own().isKept(subject)) {
      return value;
    }
    KeptFunction kept = resolver.own().kept(subject);
    boolean isStated =
        IntStream.range(0, variables.size()).allMatch(i -> kept.statedDerivative(i).isPresent());
    List<Expr> elements = new ArrayList<>();
    variables.forEach(argument -> elements.add(model.pool().element(argument.symbol())));
    parameters.forEach(argument -> elements.add(model.pool().element(argument.symbol())));
    return isStated ? Value.scalar(model.pool().apply(kept, elements)) : value;
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

  private Map<String, Definition> definitions() {
    Map<String, Definition> definitions = new LinkedHashMap<>();
    for (Definition definition : program.definitions()) {
      Definition previous = definitions.put(definition.name().text(), definition);
      if (previous != null) {
        throw NablaException.at(
            source,
            definition.name().span(),
            "'" + definition.name().text() + "' is defined twice",
            "the first is in line " + source.line(previous.span().start()));
      }
    }
    return definitions;
  }

  private void declareSizes(Model model) {
    givenSizes.forEach(
        (name, size) -> {
          if (size < 1) {
            throw NablaException.at(
                source,
                new Span(0, 1),
                "size '" + name + "' is " + size + ", but a size is a whole number from 1",
                "set it with --dim " + name + "=8");
          }
          model.sizes().put(name, model.pool().num(size));
        });
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
            source,
            dimension.value().span(),
            "a size is a whole number from 1, not " + Value.sizeText(size));
      }
      model.sizes().putIfAbsent(name, size);
    }
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
