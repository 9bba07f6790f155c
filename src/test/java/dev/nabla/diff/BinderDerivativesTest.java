package dev.nabla.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.expr.DoubleEvaluation;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.resolve.Expander;
import dev.nabla.resolve.FunctionReader;
import dev.nabla.resolve.IndexedFunction;
import dev.nabla.resolve.ScalarFunction;
import dev.nabla.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The derivative of what binds indices, written out, is the derivative of what is written out. */
class BinderDerivativesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "f(x[3]) = sum(k, x[k]^2*k)",
        "f(x[3]) = prod(k, x[k] + k)",
        "f(x[3]) = prod(k, x[k])*x[2]",
        "f(x[3]) = prod(k = 1..2, sum(l, x[l]^k))",
        "f(x[3]) = max(k, x[k]*k)",
        "f(x[3]) = min(k, x[k]^2)",
        "f(x[3]) = max(k, x[k])",
        "f(x[3]) = max(k = 1..3, if k <= 2 then x[1] else x[3])",
        "f(x[3]) = min(k = 1..3, x[1]*x[2])",
        "f(x[3]) = logsumexp(x)",
        "f(x[3])[i] = exp(x[i])/sum(k, exp(x[k]))",
        "f(x[3]) = softmax(x.^2)",
        "f(x[3])[i] = sum(k = 1..i, x[k]*x[i])",
        "f(x[3])[i, l = 1..2] = x[i]^l*x[l]",
        "f(x[2, 2]) = det(x)",
        "f(x[2, 2]) = inv(x)",
        "f(x[2, 2]) = inv(x'*x)",
        "f(x[2, 2]) = logdet(x'*x)",
        "f(x[2, 2])[i, k] = max(l, x[i, l]*x[l, k])",
        "f(x[3]) = 7",
      })
  void theyAreThoseOfWhatIsWrittenOut(String text) {
    IndexedFunction f =
        new FunctionReader(new Source("<test>", text), Optional.empty(), Map.of()).readIndexed();
    ExprPool pool = f.pool();
    IndexedFunction.Argument argument = f.variables().get(0);
    List<Expr> free = new ArrayList<>();
    for (int d = 0; d < argument.sizes().size(); d++) {
      free.add(pool.index("free" + d));
    }
    Element variable = (Element) pool.element(argument.symbol(), free);
    List<Expr> element = List.of(f.output().element());
    SparseRow row = new Differentiator(pool, List.of(variable)).jacobian(element).get(0);
    Expr derivative = row.size() == 0 ? pool.zero() : row.entry(0);
    List<Expr> axes = new ArrayList<>(f.output().axes());
    axes.addAll(free);
    List<Expr> sizes = new ArrayList<>(f.output().sizes());
    sizes.addAll(argument.sizes());
    ScalarFunction actual =
        new Expander(f.withOutput(new IndexedFunction.Output(sizes, axes, derivative))).expand();
    ScalarFunction whole = new Expander(f).expand();
    List<SparseRow> expected =
        new Differentiator(pool, whole.variables()).jacobian(whole.outputs());
    assertTrue(free.stream().allMatch(Index.class::isInstance));
    double[] point = new Random(5).doubles(whole.variables().size(), 0.5, 2).toArray();
    DoubleEvaluation values = new DoubleEvaluation(whole.variables(), point);
    int columns = whole.variables().size();
    for (int i = 0; i < expected.size(); i++) {
      for (int j = 0; j < columns; j++) {
        int position = expected.get(i).position(j);
        double exact = position < 0 ? 0 : values.value(expected.get(i).entry(position));
        double value = values.value(actual.outputs().get(i * columns + j));
        assertEquals(exact, value, 1e-9 * (1 + Math.abs(exact)), text + " " + i + " " + j);
      }
    }
  }
}
