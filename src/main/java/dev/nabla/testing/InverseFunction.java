package dev.nabla.testing;

import dev.nabla.check.Graph;
import dev.nabla.check.HighPrecisionEvaluator;
import dev.nabla.check.Outcome;
import dev.nabla.diff.Differentiator;
import dev.nabla.diff.SparseRow;
import dev.nabla.expr.Expr;
import dev.nabla.resolve.FunctionReader;
import dev.nabla.resolve.ScalarFunction;
import dev.nabla.source.Source;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A function g: ℝ → ℝ of the language with g′ as the engine derives it. */
record InverseFunction(ScalarFunction function, Expr slope) {
  static InverseFunction of(String text, String variable) {
    Source source = new Source("<inverse>", "inverse(" + variable + ") = " + text);
    ScalarFunction function = new FunctionReader(source, Optional.empty(), Map.of()).read();
    SparseRow row =
        new Differentiator(function.pool(), function.variables())
            .jacobian(function.outputs())
            .get(0);
    Expr slope = row.size() == 0 ? function.pool().zero() : row.entry(0);
    return new InverseFunction(function, slope);
  }

  Optional<BigDecimal> value(List<BigDecimal> point) {
    return number(function.outputs().get(0), point);
  }

  Optional<BigDecimal> derivative(List<BigDecimal> point) {
    return number(slope, point);
  }

  private Optional<BigDecimal> number(Expr root, List<BigDecimal> point) {
    Graph graph = new Graph(List.copyOf(function.inputs()), List.of(root));
    return new HighPrecisionEvaluator(graph, point, FunctionUnderTest.DIGITS).value(root)
            instanceof Outcome.Real real
        ? Optional.of(real.value())
        : Optional.empty();
  }
}
