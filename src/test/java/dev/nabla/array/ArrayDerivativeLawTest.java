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

/** expand(D f) ≡ D(expand f), where D f never saw the sizes. */
class ArrayDerivativeLawTest {
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
        " = sum(k = 1..2*n-1, z[k+1]*z[k])",
        "[i,j] = if j <= i then A[i,j]*x[j] else 0",
        "[i=1..n] = sum(k = i..n, sum(l = 1..k, x[l]*x[k]*A[l,k]))",
        "[i] = if i == 1 then x[1]^2 else x[i]*x[i-1]",
        " = max(i, x[i]*w[i])*prod(i, x[i] + 2)",
        " = min(i, max(j, B[i,j]*x[i]))",
        " = max(i, if i <= 1 then x[i] else x[1])",
        " = sum(i = 1..n-1, A[i,i+1])*sum(i = 1..n-1, A[i+1,i])",
        "[i,j=1..m] = sum(k = 1..n-1, B[k+1,j]*A[i,k])",
        "[i=1..n] = sum(k = 1..n-i, x[i+1]*x[k]) + sum(k = i..n-1, x[i+1])",
        " = sum(i = 1..n-1, sum(k = i+1..n, A[k,k-1]*x[n+1-k]))",
        "[i=1..n] = if i < n then sum(k = 1..n-i, x[i+1]*A[i+1,k]) else x[n]",
      })
  void itHoldsForTheFormsPeopleWrite(String body) {
    for (int n = 1; n <= 3; n++) {
      ArrayLaw law = new ArrayLaw(ARGUMENTS + body, Map.of("n", n, "m", 2), 7);
      law.assertValues();
      law.assertJacobian();
      law.assertHessian();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " = sum(k = 1..n*m-1, p[k+1]*p[k])",
        " = sum(k = 1..n, q[k^2]*q[k])",
        " = sum(k = 1..n, q[k^2+k]*q[k])",
        "[i=1..n] = sum(k = i..n, q[k*i]^2*q[i])",
        " = sum(i = 1..n, sum(j = 1..m, p[(i-1)*m+j]*y[j]^2*p[j]))",
        "[i=1..n*m] = p[i]*sum(j = 1..n*m, p[j])*(if i <= n then p[i] else 1)",
        "[i=1..n] = sum(k = 1..n, if k^2 <= 2*i + k then q[k]*q[i] else 0)",
        " = sum(k = 1..n*m, if k - k^2 + n >= 0 then p[k]^3 else 0)",
        "[i=1..n*m] = if i <= n then sum(k = 1..i, y[m]*A[k,i]*p[i]) else y[1]^2",
      })
  void itHoldsForSubscriptsAndSizesThatAreNotLinear(String body) {
    String text = "f(y[m], A[n,n], p[n*m], q[n^2+n])" + body;
    for (int n = 1; n <= 3; n++) {
      for (int m = 1; m <= 3; m++) {
        ArrayLaw law = new ArrayLaw(text, Map.of("n", n, "m", m), 7);
        law.assertValues();
        law.assertJacobian();
      }
    }
  }

  @Property(seed = "17", tries = 100, shrinking = ShrinkingMode.BOUNDED)
  void itHoldsForSmallPrograms(
      @ForAll("small") String text, @ForAll("sizes") Map<String, Integer> sizes) {
    assertLaw(text, sizes);
  }

  @Property(seed = "18", tries = 40, shrinking = ShrinkingMode.BOUNDED)
  void itHoldsForDeepPrograms(
      @ForAll("deep") String text, @ForAll("sizes") Map<String, Integer> sizes) {
    assertLaw(text, sizes);
  }

  @Property(seed = "19", tries = 40, shrinking = ShrinkingMode.BOUNDED)
  void itHoldsWhereSizesAreNumbers(
      @ForAll("small") String text, @ForAll("sizes") Map<String, Integer> sizes) {
    assertLaw("dim n = " + sizes.get("n") + ", m = " + sizes.get("m") + "\n" + text, sizes);
  }

  @Property(seed = "20", tries = 40, shrinking = ShrinkingMode.BOUNDED)
  void itHoldsForSecondDerivatives(
      @ForAll("scalars") String text, @ForAll("sizes") Map<String, Integer> sizes) {
    new ArrayLaw(text, sizes, 9).assertHessian();
  }

  private static void assertLaw(String text, Map<String, Integer> sizes) {
    ArrayLaw law = new ArrayLaw(text, sizes, 9);
    law.assertValues();
    law.assertJacobian();
  }

  @Provide
  Arbitrary<String> small() {
    return ArrayPrograms.functions(2);
  }

  @Provide
  Arbitrary<String> deep() {
    return ArrayPrograms.functions(4);
  }

  @Provide
  Arbitrary<String> scalars() {
    return ArrayPrograms.scalarFunctions(3);
  }

  /** Also 1, where ranges such as 1..n−1 are empty. */
  @Provide
  Arbitrary<Map<String, Integer>> sizes() {
    Arbitrary<Integer> size = Arbitraries.integers().between(1, 4);
    return Combinators.combine(size, size).as((n, m) -> Map.of("n", n, "m", m));
  }
}
