package dev.nabla.parse;

import dev.nabla.source.Source;
import dev.nabla.source.Span;
import org.antlr.v4.runtime.Token;

/** Where tokens stand: ANTLR counts code points, a {@link Span} counts UTF-16 units. */
final class Places {
  private Places() {}

  static Span span(Source source, Token token) {
    return span(source, token, token);
  }

  /** The span from the start of {@code first} to the end of {@code last}. */
  static Span span(Source source, Token first, Token last) {
    int start = offset(source, first.getStartIndex());
    int end = last == null ? start : offset(source, last.getStopIndex() + 1);
    return new Span(start, Math.max(start, end));
  }

  private static int offset(Source source, int codePoint) {
    String text = source.text();
    return source.isBasic() ? codePoint : text.offsetByCodePoints(0, codePoint);
  }
}
