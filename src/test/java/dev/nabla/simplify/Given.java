package dev.nabla.simplify;

import dev.nabla.diff.Differentiator;
import dev.nabla.diff.SparseRow;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.parse.TextParser;
import dev.nabla.print.FormulaBuilder;
import dev.nabla.print.NumberStyle;
import dev.nabla.print.TextPrinter;
import dev.nabla.resolve.Expander;
import dev.nabla.resolve.IndexedFunction;
import dev.nabla.resolve.Resolver;
import dev.nabla.resolve.ScalarFunction;
import dev.nabla.source.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A function as its author wrote it, with its simplified values and derivatives as text. */
record Given(ScalarFunction function) {
  /** The function of a definition such as {@code f(x; k > 0) = sqrt(k^2*x)}. */
  static Given of(String definition) {
    Source source = new Source("test", definition);
    IndexedFunction indexed =
        new Resolver(new TextParser(source).parseProgram(), Map.of()).resolve(Optional.empty());
    return new Given(new Expander(indexed).expand());
  }

  ExprPool pool() {
    return function.pool();
  }

  Expr value() {
    return function.outputs().get(0);
  }

  Simplifier simplifier() {
    return new Simplifier(pool(), function.assumptions());
  }

  String simplified() {
    return text(simplifier().simplify(value()).expr());
  }

  /** The partial derivative for the variable numbered from 0. */
  Expr derivative(int variable) {
    SparseRow row =
        new Differentiator(pool(), function.variables()).jacobian(function.outputs()).get(0);
    int position = row.position(variable);
    return position < 0 ? pool().zero() : row.entry(position);
  }

  String simplifiedDerivative(int variable) {
    return text(simplifier().simplify(derivative(variable)).expr());
  }

  String text(Expr expr) {
    FormulaBuilder builder =
        new FormulaBuilder(NumberStyle.of(function.written()), List.of(expr), Set.of());
    return new TextPrinter().print(builder.build(expr));
  }
}
