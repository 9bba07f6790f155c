package dev.nabla.array;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.resolve.FunctionReader;
import dev.nabla.resolve.IndexedFunction;
import dev.nabla.source.Source;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A derivative costs what its formula is long, whatever the sizes are. */
class SizeIndependenceTest {
  private static final String ATTENTION =
      """
      layer(X[n,d], Q[d,d], K[d,d], V[d,d]) = rowsoftmax((X*Q)*(X*K)'/sqrt(d))*(X*V)
      """;
  private static final String STEP = "step(x[n], W[n,n])[i] = tanh(sum(k, W[i,k]*x[k])) + x[i]\n";

  /** The number of nodes made by reading and differentiating. */
  private static int work(String text) {
    Source source = new Source("input", text);
    IndexedFunction f = new FunctionReader(source, Optional.empty(), Map.of()).readIndexed();
    new ArrayDifferentiator(f).jacobian(f.variables());
    return f.pool().size();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "f(x[n])[i] = exp(x[i])/sum(k, exp(x[k]))",
        "f(X[n,d], Q[d,d], K[d,d], V[d,d]) = rowsoftmax((X*Q)*(X*K)'/sqrt(d))*(X*V)",
        "f(A[n,n], x[n]) = sum(i = 1..n-1, x[i+1]*sum(k = 1..i, A[i,k]*tanh(x[k])))",
      })
  void threeElementsCostAsMuchAsThreeThousand(String text) {
    int small = work("dim n = 31, d = 37\n" + text);
    int large = work("dim n = 3001, d = 3011\n" + text);
    // Not quite the same: which numbers happen to be equal depends on the sizes.
    assertTrue(Math.abs(large - small) <= 10, small + " nodes and " + large);
    assertTrue(Math.abs(work(text) - small) < small / 2, "sizes as symbols cost much the same");
  }

  private static String nested(int layers, String call, String innermost) {
    String expression = innermost;
    for (int layer = 0; layer < layers; layer++) {
      expression = call.formatted(expression);
    }
    return expression;
  }

  private static int composed(int layers) {
    return work(STEP + "f(x[n]; W[n,n]) = " + nested(layers, "step(%s, W)", "x"));
  }

  @Test
  void twiceTheLayersCostAtMostEightTimesAsMuch() {
    int six = composed(6);
    int twelve = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> composed(12));
    assertTrue(twelve < 8 * six, six + " nodes for 6 layers, " + twelve + " for 12");
    assertTimeoutPreemptively(Duration.ofSeconds(60), () -> composed(16));
  }

  /** Written out, the 40th polynomial has 2⁴⁰ terms. */
  @Test
  void composedPolynomialsAreNotMultipliedOut() {
    String text =
        "step(x[n], w[n])[i] = x[i] + x[i]^2*w[i]\nf(x[n], w[n]) = sum("
            + nested(40, "step(%s, w)", "x")
            + ")";
    int nodes = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> work(text));
    assertTrue(nodes < 20_000, nodes + " nodes");
  }

  @Test
  void stackedAttentionIsDerivedWithoutExplosion() {
    String call = "layer(%s, Q, K, V)";
    String arguments = "f(X[n,d]; Q[d,d], K[d,d], V[d,d]) = ";
    int two = work(ATTENTION + arguments + nested(2, call, "X"));
    String three = ATTENTION + arguments + nested(3, call, "X");
    int nodes = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> work(three));
    assertTrue(nodes < 5 * two, two + " nodes for 2 layers, " + nodes + " for 3");
  }
}
