package dev.nabla.testing;

import dev.nabla.diff.DerivativeTemplates;
import dev.nabla.diff.Differentiator;
import dev.nabla.diff.SparseRow;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Substitution;
import dev.nabla.expr.Symbol;
import dev.nabla.print.FormulaBuilder;
import dev.nabla.print.NumberStyle;
import dev.nabla.print.TextPrinter;
import dev.nabla.resolve.TemplateParser;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * f = f₁∘…∘fₙ and g = gₙ∘…∘g₁ for pairs with fᵢ(gᵢ(x)) = x, at a point.
 *
 * @param pairs the pairs, the outermost f first
 * @param point x
 */
public record InverseCase(List<Pair> pairs, double point) {
  /**
   * f(g(x)) = x for every x at which g has a value.
   *
   * @param f the text of f over x
   * @param g the text of g over x
   */
  public record Pair(String f, String g) {}

  public InverseCase {
    pairs = List.copyOf(pairs);
  }

  /** f′(g(x))·g′(x) = 1. */
  Verdict verdict(DerivativeTemplates templates) {
    ExprPool pool = new ExprPool();
    Element x = variable(pool);
    Expr f = f(pool, x);
    Expr g = g(pool, x);
    Expr outer = new Substitution(pool, Map.of(x, g)).apply(derivative(pool, f, x, templates));
    Expr product = pool.product(outer, derivative(pool, g, x, templates));
    return new Equation(product, pool.one()).at(List.of(x), List.of(new BigDecimal(point)));
  }

  private static Element variable(ExprPool pool) {
    return (Element) pool.element(new Symbol("x", Symbol.Kind.VARIABLE, 0));
  }

  private Expr f(ExprPool pool, Expr x) {
    Expr f = x;
    for (int i = pairs.size() - 1; i >= 0; i--) {
      f = instantiate(pairs.get(i).f(), pool, f);
    }
    return f;
  }

  private Expr g(ExprPool pool, Expr x) {
    Expr g = x;
    for (Pair pair : pairs) {
      g = instantiate(pair.g(), pool, g);
    }
    return g;
  }

  private static Expr instantiate(String text, ExprPool pool, Expr x) {
    return TemplateParser.parse(text, List.of("x")).instantiate(pool, Map.of("x", x));
  }

  private static Expr derivative(ExprPool pool, Expr f, Element x, DerivativeTemplates templates) {
    SparseRow row = new Differentiator(pool, List.of(x), templates).jacobian(List.of(f)).get(0);
    return row.size() == 0 ? pool.zero() : row.entry(0);
  }

  @Override
  public String toString() {
    ExprPool pool = new ExprPool();
    Element x = variable(pool);
    return "f(x) = "
        + text(f(pool, x))
        + "\ng(x) = "
        + text(g(pool, x))
        + "\nat x = "
        + Simplicity.shown(point);
  }

  private static String text(Expr root) {
    return new TextPrinter()
        .print(new FormulaBuilder(NumberStyle.fractions(), List.of(root), Set.of("x")).build(root));
  }
}
