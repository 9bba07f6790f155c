package dev.nabla.parse;

import dev.nabla.source.NablaException;
import dev.nabla.source.Source;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTreeListener;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Stops a text that nests deeper than recursion can follow, at the place where it does. */
final class NestingLimit implements ParseTreeListener {
  /** Grammar rules inside each other; a parenthesis takes some dozen. */
  private static final int DEEPEST = 15_000;

  private final Source source;
  private int depth;

  NestingLimit(Source source) {
    this.source = source;
  }

  @Override
  public void enterEveryRule(ParserRuleContext context) {
    depth++;
    if (depth > DEEPEST) {
      throw NablaException.at(
          source,
          Places.span(context.getStart()),
          "the expression nests too deeply here",
          "name the inner parts in a where clause: … where t = …, u = …");
    }
  }

  @Override
  public void exitEveryRule(ParserRuleContext context) {
    depth--;
  }

  @Override
  public void visitTerminal(TerminalNode node) {}

  @Override
  public void visitErrorNode(ErrorNode node) {}
}
