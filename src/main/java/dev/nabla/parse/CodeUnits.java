package dev.nabla.parse;

import dev.nabla.source.Source;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/** The lexer counts code points, a {@link dev.nabla.source.Span} counts UTF-16 units. */
final class CodeUnits {
  private final String text;
  private final boolean isBasic;
  private int codePoint;
  private int unit;

  CodeUnits(Source source) {
    this.text = source.text();
    this.isBasic = text.chars().noneMatch(symbol -> Character.isSurrogate((char) symbol));
  }

  /** The token with its offsets in units; tokens must come in the order of the text. */
  Token inUnits(Token token) {
    if (isBasic) {
      return token;
    }
    CommonToken result = new CommonToken(token);
    // The text is read from the code points at the token's offsets, so it is fixed before.
    result.setText(token.getText());
    result.setStartIndex(unitsBefore(token.getStartIndex()));
    result.setStopIndex(unitsBefore(token.getStopIndex() + 1) - 1);
    return result;
  }

  private int unitsBefore(int target) {
    unit = text.offsetByCodePoints(unit, target - codePoint);
    codePoint = target;
    return unit;
  }
}
