package dev.nabla.parse;

import dev.nabla.source.NablaException;
import dev.nabla.source.Source;
import dev.nabla.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/**
 * Decides where statements end: a newline ends one, unless it stands inside brackets, or the text
 * before or behind it cannot stand alone, or the next line is indented. Outside brackets {@code ;}
 * ends a statement too. It also tells a call's parenthesis, which follows its name, and an index's
 * bracket, which follows what it is an index of, from others.
 */
final class StatementLayout {
  private static final int DEEPEST = 1_000;
  private static final Set<String> UNFINISHED =
      Set.of(
          "+", "-", "−", "*", "/", ".*", "./", "·", "⋅", "×", "÷", "⊙", "^", "**", ".^", "=", ",",
          "<", "<=", "≤", ">", ">=", "≥", "==", "!=", "≠", "..", "where", "if", "then", "else",
          "and", "or", "not", "&&", "||", "∧", "∨", "¬", "√");
  private static final Set<String> CONTINUING =
      Set.of(
          "+", "-", "−", "*", "/", ".*", "./", "·", "⋅", "×", "÷", "⊙", "^", "**", ".^", "=", ",",
          "<", "<=", "≤", ">", ">=", "≥", "==", "!=", "≠", "where", "then", "else", "and", "or",
          "&&", "||", "∧", "∨", ")", "]");

  private static final Set<String> CLOSING = Set.of(")", "]");
  private static final Set<Integer> INDEXED =
      Set.of(NablaLexer.IDENTIFIER, NablaLexer.SUPERSCRIPT, NablaLexer.PRIME, NablaLexer.TRANSPOSE);

  private final Source source;
  private final Deque<Token> open = new ArrayDeque<>();
  private final List<Token> result = new ArrayList<>();
  private final StatementWords words = new StatementWords();
  private int margin = -1;

  StatementLayout(Source source) {
    this.source = source;
  }

  List<Token> arrange(List<? extends Token> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.getType() == NablaLexer.SEPARATOR) {
        boolean first = i == 0 || tokens.get(i - 1).getType() != NablaLexer.SEPARATOR;
        if (first && open.isEmpty() && endsStatement(tokens, i)) {
          result.add(token);
          words.startStatement();
        }
      } else if (token.getText().equals(";") && open.isEmpty()) {
        result.add(retyped(token, NablaLexer.SEPARATOR));
        words.startStatement();
      } else {
        if (margin < 0) {
          margin = token.getCharPositionInLine();
        }
        track(token);
        String next = i + 1 < tokens.size() ? tokens.get(i + 1).getText() : "";
        result.add(
            isCall(token)
                ? retyped(token, NablaLexer.CALL)
                : isIndex(token)
                    ? retyped(token, NablaLexer.INDEX)
                    : retyped(token, words.type(token, next, open.isEmpty())));
      }
    }
    if (!open.isEmpty()) {
      Token unclosed = open.peek();
      throw NablaException.at(
          source, span(unclosed), "'" + unclosed.getText() + "' is never closed");
    }
    return result;
  }

  private boolean endsStatement(List<? extends Token> tokens, int newline) {
    if (result.isEmpty()
        || UNFINISHED.contains(last().getText())
        || last().getType() == NablaLexer.IS) {
      return false;
    }
    int next = newline + 1;
    while (next < tokens.size() && tokens.get(next).getType() == NablaLexer.SEPARATOR) {
      next++;
    }
    if (next == tokens.size()) {
      return true;
    }
    Token following = tokens.get(next);
    return following.getCharPositionInLine() <= margin && !CONTINUING.contains(following.getText());
  }

  private void track(Token token) {
    switch (token.getText()) {
      case "(", "[" -> {
        open.push(token);
        if (open.size() > DEEPEST) {
          throw NablaException.at(
              source,
              span(token),
              "more than " + DEEPEST + " brackets are open here",
              "name the inner parts in a where clause: … where t = …, u = …");
        }
      }
      case ")", "]" -> {
        String opening = token.getText().equals(")") ? "(" : "[";
        if (open.isEmpty() || !open.peek().getText().equals(opening)) {
          String message =
              open.isEmpty()
                  ? "'" + token.getText() + "' closes nothing"
                  : "'" + token.getText() + "' does not close '" + open.peek().getText() + "'";
          throw NablaException.at(source, span(token), message);
        }
        open.pop();
      }
      default -> {}
    }
  }

  private boolean isCall(Token token) {
    return token.getText().equals("(")
        && !result.isEmpty()
        && last().getType() == NablaLexer.IDENTIFIER;
  }

  private boolean isIndex(Token token) {
    return token.getText().equals("[")
        && !result.isEmpty()
        && (INDEXED.contains(last().getType()) || CLOSING.contains(last().getText()));
  }

  private Token last() {
    return result.get(result.size() - 1);
  }

  private static Token retyped(Token token, int type) {
    if (type == token.getType()) {
      return token;
    }
    CommonToken copy = new CommonToken(token);
    copy.setType(type);
    return copy;
  }

  private Span span(Token token) {
    return Places.span(token);
  }
}
