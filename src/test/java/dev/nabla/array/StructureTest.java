package dev.nabla.array;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nabla.Nabla;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a Jacobian is made of is told without a size. */
class StructureTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(x[n]; c[m]) = c | zero",
        "(x[n], y[n]) = y | zero; diagonal",
        "(x[n]) = tanh(x) | diagonal",
        "(X[n,m]) = sigmoid(X) | diagonal",
        "(x[n])[i] = exp(x[i])*(if i == 1 then 2 else 1) | diagonal",
        "(x[n]; w[n])[i] = x[i]*w[i] | diagonal",
        "(x[n])[i=1..n-1] = x[i+1] - x[i] | banded, 0 below and 1 above",
        "(x[n])[i=1..n-2] = x[i+2] - 2*x[i+1] + x[i] | banded, 0 below and 2 above",
        "(x[n])[i=1..n-2] = x[i+1]*(x[i] + x[i+2]) | banded, 0 below and 2 above",
        "(E[v,d]; t[n])[i,j] = E[t[i],j] | 'one-hot, its places are data'",
        "(X[n,d]) = rowsoftmax(X) | block diagonal",
        "(X[n,m]; A[p,n]) = A*X | Kronecker product",
        "(X[n,m]; A[p,n], B[m,q]) = A*X*B | Kronecker product",
        "(X[n,n]) = inv(X) | Kronecker product",
        "(W[m,n]; x[n]) = tanh(W*x) | Kronecker product",
        "(x[n]; w[n]) = w*sum(x) | rank one",
        "(x[n]) = softmax(x) | diagonal plus rank one",
        "(x[n]) = logsoftmax(x) | diagonal plus rank one",
        "(x[n]) = x*sum(x) | diagonal plus rank one",
        "(x[n]; A[m,n]) = A*x | dense",
        "(x[n]; W[m,n]) = tanh(W*x) | dense",
        "(x[n])[i=1..n] = sum(k = 1..i, x[k]) | dense",
        "(x[n])[i=1..n] = x[n+1-i] | sparse",
        "(X[n,m]) = X' | sparse",
        "(X[n,n]) = tr(X) | sparse",
      })
  void itIsFoundForOrdinaryFunctions(String function, String structure) {
    String found =
        String.join(
            "; ",
            Nabla.parse("f" + function).indexedJacobian().structure().stream()
                .map(Structure::toString)
                .toList());
    assertEquals(structure, found);
  }
}
