package dev.nabla.print;

import dev.nabla.expr.Expr;
import dev.nabla.parse.TextParser;
import dev.nabla.resolve.IndexedFunction;
import dev.nabla.resolve.Resolver;
import dev.nabla.source.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The value of a function as its author wrote it, and as it is printed. */
record Written(IndexedFunction function) {
  /** The function of a definition such as {@code f(x) = x^2}. */
  static Written of(String definition) {
    Source source = new Source("test", definition);
    return new Written(
        new Resolver(new TextParser(source).parseProgram(), Map.of()).resolve(Optional.empty()));
  }

  Expr value() {
    return function.output().element();
  }

  Formula formula() {
    return formula(value(), NumberStyle.of(function.written()));
  }

  String text() {
    return new TextPrinter().print(formula());
  }

  String latex() {
    return new LatexPrinter().print(formula());
  }

  static Formula formula(Expr expr, NumberStyle style) {
    return new FormulaBuilder(style, List.of(expr), Set.of()).build(expr);
  }
}
