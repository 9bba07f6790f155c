package dev.nabla.parse;

import dev.nabla.source.Span;
import org.antlr.v4.runtime.Token;

/** Where tokens stand. */
final class Places {
  private Places() {}

  static Span span(Token token) {
    return span(token, token);
  }

  /** The span from the start of {@code first} to the end of {@code last}. */
  static Span span(Token first, Token last) {
    int start = first.getStartIndex();
    int end = last == null ? start : last.getStopIndex() + 1;
    return new Span(start, Math.max(start, end));
  }
}
