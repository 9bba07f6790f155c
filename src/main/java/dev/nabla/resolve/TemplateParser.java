package dev.nabla.resolve;

import dev.nabla.ast.Syntax;
import dev.nabla.expr.Symbol;
import dev.nabla.expr.Template;
import dev.nabla.function.JavaFunctions;
import dev.nabla.parse.TextParser;
import dev.nabla.source.Source;
import java.util.List;

/** Text of a rule or of a derivative → {@link Template}. */
public final class TemplateParser {
  private TemplateParser() {}

  /** A number in which each of {@code placeholders} is a placeholder symbol. */
  public static Template parse(String text, List<String> placeholders) {
    Source source = new Source("<rule>", text);
    Syntax syntax = new TextParser(source).parseExpression();
    return new Template(resolver(source, placeholders).resolveScalar(syntax, "a rule"));
  }

  /** A condition in which each of {@code placeholders} is a placeholder symbol. */
  public static Template parseCondition(String text, List<String> placeholders) {
    Source source = new Source("<condition>", text);
    Syntax syntax = new TextParser(source).parseExpression();
    return new Template(resolver(source, placeholders).condition(syntax));
  }

  private static ExpressionResolver resolver(Source source, List<String> placeholders) {
    Model model = new Model(JavaFunctions.none());
    Scope scope = Scope.empty();
    for (int i = 0; i < placeholders.size(); i++) {
      Symbol symbol = new Symbol(placeholders.get(i), Symbol.Kind.PLACEHOLDER, i);
      scope.bind(
          placeholders.get(i), new Binding.Known(Value.scalar(model.pool().element(symbol))));
    }
    return new DefinitionResolver(model, source).expressions(source, scope);
  }
}
