package dev.nabla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What evaluators of arrays refuse, each with one message that says why. */
class RolledRefusalsTest {
  private final IndexedJacobian softmax =
      Nabla.parse("f(z[n])[i] = exp(z[i])/sum(k, exp(z[k]))").indexedJacobian();

  private static void assertRefused(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  @Test
  void sizesAreWholeAndGiven() {
    assertRefused("size 'n' has no value", () -> softmax.compile(Map.of()));
    assertRefused("size 'n' has no value", () -> softmax.compileSparse(Map.of()));
    for (int n : new int[] {0, -3}) {
      Map<String, Integer> sizes = Map.of("n", n);
      String message = "size 'n' is " + n + ": a size is at least 1";
      assertRefused(message, () -> softmax.compile(sizes));
      assertRefused(message, () -> softmax.compileSparse(sizes));
      assertRefused(message, () -> softmax.pattern(sizes));
      RuntimeException refusal =
          assertThrows(RuntimeException.class, () -> softmax.compileTangent(sizes));
      assertTrue(refusal.getMessage().startsWith("size 'n' is " + n), refusal.getMessage());
    }
    RuntimeException missing =
        assertThrows(RuntimeException.class, () -> softmax.compileCotangent(Map.of()));
    assertTrue(missing.getMessage().contains("size 'n' of the output has no value"));
  }

  @Test
  void matricesThatNoArrayHolds() {
    Map<String, Integer> sizes = Map.of("n", 100_000);
    assertRefused(
        "array 'dz' is too large: it would reach to 10000000000 doubles",
        () -> softmax.compile(sizes));
    assertRefused(
        "array 'nonzeros0' is too large: it would reach to 10000000000 doubles",
        () -> softmax.compileSparse(sizes));
    assertRefused("there are more than 2^31 nonzeros", () -> softmax.pattern(sizes));
  }

  @Test
  void arraysThatAreTooShort() {
    Map<String, Integer> sizes = Map.of("n", 3);
    double[] three = new double[3];
    double[] two = new double[2];
    RolledEvaluator dense = softmax.compile(sizes);
    assertRefused(
        "inputs: 2 doubles, but the program needs 3",
        () -> dense.evaluate(two, three, new double[9]));
    assertRefused(
        "values: 2 doubles, but the program needs 3",
        () -> dense.evaluate(three, two, new double[9]));
    assertRefused(
        "partials: 8 doubles, but the program needs 9",
        () -> dense.evaluate(three, three, new double[8]));
    for (RolledEvaluator product :
        List.of(softmax.compileTangent(sizes), softmax.compileCotangent(sizes))) {
      assertEquals(3, product.seedCount());
      assertRefused(
          "seed: 2 doubles, but the program needs 3",
          () -> product.evaluate(three, two, three, new double[3]));
      assertRefused(
          "seed: 0 doubles, but the program needs 3",
          () -> product.evaluate(three, three, new double[3]));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "4 | a subscript of 'E' is 4, which is not in 1..3",
        "0 | a subscript of 'E' is 0, which is not in 1..3",
        "-1 | a subscript of 'E' is -1, which is not in 1..3",
        "1.5 | 't' is used as a subscript, but 1.5 is no integer",
        "NaN | 't' is used as a subscript, but NaN is no integer",
        "1e18 | 't' is used as a subscript, but 1.0E18 is no integer",
      })
  void anInputThatIsNoIndex(double subscript, String message) {
    IndexedJacobian embedding = Nabla.parse("f(E[v,d]; t[n])[i, j] = E[t[i], j]").indexedJacobian();
    Map<String, Integer> sizes = Map.of("v", 3, "d", 2, "n", 2);
    double[] inputs = {1, 2, 3, 4, 5, 6, 2, subscript};
    RolledEvaluator dense = embedding.compile(sizes);
    assertRefused(message, () -> dense.evaluate(inputs, new double[4], new double[24]));
    RolledEvaluator product = embedding.compileCotangent(sizes);
    assertRefused(
        message, () -> product.evaluate(inputs, new double[4], new double[4], new double[6]));
  }

  @ParameterizedTest
  @CsvSource({"inv(X), NaN", "det(X), 0.0", "log(det(X)), -Infinity"})
  void aSingularMatrixHasNoInverseAndIsNamed(String function, double value) {
    Map<String, Integer> sizes = Map.of("n", 2);
    IndexedJacobian jacobian = Nabla.parse("f(X[n,n]) = " + function).indexedJacobian();
    Evaluation singular =
        jacobian.evaluate(jacobian.inputs(sizes).put("X", 1, 2, 2, 4).build(), sizes);
    assertEquals(List.of("matrix 'X' is singular: it has no inverse"), singular.remarks());
    assertEquals(value, singular.values().get(0));
    assertTrue(singular.partials().stream().allMatch(partial -> partial.isNaN()));
    Evaluation regular =
        jacobian.evaluate(jacobian.inputs(sizes).put("X", 1, 2, 2, 5).build(), sizes);
    assertEquals(List.of(), regular.remarks());
    assertTrue(regular.partials().stream().allMatch(partial -> Double.isFinite(partial)));
  }

  @Test
  void derivativesThatDoNotExist() {
    VectorFunction tanh = Nabla.parse("f(x[n]; a) = tanh(x)");
    assertRefused(
        "a gradient needs a function with one output; 'f' has an array: use jacobian",
        () -> tanh.indexedGradient(List.of()));
    assertRefused(
        "a Hessian needs a function with one output; 'f' has an array: use jacobian",
        () -> tanh.indexedHessian(List.of()));
    assertRefused(
        "'a' is not a variable of 'f'; it has x", () -> tanh.indexedJacobian(List.of("a")));
    IndexedJacobian hessian = Nabla.parse("f(x[n]) = sum(x)^2").indexedHessian(List.of());
    assertRefused(
        "products with a Hessian: write the gradient as a function of its own",
        () -> hessian.compileTangent(Map.of("n", 3)));
    IndexedJacobian batch = Nabla.parse("f(X[n,n], a[m])[k] = det(a[k]*X)").indexedJacobian();
    assertEquals(
        "det of a matrix for each index is not evaluated yet",
        assertThrows(
                UnsupportedOperationException.class, () -> batch.compile(Map.of("n", 2, "m", 2)))
            .getMessage());
  }

  @Test
  void argumentsAreNamed() {
    InputValues.Builder inputs = softmax.inputs(Map.of("n", 3));
    assertRefused("there is no argument 'y'; there is z", () -> inputs.put("y", 1));
    assertRefused("argument 'z' has 3 elements, not 2", () -> inputs.put("z", 1, 2));
    assertRefused("argument 'z' has no value", inputs::build);
  }
}
