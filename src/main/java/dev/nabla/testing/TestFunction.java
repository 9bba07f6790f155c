package dev.nabla.testing;

import dev.nabla.Nabla;
import dev.nabla.VectorFunction;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Symbol;
import dev.nabla.print.FormulaBuilder;
import dev.nabla.print.NumberStyle;
import dev.nabla.print.TextPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A function ℝⁿ → ℝᵐ of random terms.
 *
 * @param dimension n
 * @param outputs one term for each of the m values
 */
public record TestFunction(int dimension, List<Term> outputs) {
  private static final List<String> NAMES = List.of("x", "y", "z", "u", "v", "w");

  public TestFunction {
    outputs = List.copyOf(outputs);
    if (dimension < 1 || dimension > NAMES.size()) {
      throw new IllegalArgumentException("a test function has 1 to " + NAMES.size() + " variables");
    }
  }

  /** The names of its variables: x, y, z, u, v, w. */
  public List<String> variables() {
    return NAMES.subList(0, dimension);
  }

  /** The definition in the language, such as {@code f(x, y) = [x^2*y, sin(x)]}. */
  public String text() {
    String values = String.join(", ", outputTexts());
    return "f("
        + String.join(", ", variables())
        + ") = "
        + (outputs.size() == 1 ? values : "[" + values + "]");
  }

  /** The function, read from its text. */
  public VectorFunction parse() {
    return Nabla.parse(text());
  }

  /** Each output in the language. */
  List<String> outputTexts() {
    ExprPool pool = new ExprPool();
    List<Expr> roots = in(pool, symbols(pool));
    FormulaBuilder formulas =
        new FormulaBuilder(NumberStyle.fractions(), roots, Set.copyOf(variables()));
    return roots.stream().map(root -> new TextPrinter().print(formulas.build(root))).toList();
  }

  /** Its variables as symbols of {@code pool}. */
  List<Element> symbols(ExprPool pool) {
    return IntStream.range(0, dimension)
        .mapToObj(i -> (Element) pool.element(new Symbol(NAMES.get(i), Symbol.Kind.VARIABLE, i)))
        .toList();
  }

  /** The values as expressions of {@code pool}. */
  List<Expr> in(ExprPool pool, List<Element> variables) {
    return outputs.stream().map(output -> output.in(pool, variables)).toList();
  }

  /** The same with another output in one place. */
  TestFunction with(int place, Term output) {
    List<Term> others = new ArrayList<>(outputs);
    others.set(place, output);
    return new TestFunction(dimension, others);
  }

  /** The same without one of its outputs. */
  TestFunction without(int place) {
    List<Term> others = new ArrayList<>(outputs);
    others.remove(place);
    return new TestFunction(dimension, others);
  }

  @Override
  public String toString() {
    return text();
  }
}
