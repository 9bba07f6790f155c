package dev.nabla.resolve;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Symbol;
import dev.nabla.source.Source;
import dev.nabla.source.Span;
import java.util.List;
import java.util.Map;

/**
 * A function as resolved: its output is one expression whose free indices are the output's axes.
 *
 * @param name the function's name
 * @param source the text it came from
 * @param span its definition
 * @param pool the pool of all its expressions
 * @param variables the arguments that are differentiated
 * @param parameters the other arguments
 * @param output the value
 * @param outputLabels names for the parts of a literal array of names; else empty
 * @param assumptions conditions on elements of the arguments
 * @param written how decimals were written
 */
public record IndexedFunction(
    String name,
    Source source,
    Span span,
    ExprPool pool,
    List<Argument> variables,
    List<Argument> parameters,
    Output output,
    List<String> outputLabels,
    List<Expr> assumptions,
    Map<Rational, String> written) {

  /**
   * An argument with the size of each axis.
   *
   * @param symbol its symbol
   * @param sizes the sizes; empty for a scalar
   */
  public record Argument(Symbol symbol, List<Expr> sizes) {}

  /**
   * The value: an element at the free indices {@code axes}.
   *
   * @param sizes the size of each axis
   * @param axes the free index of each axis
   * @param element the element
   */
  public record Output(List<Expr> sizes, List<? extends Expr> axes, Expr element) {}
}
