package dev.nabla.resolve;

import dev.nabla.ast.Definition;
import dev.nabla.ast.Program;
import dev.nabla.ast.StatedDerivative;
import dev.nabla.ast.Syntax;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Function;
import dev.nabla.expr.Symbol;
import dev.nabla.expr.Template;
import dev.nabla.function.ElementaryFunction;
import dev.nabla.function.JavaFunction;
import dev.nabla.function.JavaFunctions;
import dev.nabla.function.KeptFunction;
import dev.nabla.parse.TextParser;
import dev.nabla.source.Source;
import dev.nabla.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Text and functions from Java → what they state. */
public final class StatementReader {
  private final Source source;
  private final JavaFunctions java;

  public StatementReader(Source source, JavaFunctions java) {
    this.source = source;
    this.java = java;
  }

  /**
   * The derivatives and rules of the text, and the derivatives that come with functions from Java.
   *
   * @throws dev.nabla.source.NablaException with the place, where the text is wrong
   */
  public Statements read() {
    Program program = new TextParser(source).parseProgram();
    Resolver resolver = new Resolver(program, Map.of(), java);
    Model model = resolver.model();
    DefinitionResolver definitions = new DefinitionResolver(model, source);
    OwnFunctions own = definitions.own();
    own.complete();
    List<Statements.Derivative> derivatives = new ArrayList<>();
    for (StatedDerivative stated : program.derivatives()) {
      Function function = own.find(stated.function()).orElseThrow();
      int argument =
          stated.variable().map(variable -> indexOf(stated.arguments(), variable)).orElse(0);
      List<Expr> domain =
          model
              .function(function.name())
              .map(definition -> domain(definitions, definition))
              .orElseGet(() -> domain(model, function));
      derivatives.add(derivative(model.pool(), function, argument, domain));
    }
    for (JavaFunction function : java.all()) {
      if (model.function(function.name()).isPresent()) {
        continue;
      }
      Optional<ElementaryFunction> known =
          own.foreign(function.name(), source, new Span(0, Math.min(1, source.text().length())));
      own.complete();
      for (String argument : function.derivatives().keySet()) {
        int position = function.arguments().indexOf(argument);
        derivatives.add(
            derivative(
                model.pool(), known.orElseThrow(), position, domain(model, known.orElseThrow())));
      }
    }
    return new Statements(
        model.pool(), derivatives, new UserRules(model, definitions).read(program.rules()));
  }

  private static int indexOf(List<Syntax.Name> names, Syntax.Name variable) {
    return names.stream().map(Syntax.Name::text).toList().indexOf(variable.text());
  }

  private static Statements.Derivative derivative(
      ExprPool pool, Function function, int argument, List<Expr> domain) {
    List<Element> arguments = arguments(pool, function);
    Template stated =
        function instanceof KeptFunction kept
            ? kept.statedDerivative(argument).orElseThrow()
            : ((ElementaryFunction) function).statedDerivative(argument).orElseThrow();
    String names = String.join(", ", function.arguments());
    String label =
        "derivative of "
            + function.name()
            + "("
            + names
            + ")"
            + (function.arity() == 1 ? "" : " in " + function.arguments().get(argument));
    return new Statements.Derivative(
        label,
        arguments,
        argument,
        pool.apply(function, List.copyOf(arguments)),
        stated.instantiate(pool, function, List.copyOf(arguments)),
        domain);
  }

  private static List<Element> arguments(ExprPool pool, Function function) {
    List<Element> arguments = new ArrayList<>();
    for (int i = 0; i < function.arity(); i++) {
      Symbol symbol = new Symbol(function.arguments().get(i), Symbol.Kind.VARIABLE, i);
      arguments.add((Element) pool.element(symbol));
    }
    return arguments;
  }

  /** The assumptions on a definition's arguments. */
  private List<Expr> domain(DefinitionResolver definitions, Definition definition) {
    ArgumentDeclarations declarations =
        new ArgumentDeclarations(definitions.model(), definitions, source);
    declarations.declare(definition.arguments(), Symbol.Kind.VARIABLE);
    return declarations.assumptions();
  }

  private static List<Expr> domain(Model model, Function function) {
    String condition = ((ElementaryFunction) function).domain();
    return condition.equals("true")
        ? List.of()
        : List.of(
            TemplateParser.parseCondition(condition, function.arguments())
                .instantiate(
                    model.pool(), function, List.copyOf(arguments(model.pool(), function))));
  }
}
