package dev.nabla.resolve;

import dev.nabla.ast.Definition;
import dev.nabla.ast.Syntax;
import dev.nabla.expr.Function;
import dev.nabla.expr.Template;
import dev.nabla.function.ElementaryFunction;
import dev.nabla.function.JavaFunction;
import dev.nabla.function.KeptFunction;
import dev.nabla.source.NablaException;
import dev.nabla.source.Source;
import dev.nabla.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The functions that stay nodes of an expression though no table has them: those that a file keeps,
 * and those from Java.
 */
final class OwnFunctions {
  private final Model model;
  private final DefinitionResolver definitions;
  private final StatedDerivatives derivatives;
  private final IdentityHashMap<Definition, KeptFunction> kept = new IdentityHashMap<>();
  private final Map<String, ElementaryFunction> foreign = new HashMap<>();
  private final Deque<JavaFunction> waiting = new ArrayDeque<>();

  OwnFunctions(Model model, DefinitionResolver definitions, Source source) {
    this.model = model;
    this.definitions = definitions;
    this.derivatives = new StatedDerivatives(model, definitions, this, source);
  }

  /** Whether calls of the function stay calls. */
  boolean isKept(Definition definition) {
    return definition.isFunction()
        && (definition.isKept() || derivatives.mention(definition.name().text()));
  }

  /** What a call of a function of the file applies. */
  KeptFunction kept(Definition definition) {
    KeptFunction known = kept.get(definition);
    if (known == null) {
      requireKeepable(definition);
      List<String> names = definition.arguments().stream().map(a -> a.name().text()).toList();
      Template body = definitions.template(definition, names);
      String name = definition.name().text();
      known = new KeptFunction(name, names, body, i -> derivatives.find(name, i));
      kept.put(definition, known);
    }
    return known;
  }

  private void requireKeepable(Definition definition) {
    String name = definition.name().text();
    boolean isScalar =
        definition.indices().isEmpty()
            && definition.arguments().stream().allMatch(argument -> argument.shape().isEmpty());
    if (!isScalar || definition.arguments().isEmpty()) {
      throw error(
          definition.name().span(),
          "'" + name + "' is not a function of scalars, so it cannot keep its name",
          "define it without 'keep': it is differentiated through");
    }
    if (Calls.isBuiltIn(name)) {
      throw error(
          definition.name().span(),
          "'" + name + "' is built in, so no other function can keep that name",
          "give it a name of its own");
    }
    model
        .java()
        .find(name)
        .ifPresent(
            java -> {
              throw error(
                  definition.name().span(),
                  "'" + name + "' is a function of " + java.origin() + " too",
                  "give one of them another name");
            });
    List<String> arguments = definition.arguments().stream().map(a -> a.name().text()).toList();
    for (String argument : arguments) {
      String derivative = arguments.size() == 1 ? name + "'" : name + "_" + argument;
      Definition other = model.definitions().get(derivative);
      if (other != null) {
        throw error(
            other.name().span(),
            "'" + derivative + "' is what the derivative of '" + name + "' is called",
            "give this another name");
      }
    }
  }

  private NablaException error(Span span, String message, String hint) {
    return NablaException.at(definitions.source(), span, message, hint);
  }

  /** The function from Java that a call names. */
  Optional<ElementaryFunction> foreign(String name, Source source, Span call) {
    ElementaryFunction known = foreign.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<JavaFunction> found = model.java().find(name);
    found.ifPresent(
        function -> {
          foreign.put(
              name,
              function.elementary(
                  i ->
                      derivatives
                          .find(name, i)
                          .orElseThrow(() -> missing(function, i, source, call))));
          waiting.add(function);
        });
    return Optional.ofNullable(foreign.get(name));
  }

  private static NablaException missing(
      JavaFunction function, int argument, Source source, Span call) {
    List<String> names = function.arguments();
    String which = names.size() == 1 ? "" : " in " + names.get(argument);
    return NablaException.at(
        source,
        call,
        "'" + function.name() + "' has no derivative for its argument " + names.get(argument),
        "state it: derivative of "
            + function.name()
            + "("
            + String.join(", ", names)
            + ")"
            + which
            + " is …");
  }

  /** Reads every derivative that is stated, of what was called so far and of what they call. */
  void complete() {
    derivatives.read();
    while (!waiting.isEmpty()) {
      derivatives.readTexts(waiting.poll());
    }
  }

  /** The function of a statement: one of the file or from Java. */
  Optional<Function> find(Syntax.Name name) {
    Optional<Definition> definition = model.function(name.text());
    return definition.isPresent()
        ? Optional.of(kept(definition.get()))
        : foreign(name.text(), definitions.source(), name.span()).map(Function.class::cast);
  }

  /** Names that a statement may mean, for hints. */
  List<String> names() {
    List<String> names = new ArrayList<>(model.java().names());
    model.definitions().values().stream()
        .filter(Definition::isFunction)
        .forEach(definition -> names.add(definition.name().text()));
    return names;
  }
}
