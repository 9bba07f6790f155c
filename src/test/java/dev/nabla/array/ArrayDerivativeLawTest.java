package dev.nabla.array;

import java.util.Map;
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
        "[i] = z[2*i]*x[n+1-i] + sum(k = 1..i, h[k]*B[k,1]) + z[n+i] where h[i] = tanh(x[i])",
        " = sum(k = 1..2*n-1, z[k+1]*z[k])",
        "[i,j] = if j <= i then A[i,j]*x[j] else 0",
        "[i=1..n] = sum(k = i..n, sum(l = 1..k, x[l]*x[k]*A[l,k]))",
        "[i] = if i == 1 then x[1]^2 else x[i]*x[i-1]",
        " = max(i, x[i]*w[i])*prod(i, x[i] + 2)",
        " = min(i, max(j, B[i,j]*x[i]))",
        " = max(i, if i <= 1 then x[i] else x[1])",
        " = sum(i = 1..n-1, A[i,i+1])*sum(i = 1..n-1, A[i+1,i])",
        "[i,j=1..m] = sum(k = 1..n-1, B[k+1,j]*A[i,k])",
      })
  void itHoldsForTheFormsPeopleWrite(String body) {
    for (int n = 1; n <= 3; n++) {
      ArrayLaw law = new ArrayLaw(ARGUMENTS + body, Map.of("n", n, "m", 2), 7);
      law.assertValues();
      law.assertJacobian();
      law.assertHessian();
    }
  }
}
