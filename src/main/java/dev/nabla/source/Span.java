package dev.nabla.source;

/**
 * A stretch of a source: the offsets {@code start} (inclusive) to {@code end} (exclusive).
 *
 * @param start the first offset
 * @param end the offset behind the last
 */
public record Span(int start, int end) {
  /** The smallest span that holds this one and {@code other}. */
  public Span to(Span other) {
    return new Span(Math.min(start, other.start), Math.max(end, other.end));
  }
}
