package dev.nabla.parse;

import org.antlr.v4.runtime.Token;

/**
 * Tells the words of a statement such as {@code derivative of f(x) is …} from names: {@code keep},
 * {@code derivative} and {@code rule} are words only where a statement begins and cannot be a name
 * there, {@code of}, {@code in} and {@code is} only in such a statement.
 */
final class StatementWords {
  private boolean atStart = true;
  private boolean afterDerivative;
  private boolean expectsIs;

  void startStatement() {
    atStart = true;
    afterDerivative = false;
    expectsIs = false;
  }

  /** The type of the token, read in order: that of a word, or its own. */
  int type(Token token, String next, boolean outsideBrackets) {
    boolean first = atStart;
    boolean behindDerivative = afterDerivative;
    atStart = false;
    afterDerivative = false;
    if (token.getType() != NablaLexer.IDENTIFIER) {
      return token.getType();
    }
    boolean beforeName = !next.isEmpty() && Character.isLetter(next.codePointAt(0));
    switch (token.getText()) {
      case "keep" -> {
        return first && beforeName ? NablaLexer.KEEP : token.getType();
      }
      case "derivative" -> {
        afterDerivative = first && next.equals("of");
        expectsIs = afterDerivative;
        return afterDerivative ? NablaLexer.DERIVATIVE : token.getType();
      }
      case "rule" -> {
        expectsIs = first && beforeName;
        return expectsIs ? NablaLexer.RULE : token.getType();
      }
      case "of" -> {
        return behindDerivative ? NablaLexer.OF : token.getType();
      }
      case "in" -> {
        return expectsIs && outsideBrackets ? NablaLexer.IN : token.getType();
      }
      case "is" -> {
        boolean isWord = expectsIs && outsideBrackets;
        expectsIs &= !isWord;
        return isWord ? NablaLexer.IS : token.getType();
      }
      default -> {
        return token.getType();
      }
    }
  }
}
