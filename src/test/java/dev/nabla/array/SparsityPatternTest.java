package dev.nabla.array;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.nabla.IndexedJacobian;
import dev.nabla.Nabla;
import dev.nabla.RolledEvaluator;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SparsityPatternTest {
  private static final String ROSENBROCK =
      "f(x[n]) = sum(i = 1..n-1, 100*(x[i+1] - x[i]^2)^2 + (1 - x[i])^2)";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "f(x[n]) = tanh(x)",
        "f(x[n])[i=1..n-2] = x[i+2] - 2*x[i+1] + x[i]",
        "f(x[n], y[n])[i] = x[i]*y[i] + (if i > 1 then y[i-1] else 0)",
        "f(X[n,m]; A[n,n]) = A*X",
        "f(X[n,m]) = rowsoftmax(X)",
        "f(X[n,m]) = X'",
        "f(x[n])[i=1..n] = x[n+1-i]*x[1]",
        "f(x[n]; A[m,n]) = A*x",
        "f(x[n]; c[m]) = c",
      })
  void compressedFormsAreTheSortedPlaces(String text) {
    for (int n = 3; n <= 5; n++) {
      SparsityPattern pattern = Nabla.parse(text).indexedJacobian().pattern(Map.of("n", n, "m", 2));
      assertCompressed(pattern.toCsr(), pattern, pattern::row, pattern::column, pattern.rowCount());
      assertCompressed(
          pattern.toCsc(), pattern, pattern::column, pattern::row, pattern.columnCount());
    }
  }

  private static void assertCompressed(
      SparsityPattern.Compressed actual,
      SparsityPattern pattern,
      IntUnaryOperator major,
      IntUnaryOperator minor,
      int majors) {
    // Values at one place add up.
    TreeMap<Long, Double> places = new TreeMap<>();
    for (int k = 0; k < pattern.count(); k++) {
      long place = ((long) major.applyAsInt(k) << 32) + minor.applyAsInt(k);
      places.merge(place, k + 0.5, Double::sum);
    }
    List<Long> order = List.copyOf(places.keySet());
    int[] starts =
        IntStream.rangeClosed(0, majors)
            .map(j -> (int) order.stream().filter(place -> place >> 32 < j).count())
            .toArray();
    assertArrayEquals(starts, actual.starts());
    assertArrayEquals(
        order.stream().mapToInt(place -> (int) (place & 0xFFFFFFFFL)).toArray(), actual.indices());
    double[] values = IntStream.range(0, pattern.count()).mapToDouble(k -> k + 0.5).toArray();
    assertArrayEquals(
        places.values().stream().mapToDouble(Double::doubleValue).toArray(),
        actual.arrange(values));
  }

  /** Of 10¹⁰ elements, 3n − 2 are stored, and no array is longer. */
  @Test
  void aLargeBandedHessianIsNeverDense() {
    int n = 100_000;
    IndexedJacobian hessian = Nabla.parse(ROSENBROCK).indexedHessian(List.of());
    Map<String, Integer> sizes = Map.of("n", n);
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          SparsityPattern pattern = hessian.pattern(sizes);
          assertEquals(3 * n - 2, pattern.count());
          RolledEvaluator evaluator = hessian.compileSparse(sizes);
          double[] x = new double[n];
          Arrays.setAll(x, i -> Math.sin(i));
          double[] nonzeros = new double[pattern.count()];
          evaluator.evaluate(x, new double[n], nonzeros);
          for (int k = 0; k < nonzeros.length; k++) {
            assertEquals(rosenbrock(x, pattern.row(k), pattern.column(k)), nonzeros[k], 1e-9);
          }
        });
  }

  /** ∂²f/∂xᵢ∂xⱼ by hand, from 0. */
  private static double rosenbrock(double[] x, int i, int j) {
    if (i != j) {
      return -400 * x[Math.min(i, j)];
    }
    double first = i < x.length - 1 ? 1200 * x[i] * x[i] - 400 * x[i + 1] + 2 : 0;
    return first + (i > 0 ? 200 : 0);
  }

  @Test
  void aPatternThatDependsOnDataIsRefused() {
    IndexedJacobian embedding = Nabla.parse("f(E[v,d]; t[n])[i, j] = E[t[i], j]").indexedJacobian();
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> embedding.pattern(Map.of("v", 3, "d", 2, "n", 2)));
    assertEquals(
        "where the nonzeros stand depends on values of the inputs: evaluate it dense",
        refusal.getMessage());
  }

  @Test
  void aMissingSizeIsNamed() {
    IndexedJacobian hessian = Nabla.parse(ROSENBROCK).indexedHessian(List.of());
    assertEquals(
        "size 'n' has no value",
        assertThrows(IllegalArgumentException.class, () -> hessian.pattern(Map.of())).getMessage());
  }
}
