package dev.nabla.resolve;

import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Substitution;
import dev.nabla.expr.Symbol;
import dev.nabla.expr.Traversal;
import dev.nabla.source.Source;
import dev.nabla.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
 * @param symmetric the parameters that are declared symmetric
 * @param indexInputs the parameters whose elements are indices, with the size that they index
 * @param parts the arrays that the text names on the way to the value, in order of definition
 * @param vanished what the text holds and the value does without, such as log(x) of 0·log(x): the
 *     function has a value only where these have one, whatever their free indices
 * @param written how decimals were written
 * @param rules the rules of simplification that the text states
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
    Set<Symbol> symmetric,
    Map<Symbol, Expr> indexInputs,
    List<Part> parts,
    List<Expr> vanished,
    Map<Rational, String> written,
    List<UserRule> rules) {

  /**
   * An argument with the size of each axis.
   *
   * @param symbol its symbol
   * @param sizes the sizes; empty for a scalar
   */
  public record Argument(Symbol symbol, List<Expr> sizes) {
    Argument at(Substitution values) {
      return new Argument(symbol, sizes.stream().map(values::apply).toList());
    }
  }

  /**
   * The value: an element at the free indices {@code axes}.
   *
   * @param sizes the size of each axis
   * @param axes the free index of each axis
   * @param element the element
   * @param indexNames the names that the author gave to the indices, or none
   */
  public record Output(
      List<Expr> sizes, List<? extends Expr> axes, Expr element, List<String> indexNames) {
    public Output(List<Expr> sizes, List<? extends Expr> axes, Expr element) {
      this(sizes, axes, element, List.of());
    }
  }

  /**
   * An array that the text names: one of the where clause, or the result of a function of the file.
   *
   * @param name its name; with a number behind it where a function has several results
   * @param sizes the size of each axis; empty for a scalar
   * @param axes the free index of each axis
   * @param element the element at those indices
   */
  public record Part(String name, List<Expr> sizes, List<Index> axes, Expr element) {}

  /** The same function with some sizes as numbers. */
  public IndexedFunction at(Map<String, Integer> sizes) {
    Map<Expr, Expr> values = new HashMap<>();
    for (Symbol size : openSizes()) {
      if (sizes.containsKey(size.name())) {
        values.put(pool.element(size), pool.num(sizes.get(size.name())));
      }
    }
    Substitution at = new Substitution(pool, values);
    return new IndexedFunction(
        name,
        source,
        span,
        pool,
        variables.stream().map(argument -> argument.at(at)).toList(),
        parameters.stream().map(argument -> argument.at(at)).toList(),
        new Output(
            output.sizes().stream().map(at::apply).toList(),
            output.axes(),
            at.apply(output.element()),
            output.indexNames()),
        outputLabels,
        assumptions.stream().map(at::apply).toList(),
        symmetric,
        mapped(indexInputs, at),
        parts.stream()
            .map(
                part ->
                    new Part(
                        part.name(),
                        part.sizes().stream().map(at::apply).toList(),
                        part.axes(),
                        at.apply(part.element())))
            .toList(),
        vanished.stream().map(at::apply).toList(),
        written,
        rules);
  }

  private static Map<Symbol, Expr> mapped(Map<Symbol, Expr> sizes, Substitution at) {
    Map<Symbol, Expr> result = new LinkedHashMap<>();
    sizes.forEach((symbol, size) -> result.put(symbol, at.apply(size)));
    return result;
  }

  /** The sizes that are still symbols, in the order of the arguments. */
  public Set<Symbol> openSizes() {
    Set<Symbol> open = new LinkedHashSet<>();
    List<Expr> sizes = new ArrayList<>();
    variables.forEach(argument -> sizes.addAll(argument.sizes()));
    parameters.forEach(argument -> sizes.addAll(argument.sizes()));
    for (Expr size : sizes) {
      for (Expr node : Traversal.postOrder(size)) {
        if (node instanceof Element element && element.symbol().kind() == Symbol.Kind.DIMENSION) {
          open.add(element.symbol());
        }
      }
    }
    return open;
  }

  /** The same function with another value. */
  public IndexedFunction withOutput(Output other) {
    return new IndexedFunction(
        name,
        source,
        span,
        pool,
        variables,
        parameters,
        other,
        List.of(),
        assumptions,
        symmetric,
        indexInputs,
        parts,
        vanished,
        written,
        rules);
  }

  /** Its own name and those of its arguments. */
  public Set<String> names() {
    Set<String> names = new LinkedHashSet<>(List.of(name));
    variables.forEach(argument -> names.add(argument.symbol().name()));
    parameters.forEach(argument -> names.add(argument.symbol().name()));
    return names;
  }

  /** The same function under other assumptions. */
  public IndexedFunction assuming(List<Expr> others) {
    return new IndexedFunction(
        name,
        source,
        span,
        pool,
        variables,
        parameters,
        output,
        outputLabels,
        others,
        symmetric,
        indexInputs,
        parts,
        vanished,
        written,
        rules);
  }
}
