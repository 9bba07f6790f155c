package dev.nabla.resolve;

import dev.nabla.ast.StatedDerivative;
import dev.nabla.ast.Syntax;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Function;
import dev.nabla.expr.Symbol;
import dev.nabla.expr.Template;
import dev.nabla.function.JavaFunction;
import dev.nabla.parse.TextParser;
import dev.nabla.source.NablaException;
import dev.nabla.source.Source;
import dev.nabla.source.Span;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The derivatives that a file and the libraries from Java state, as templates. */
final class StatedDerivatives {
  private record Place(String function, int argument) {}

  private final Model model;
  private final DefinitionResolver definitions;
  private final OwnFunctions functions;
  private final Source source;
  private final Map<Place, Template> templates = new HashMap<>();
  private final Map<Place, Span> places = new HashMap<>();
  private boolean isRead;

  StatedDerivatives(
      Model model, DefinitionResolver definitions, OwnFunctions functions, Source source) {
    this.model = model;
    this.definitions = definitions;
    this.functions = functions;
    this.source = source;
  }

  /** Whether the file states a derivative of the function. */
  boolean mention(String function) {
    return model.stated().stream().anyMatch(stated -> stated.function().text().equals(function));
  }

  Optional<Template> find(String function, int argument) {
    return Optional.ofNullable(templates.get(new Place(function, argument)));
  }

  /** Reads what the file states; once. */
  void read() {
    if (!isRead) {
      isRead = true;
      model.stated().forEach(this::read);
    }
  }

  private void read(StatedDerivative stated) {
    Function function = function(stated);
    List<String> names = names(stated, function);
    int argument = argument(stated, names);
    Place place = new Place(function.name(), argument);
    Span first = places.putIfAbsent(place, stated.span());
    if (first != null) {
      throw error(
          stated.function().span(),
          "the derivative of '" + function.name() + "'" + in(names, argument) + " is stated twice",
          "the first is in line " + source.line(first.start()));
    }
    model
        .java()
        .find(function.name())
        .filter(java -> model.function(function.name()).isEmpty())
        .filter(java -> java.derivatives().containsKey(java.arguments().get(argument)))
        .ifPresent(
            java -> {
              throw error(
                  stated.function().span(),
                  java.origin()
                      + " states the derivative of '"
                      + function.name()
                      + "'"
                      + in(names, argument)
                      + " already: "
                      + java.derivatives().get(java.arguments().get(argument)),
                  "leave one of them out");
            });
    templates.put(place, template(source, stated.body(), names, function));
  }

  private static String in(List<String> names, int argument) {
    return names.size() == 1 ? "" : " in " + names.get(argument);
  }

  private Function function(StatedDerivative stated) {
    Syntax.Name name = stated.function();
    if (Calls.isBuiltIn(name.text()) && model.function(name.text()).isEmpty()) {
      throw error(
          name.span(),
          "'" + name.text() + "' is built in, and so are its derivatives",
          "state the derivative of a function of your own");
    }
    return functions
        .find(name)
        .orElseThrow(
            () ->
                error(
                    name.span(),
                    "there is no function '" + name.text() + "' to state a derivative of",
                    Spelling.nearest(name.text(), functions.names())
                        .map(nearest -> "did you mean '" + nearest + "'?")
                        .orElse(
                            "define it in the file, or take it from Java: --functions-from CLASS")));
  }

  private List<String> names(StatedDerivative stated, Function function) {
    List<String> names = stated.arguments().stream().map(Syntax.Name::text).toList();
    if (names.size() != function.arity()) {
      throw error(
          stated.function().span(),
          function.name()
              + " takes "
              + Calls.count(function.arity(), "argument")
              + " ("
              + String.join(", ", function.arguments())
              + "), not "
              + names.size());
    }
    Set<String> seen = new HashSet<>();
    for (Syntax.Name name : stated.arguments()) {
      if (!seen.add(name.text())) {
        throw error(
            name.span(), "'" + name.text() + "' is two arguments", "give each a name of its own");
      }
    }
    return names;
  }

  private int argument(StatedDerivative stated, List<String> names) {
    if (stated.variable().isEmpty()) {
      if (names.size() > 1) {
        throw error(
            stated.function().span(),
            "for which argument is this the derivative?",
            "write derivative of "
                + stated.function().text()
                + "("
                + String.join(", ", names)
                + ") in "
                + names.get(0)
                + " is …");
      }
      return 0;
    }
    Syntax.Name variable = stated.variable().get();
    int argument = names.indexOf(variable.text());
    if (argument < 0) {
      throw error(
          variable.span(),
          "'" + variable.text() + "' is no argument here",
          "the arguments are " + String.join(", ", names));
    }
    return argument;
  }

  /** Reads the texts that come with a function from Java. */
  void readTexts(JavaFunction function) {
    for (int i = 0; i < function.arguments().size(); i++) {
      String argument = function.arguments().get(i);
      Optional<String> text = Optional.ofNullable(function.derivatives().get(argument));
      if (text.isPresent()) {
        Source own =
            new Source(
                "<derivative of " + function.name() + " from " + function.origin() + ">",
                text.get());
        Syntax body = new TextParser(own).parseExpression();
        ElementaryArity arity = new ElementaryArity(function.name(), function.arguments());
        templates.put(
            new Place(function.name(), i), template(own, body, function.arguments(), arity));
      }
    }
  }

  /** What errors need to know of a function. */
  private record ElementaryArity(String name, List<String> arguments) implements Function {
    @Override
    public int arity() {
      return arguments.size();
    }
  }

  private Template template(Source text, Syntax body, List<String> names, Function function) {
    Scope scope = definitions.globalsFor(text).inner();
    for (int i = 0; i < names.size(); i++) {
      Symbol symbol = new Symbol(function.arguments().get(i), Symbol.Kind.PLACEHOLDER, i);
      scope.bind(names.get(i), new Binding.Known(Value.scalar(model.pool().element(symbol))));
    }
    ExpressionResolver resolver = definitions.expressions(text, scope);
    Value value = Value.scalar(resolver.resolveScalar(body, "a derivative of a scalar"));
    Expr derivative = resolver.number(value, body.span());
    String what = "the derivative of '" + function.name() + "'";
    return new ScalarBodies(model, text).template(derivative, body.span(), what, names);
  }

  private NablaException error(Span span, String message, String hint) {
    return NablaException.at(source, span, message, hint);
  }

  private NablaException error(Span span, String message) {
    return NablaException.at(source, span, message);
  }
}
