package dev.nabla.resolve;

import dev.nabla.source.NablaException;
import dev.nabla.source.Source;
import dev.nabla.source.Span;

/**
 * How deep the resolver is within expressions, calls and definitions that use each other: {@link
 * FunctionReader}'s stack holds {@link #DEEPEST} levels.
 */
final class Nesting {
  static final int DEEPEST = 250_000;

  private int depth;

  void enter(Source source, Span span) {
    depth++;
    if (depth > DEEPEST) {
      throw NablaException.at(
          source,
          span,
          "definitions use each other too deeply here",
          "define a name before the names that use it");
    }
  }

  void leave() {
    depth--;
  }
}
