package dev.nabla.array;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.nabla.Nabla;
import dev.nabla.RolledEvaluator;
import dev.nabla.VectorFunction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A gradient, which goes backward through the function, is the row of the Jacobian. */
class GradientEvaluatorTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "f(x[n]; A[n,n]) = x'*A*x",
        "f(z[n]; y[n]) = logsumexp(z) - y'*z",
        "f(X[n,n]) = logdet(X'*X + eye(n))",
        "f(W[m,n], b[m]; x[n], y[m]) = norm2(tanh(W*x + b) - y)^2/2",
        "f(x[n]) = sum(i = 1..n-1, 100*(x[i+1] - x[i]^2)^2 + (1 - x[i])^2)",
        "f(x[n]) = max(k, x[k]^2) + prod(k, x[k])"
      })
  void gradientAndJacobianAgree(String text) {
    VectorFunction function = Nabla.parse(text);
    Map<String, Integer> sizes = new LinkedHashMap<>();
    function.openSizes().forEach(size -> sizes.put(size, 3 + sizes.size()));
    RolledEvaluator gradient = function.indexedGradient(List.of()).compile(sizes);
    RolledEvaluator jacobian = function.indexedJacobian().compile(sizes);
    double[] inputs = new Random(1).doubles(gradient.inputCount(), -1, 1).toArray();
    double[] value = new double[1];
    double[] backward = new double[gradient.columnCount()];
    double[] dense = new double[jacobian.columnCount()];
    gradient.evaluate(inputs, value, backward);
    jacobian.evaluate(inputs, value, dense);
    assertArrayEquals(dense, backward, 1e-12);
  }
}
