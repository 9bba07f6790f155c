package dev.nabla.ast;

import dev.nabla.source.Source;
import java.util.List;

/**
 * A whole file: sizes and definitions in the order written.
 *
 * @param source the text
 * @param dimensions the {@code dim} statements' sizes
 * @param definitions the functions and named values
 */
public record Program(Source source, List<Dimension> dimensions, List<Definition> definitions) {
  /** name = value in a {@code dim} statement. */
  public record Dimension(Syntax.Name name, Syntax value) {}
}
