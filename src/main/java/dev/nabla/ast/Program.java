package dev.nabla.ast;

import dev.nabla.source.Source;
import java.util.List;

/**
 * A whole file: sizes and definitions in the order written.
 *
 * @param source the text
 * @param dimensions the {@code dim} statements' sizes
 * @param definitions the functions and named values
 * @param derivatives the derivatives that the file states
 * @param rules the rules of simplification that the file states
 */
public record Program(
    Source source,
    List<Dimension> dimensions,
    List<Definition> definitions,
    List<StatedDerivative> derivatives,
    List<StatedRule> rules) {
  /** name = value in a {@code dim} statement. */
  public record Dimension(Syntax.Name name, Syntax value) {}
}
