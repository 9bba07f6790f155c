package dev.nabla.parse;

import dev.nabla.source.NablaException;
import dev.nabla.source.Source;
import dev.nabla.source.Span;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Turns ANTLR's first complaint into a message for a person. */
final class SyntaxErrors extends BaseErrorListener {
  private final Source source;

  SyntaxErrors(Source source) {
    this.source = source;
  }

  @Override
  public void syntaxError(
      Recognizer<?, ?> recognizer,
      Object offendingSymbol,
      int line,
      int charPositionInLine,
      String message,
      RecognitionException exception) {
    Token token = (Token) offendingSymbol;
    Parser parser = (Parser) recognizer;
    Span span = span(token);
    String hint = hint(token, parser);
    String text = "unexpected " + name(token) + expectation(parser);
    throw hint.isEmpty()
        ? NablaException.at(source, span, text)
        : NablaException.at(source, span, text, hint);
  }

  private Span span(Token token) {
    if (token.getType() == Token.EOF) {
      int end = source.text().stripTrailing().length();
      return new Span(end, end + 1);
    }
    return Places.span(token);
  }

  private static String name(Token token) {
    return switch (token.getType()) {
      case Token.EOF -> "end of the text";
      case NablaLexer.SEPARATOR -> "end of the statement";
      case NablaLexer.NUMBER -> "number " + token.getText();
      default -> "'" + token.getText() + "'";
    };
  }

  private static String expectation(Parser parser) {
    IntervalSet expected = parser.getExpectedTokens();
    if (expected.contains(NablaLexer.NUMBER)) {
      return ": an expression is missing before it";
    }
    if (expected.size() == 1) {
      String literal = parser.getVocabulary().getLiteralName(expected.getMinElement());
      // A word of a statement is marked by a letter that nobody types.
      return literal == null
          ? ""
          : ": expected " + literal.replaceAll("\\\\u[0-9A-Fa-f]{4}|\uE002", "");
    }
    return "";
  }

  private static boolean isStatement(Parser parser) {
    for (RuleContext context = parser.getRuleContext(); context != null; context = context.parent) {
      if (context instanceof NablaParser.StatementContext statement) {
        int first = statement.getStart().getType();
        return first == NablaLexer.DERIVATIVE || first == NablaLexer.RULE;
      }
    }
    return false;
  }

  private static String hint(Token token, Parser parser) {
    String text = token.getText();
    if (token.getType() == NablaLexer.IF) {
      return "put it in parentheses: (if … then … else …)";
    }
    if (text.equals("=") && isStatement(parser)) {
      return "write 'is': derivative of f(x) is …, rule NAME: LEFT is RIGHT";
    }
    if (text.equals("=") && parser.getRuleContext() != null) {
      return "'=' defines; to compare write '=='";
    }
    if (text.equals("|")) {
      return "write abs(x) for |x|";
    }
    if (text.equals("{") || text.equals("}")) {
      return "write parentheses ( ) for grouping, [ ] for arrays";
    }
    if (text.equals("\\")) {
      return "LaTeX is not read here; write theta or θ, x/y, sqrt(x)";
    }
    if (text.equals("!")) {
      return "write gamma(x + 1) for x!";
    }
    if (text.equals("\"") || text.equals("$") || text.equals("@")) {
      return "a text holds definitions such as f(x, y) = x^2*y and # comments";
    }
    if (parser.getRuleContext() instanceof NablaParser.StatementContext
        || parser.getRuleContext() instanceof NablaParser.NameContext
        || parser.getRuleContext() instanceof NablaParser.FileContext) {
      return "a definition looks like f(x, y) = x^2*y";
    }
    return "";
  }
}
