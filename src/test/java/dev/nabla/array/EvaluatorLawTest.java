package dev.nabla.array;

import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** J·v, uᵀJ, the dense and the sparse matrix, by loops and without, are one Jacobian. */
class EvaluatorLawTest {
  private static final String ARGUMENTS = "f(x[n], y[m], A[n,n], B[n,m], z[2*n]; w[n])";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[i] = exp(x[i])/sum(k, exp(x[k]))",
        " = x'*A*x",
        " = tr(A*A'*A)",
        " = rowsoftmax(A)*x",
        " = logsumexp(A*x) + norm2(x)",
        " = softmax(A'*tanh(A*x))",
        " = sum(i = 1..n-1, (x[i+1] - x[i]^2)^2)",
        "[i=1..n] = z[2*i]*x[n+1-i] + sum(k = 1..i, h[k]*B[k,1]) + z[n+i] where h[i] = tanh(x[i])",
        "[i,j] = if j <= i then A[i,j]*x[j] else 0",
        "[i] = if i == 1 then x[1]^2 else x[i]*x[i-1]",
        " = max(i, x[i]*w[i])*prod(i, x[i] + 2)",
        " = min(i, max(j, B[i,j]*x[i]))",
        "[i,j=1..m] = sum(k = 1..n-1, B[k+1,j]*A[i,k])",
        " = A*B",
        " = outer(x, y) + B",
        " = diag(x)*B",
        " = log(det(A*A' + diag(w.^2 + 1)))",
        " = inv(A*A' + diag(w.^2 + 1))*x",
        "[i=1..n-1] = x[i+1] - x[i]",
        "[i=1..n,j=1..n] = if i == j then x[i] else A[i,j]",
      })
  void itHoldsForTheFormsPeopleWrite(String body) {
    for (int n = 1; n <= 3; n++) {
      if (n > 1 || !body.contains("n-1]")) {
        assertLaw(ARGUMENTS + body, Map.of("n", n, "m", 3));
      }
    }
  }

  /** Each of these once read what does not exist, or left out what does. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "[i=1..n] = exp(sin((if i == m then z[2*i] else 0)))",
        "[i=1..n,j=1..m] = sin((if i == m then z[2*i] else 0))",
        "[i=1..n] = x[n+1-i] - h[n+1-i]/(1 + h[i]^2) where h[i=1..n] = (if i == 2 then exp(x[i]) else 0)",
        "[i=1..n,j=1..m] = G[n+1-i,j] where G[i=1..n,j=1..m] = (if j == n-1 then sigmoid(B[i,j]) else 0)",
        "[i=1..n,j=1..m] = x[i] + (if j <= i then y[j] else A[i,i])",
        "[i=1..n,j=1..m] = (if j <= i then sum(k = i..n, x[k]) else z[n+i])*max(k = 1..n, B[k,j])",
        "[i=1..n,j=1..m] = (if j > 1 then w[i] + z[n+i] else w[i])",
        "[i=1..n,j=1..m] = z[i]",
        "[i=1..n] = sum(k = 1..n-1, x[k]) - x[n+1-i]",
        "[i=1..n] = (if i > 2 then y[m] + B[i,m] else w[i])",
        "[i=1..n,j=1..m] = (if i == n-1 and i == 2 then x[i] else 0)",
        "[i=1..n,j=1..m] = (if j < 2 then (if i < 2 then x[i] else B[i,j]) else x[i]*x[n+1-i])",
        " = sum(k = 2..n, sin(exp(sin(A[k,k-1])) + prod(l = 1..n, x[k-1])))",
        "[i=1..n] = prod(k = 1..n, (if k == n-1 then z[2*(n+1-k)-1] else 0) + w[k])",
      })
  void itHoldsWhereElementsAreMissing(String body) {
    for (int n = 1; n <= 4; n++) {
      for (int m = 1; m <= 4; m += 3) {
        assertLaw(ARGUMENTS + body, Map.of("n", n, "m", m));
      }
    }
  }

  @Property(seed = "21", tries = 150, shrinking = ShrinkingMode.BOUNDED)
  void itHoldsForSmallPrograms(
      @ForAll("small") String text, @ForAll("sizes") Map<String, Integer> sizes) {
    assertLaw(text, sizes);
  }

  @Property(seed = "22", tries = 40, shrinking = ShrinkingMode.BOUNDED)
  void itHoldsForDeepPrograms(
      @ForAll("deep") String text, @ForAll("sizes") Map<String, Integer> sizes) {
    assertLaw(text, sizes);
  }

  private static void assertLaw(String text, Map<String, Integer> sizes) {
    EvaluatorLaw law = new EvaluatorLaw(text, sizes, 9);
    law.assertStraight();
    law.assertTangent();
    law.assertCotangent();
    law.assertSparse();
  }

  @Provide
  Arbitrary<String> small() {
    return ArrayPrograms.functions(2);
  }

  @Provide
  Arbitrary<String> deep() {
    return ArrayPrograms.functions(3);
  }

  @Provide
  Arbitrary<Map<String, Integer>> sizes() {
    Arbitrary<Integer> size = Arbitraries.integers().between(1, 4);
    return Combinators.combine(size, size).as((n, m) -> Map.of("n", n, "m", m));
  }
}
