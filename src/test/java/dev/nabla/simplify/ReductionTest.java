package dev.nabla.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nabla.expr.Expr;
import dev.nabla.parse.TextParser;
import dev.nabla.print.FormulaBuilder;
import dev.nabla.print.NumberStyle;
import dev.nabla.print.TextPrinter;
import dev.nabla.resolve.IndexedFunction;
import dev.nabla.resolve.Resolver;
import dev.nabla.source.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sums over a symbolic range: constant factors leave them, their bodies are simplified. */
class ReductionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x[n], c | sum(k, 2*c*x[k]) | 2*c*sum(k, x[k])",
        "x[n], c | sum(k, c*x[k]/c) | sum(k, x[k])",
        "x[n], c | sum(k = 1..n, c^2) | n*c^2",
        "x[n], c | sum(k, sin(x[k])^2 + cos(x[k])^2) | n",
        "x[n], c | sum(k, sum(j, x[j]*x[k])) | sum(k, x[k])^2",
        "x[n], c | sum(k, exp(x[k]))*exp(c) | exp(c)*sum(k, exp(x[k]))",
        "x[n], c | sum(k = 3..n, log(c)*x[k]) | sum(k = 3..n, log(c)*x[k])",
        "x[n], c | sum(k, log(c)*x[k]) | log(c)*sum(k, x[k])",
        "x[n], c | sum(k = 3..n, sin(c)*x[k]) | sin(c)*sum(k = 3..n, x[k])",
        "x[n], c | sum(k = 3..n, c) | sum(k = 3..n, c)",
        "x[n], c | sum(k = 1..n, 3) | 3*n",
        "x[n], c | sum(k, x[k]) | sum(k, x[k])",
        "x[n], c | prod(k, 2*c*x[k]) | prod(k, 2*c*x[k])",
        "x[n], c | sum(k = 3..n, x[2]*x[k]) | x[2]*sum(k = 3..n, x[k])"
      })
  void constantFactorsLeaveASum(String arguments, String before, String after) {
    IndexedFunction left = resolve("f(" + arguments + ") = " + before);
    Expr actual = new Simplifier(left.pool(), List.of()).simplify(left.output().element()).expr();
    assertEquals(text(resolve("f(" + arguments + ") = " + after).output().element()), text(actual));
  }

  private static IndexedFunction resolve(String definition) {
    Source source = new Source("test", definition);
    return new Resolver(new TextParser(source).parseProgram(), Map.of()).resolve(Optional.empty());
  }

  private static String text(Expr expr) {
    FormulaBuilder builder = new FormulaBuilder(NumberStyle.of(Map.of()), List.of(expr), Set.of());
    return new TextPrinter().print(builder.build(expr));
  }
}
