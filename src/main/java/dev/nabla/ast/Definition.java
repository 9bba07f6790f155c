package dev.nabla.ast;

import dev.nabla.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * name(variables; parameters)[indices] = body where locals.
 *
 * @param span the whole definition
 * @param name the name being defined
 * @param isKept whether it stays a named function in what is derived from it
 * @param isFunction whether there is an argument list; without one it is a named value
 * @param variables the arguments before the semicolon
 * @param parameters those behind it, never differentiated
 * @param indices the indices of the result, if it is written in index notation
 * @param body the value
 * @param locals the names of the where clause, in order
 */
public record Definition(
    Span span,
    Syntax.Name name,
    boolean isKept,
    boolean isFunction,
    List<Argument> variables,
    List<Argument> parameters,
    List<Syntax.IndexDeclaration> indices,
    Syntax body,
    List<Local> locals) {

  /**
   * A declared argument.
   *
   * @param span its place
   * @param name its name
   * @param shape the size of each axis; empty for a scalar
   * @param symmetry where it is said to be a symmetric matrix
   * @param assumptions comparisons that hold for it
   */
  public record Argument(
      Span span,
      Syntax.Name name,
      List<Syntax> shape,
      Optional<Span> symmetry,
      List<Syntax.Comparison> assumptions) {}

  /** All arguments: the variables, then the parameters. */
  public List<Argument> arguments() {
    return Stream.concat(variables.stream(), parameters.stream()).toList();
  }

  /** A name of the where clause, with indices if it is an array in index notation. */
  public record Local(
      Span span, Syntax.Name name, List<Syntax.IndexDeclaration> indices, Syntax body) {}
}
