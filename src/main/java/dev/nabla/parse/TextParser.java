package dev.nabla.parse;

import dev.nabla.ast.Program;
import dev.nabla.ast.Syntax;
import dev.nabla.source.NablaException;
import dev.nabla.source.Source;
import dev.nabla.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/** Text → {@link Program}, or the one error that stops it. */
public final class TextParser {
  /** A longer line is refused: it is a file read by mistake, not mathematics. */
  static final int LONGEST_LINE = 8_000_000;

  private static final int LONGEST_NAME = 200;

  /** The parse tree of more would not fit a gigabyte. */
  static final int MOST_TOKENS = 1_000_000;

  private final Source source;

  public TextParser(Source source) {
    this.source = source;
  }

  /** The functions, named values and sizes of a whole file. */
  public Program parseProgram() {
    List<? extends Token> tokens = tokens();
    NablaParser.FileContext tree = (NablaParser.FileContext) parse(tokens, NablaParser::file);
    return new ProgramBuilder(source).program(tree);
  }

  /** One expression and nothing else. */
  public Syntax parseExpression() {
    List<? extends Token> tokens = tokens();
    NablaParser.LoneExpressionContext tree =
        (NablaParser.LoneExpressionContext) parse(tokens, NablaParser::loneExpression);
    return new SyntaxBuilder(source).expression(tree.expression());
  }

  private interface Rule {
    ParserRuleContext apply(NablaParser parser);
  }

  /** Fast SLL prediction first; only what that cannot parse is parsed again for its error. */
  private ParserRuleContext parse(List<? extends Token> tokens, Rule rule) {
    NablaParser parser = parser(tokens);
    parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    parser.setErrorHandler(new BailErrorStrategy());
    try {
      return rule.apply(parser);
    } catch (ParseCancellationException sllFailed) {
      NablaParser careful = parser(tokens);
      careful.getInterpreter().setPredictionMode(PredictionMode.LL);
      careful.addErrorListener(new SyntaxErrors(source));
      return rule.apply(careful);
    }
  }

  private NablaParser parser(List<? extends Token> tokens) {
    NablaParser parser = new NablaParser(new CommonTokenStream(new ListTokenSource(tokens)));
    parser.removeErrorListeners();
    parser.setTrimParseTree(true);
    parser.addParseListener(new NestingLimit(source));
    return parser;
  }

  private List<? extends Token> tokens() {
    checkLineLength();
    NablaLexer lexer = new NablaLexer(CharStreams.fromString(source.text(), source.name()));
    lexer.removeErrorListeners();
    CodeUnits units = new CodeUnits(source);
    List<Token> tokens = new ArrayList<>();
    for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
      tokens.add(units.inUnits(token));
      if (token.getType() == NablaLexer.IDENTIFIER && token.getText().length() > LONGEST_NAME) {
        throw NablaException.at(
            source,
            Places.span(tokens.get(tokens.size() - 1)),
            "a name has at most " + LONGEST_NAME + " letters");
      }
      if (tokens.size() > MOST_TOKENS) {
        throw NablaException.at(
            source,
            Places.span(tokens.get(tokens.size() - 1)),
            "the text has more than " + MOST_TOKENS + " numbers, names and operators",
            "write repeated parts with sum, prod, or index notation: f(x[n])[i] = …");
      }
    }
    return new StatementLayout(source).arrange(tokens);
  }

  private void checkLineLength() {
    String text = source.text();
    int start = 0;
    while (start <= text.length()) {
      int end = text.indexOf('\n', start);
      int stop = end < 0 ? text.length() : end;
      if (stop - start > LONGEST_LINE) {
        throw NablaException.at(
            source,
            new Span(start, start + 1),
            "this line has " + (stop - start) + " characters; the most is " + LONGEST_LINE,
            "break it into lines; a line that is indented continues the one before");
      }
      start = stop + 1;
    }
  }
}
