package dev.nabla.source;

import java.util.Objects;
import java.util.Optional;

/**
 * One message about one place of a source, with the way out where there is one.
 *
 * @param source the text it is about
 * @param span the place
 * @param message one sentence that says what is wrong
 * @param hint what to do about it, if known
 */
public record Diagnostic(Source source, Span span, String message, Optional<String> hint) {
  private static final int WIDTH = 100;

  public Diagnostic {
    Objects.requireNonNull(source);
    Objects.requireNonNull(span);
    Objects.requireNonNull(message);
    Objects.requireNonNull(hint);
  }

  /** The line, from 1. */
  public int line() {
    return source.line(span.start());
  }

  /** The column, from 1. */
  public int column() {
    return source.column(span.start());
  }

  /** {@code file:line:column: error: message}, the line, a caret below the place, and the hint. */
  public String render() {
    StringBuilder out = new StringBuilder();
    out.append(source.name()).append(':').append(line()).append(':').append(column());
    out.append(": error: ").append(message).append('\n');
    renderLine(out);
    hint.ifPresent(text -> out.append("  hint: ").append(text).append('\n'));
    return out.toString();
  }

  /** A long line is cut to a window around the place. */
  private void renderLine(StringBuilder out) {
    int start = source.lineStart(span.start());
    int end = source.lineEnd(span.start());
    int from = Math.max(start, span.start() - WIDTH / 2);
    int to = Math.min(end, from + WIDTH);
    String before = source.text().substring(from, Math.max(from, Math.min(span.start(), end)));
    String prefix = from > start ? "…" : "";
    String suffix = to < end ? "…" : "";
    String shown = source.text().substring(from, Math.max(from, to)).replace('\t', ' ');
    out.append("  ").append(prefix).append(shown).append(suffix).append('\n');
    int stop = Math.max(span.start() + 1, Math.min(span.end(), to));
    int length =
        stop > span.start() && stop <= source.text().length()
            ? source.text().codePointCount(span.start(), stop)
            : 1;
    int indent = prefix.length() + before.codePointCount(0, before.length());
    out.append("  ").append(" ".repeat(indent)).append("^".repeat(length)).append('\n');
  }
}
