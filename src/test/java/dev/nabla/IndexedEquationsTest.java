package dev.nabla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nabla.print.Equations;
import dev.nabla.print.Layout;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The formulas of Jacobians and passes, to the letter. */
class IndexedEquationsTest {
  private static String lines(Equations equations) {
    return equations.equations().stream()
        .map(
            equation ->
                equation.right().text()
                    + (equation.shape().isEmpty() ? "" : " # " + equation.shape()))
        .collect(Collectors.joining("; "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "f(z[n])[i] = exp(z[i])/sum(k, exp(z[k])) | f[i]*(delta(i, j) - f[j]) # n × n | diag(f) - f*f' # n × n | diag(f) - f*f' # n × n",
        "f(x[n]) = tanh(x) | (1 - tanh(x[i])^2)*delta(i, j) # n × n | diag(1 - tanh(x).^2) # n × n | diag(1 - tanh(x).^2) # n × n",
        "f(x[n]; A[m,n]) = A*x | A[i,j] # m × n | A # m × n | A' # n × m",
        "f(x[n]; A[n,n]) = x'*A*x | sum(k = 1..n, x[k]*(A[i,k] + A[k,i])) # n | (A + A')*x # n | (A + A')*x # n",
        "f(x[n]; A[m,n], b[m]) = norm2(A*x - b)^2 | 2*sum(k = 1..m, A[k,i]*(sum(l = 1..n, A[k,l]*x[l]) - b[k])) # n | 2*A'*(A*x - b) # n | 2*A'*(A*x - b) # n",
        "f(x[n]) = logsumexp(x) | softmax(x)[i] # n | softmax(x) # n | softmax(x) # n",
        "f(x[n]) = norm2(x) | x[i]/f # n | x/f # n | x/f # n",
        "f(x[n]) = mean(x) | 1/n # n | ones(n)/n # n | ones(n)/n # n",
        "f(X[n,n]) = tr(X) | delta(i, j) # n × n | eye(n) # n × n | eye(n) # n × n",
        "f(X[n,n]) = log(det(X)) | inv(X)[j,i] # n × n | inv(X)' # n × n | inv(X)' # n × n",
        "f(X[n,n]) = inv(X) | -f[i,k]*f[l,j] # (n × n) × (n × n) | -kron(f, f') # (n × n) × (n × n); -f*dX*f | -kron(f', f) # (n × n) × (n × n); -f*dX*f",
        "f(X[n,m]; A[p,n], B[m,q]) = A*X*B | A[i,k]*B[l,j] # (p × q) × (n × m) | kron(A, B') # (p × q) × (n × m); A*dX*B | kron(A', B) # (n × m) × (p × q); A*dX*B",
        "f(x[n], y[n]) = x'*y | y[i] # n; x[i] # n | y # n; x # n | y # n; x # n",
        "f(z[n]; t) = logsumexp(z) - z[t] | softmax(z)[i] - delta(i, t) # n | softmax(z)[i] - delta(i, t) # n | softmax(z)[i] - delta(i, t) # n",
        "f(E[v,d]; t[n])[i, j] = E[t[i], j] | delta(k, t[i])*delta(j, l) # (n × d) × (v × d) | delta(k, t[i])*delta(j, l) # (n × d) × (v × d) | delta(k, t[i])*delta(j, l) # (n × d) × (v × d)",
        "f(x[n])[i=1..n-1] = x[i+1] - x[i] | delta(j, i+1) - delta(i, j) # (n-1) × n | delta(j, i+1) - delta(i, j) # (n-1) × n | delta(j, i+1) - delta(i, j) # (n-1) × n",
        "f(x[p]; W[h,p], b[h]) = sigmoid(W*x + b) | W[i,j]*f[i]*(1 - f[i]) # h × p | diag(f.*(1 - f))*W # h × p | W'*diag(f.*(1 - f)) # p × h",
      })
  void jacobiansAreWrittenAsInTextbooks(
      String function, String index, String numerator, String denominator) {
    IndexedJacobian jacobian = Nabla.parse(function).indexedJacobian();
    assertEquals(index, lines(jacobian.equations(Notation.INDEX, Layout.NUMERATOR)));
    assertEquals(numerator, lines(jacobian.equations(Notation.MATRIX, Layout.NUMERATOR)));
    assertEquals(denominator, lines(jacobian.equations(Notation.MATRIX, Layout.DENOMINATOR)));
  }

  private static final String ATTENTION =
      "att(Q[n,d], K[m,d], V[m,p]) = P*V where P = rowsoftmax(Q*K'/sqrt(d))";

  @Test
  void namedPartsStandBehindWhere() {
    IndexedJacobian jacobian = Nabla.parse(ATTENTION).indexedJacobian(List.of("K", "V"));
    assertEquals(
        """
        Jacobian of att(Q, K, V)

        ∂att[i,j]/∂K[k,l] = Q[i,l]*P[i,k]*(V[k,j] - att[i,j])/sqrt(d)   # (n × p) × (m × d)
        ∂att[i,j]/∂V[k,l] = P[i,k]*delta(j, l)   # (n × p) × (m × p)

        where P[i,j] = softmax(q = 1..m, sum(r = 1..d, Q[i,r]*K[q,r])/sqrt(d))[j]
        """,
        jacobian.toText(Notation.INDEX));
    assertEquals(
        """
        Jacobian of att(Q, K, V)

        ∂att/∂K[dK] = ((P.*(Q*dK'))*V - diag((P.*(Q*dK'))*ones(m))*att)/sqrt(d)
        ∂att/∂V     = kron(P, eye(p))   # (n × p) × (m × p)
        ∂att/∂V[dV] = P*dV

        where P = rowsoftmax(Q*K'/sqrt(d))

        layout: numerator: one row for each output, one column for each variable
        """,
        jacobian.toText(Notation.MATRIX));
  }

  @Test
  void thePassesOfSoftmaxAreWrittenInClosedForm() {
    VectorFunction softmax = Nabla.parse("softmax(z[n])[i] = exp(z[i])/sum(k, exp(z[k]))");
    assertEquals(
        """
        Tangents of softmax

        dsoftmax = softmax.*(dz - dz'*softmax)

        given: dz
        """,
        softmax.tangents(List.of(), Notation.MATRIX).toText());
    assertEquals(
        """
        Cotangents of softmax

        z̄[i] = softmax[i]*(softmax̄[i] - sum(k = 1..n, softmax[k]*softmax̄[k]))

        given: softmax̄
        """,
        softmax.cotangents(List.of(), Notation.INDEX).toText());
  }

  @Test
  void thePassesOfAttentionGoByItsNamedParts() {
    VectorFunction attention = Nabla.parse(ATTENTION);
    assertEquals(
        """
        Cotangents of att

        P̄[i,j] = sum(l = 1..p, V[j,l]*att̄[i,l])
        Q̄[i,j] = sum(k = 1..m, P[i,k]*P̄[i,k]*(K[k,j] - sum(l = 1..m, K[l,j]*P[i,l])))/sqrt(d)
        K̄[i,j] = sum(k = 1..n, Q[k,j]*P[k,i]*(P̄[k,i] - sum(l = 1..m, P[k,l]*P̄[k,l])))/sqrt(d)
        V̄[i,j] = sum(l = 1..n, att̄[l,j]*P[l,i])

        where P[i,j] = softmax(k = 1..m, sum(l = 1..d, Q[i,l]*K[k,l])/sqrt(d))[j]

        given: att̄
        """,
        attention.cotangents(List.of(), Notation.INDEX).toText());
    assertEquals(
        "P*dV",
        attention.tangents(List.of("V"), Notation.MATRIX).equations().get(0).right().text());
  }

  @Test
  void thePassBackThroughANetworkIsBackpropagation() {
    VectorFunction network =
        Nabla.parse("mlp(x[p], W1[h,p], b1[h], W2[m,h], b2[m]) = W2*tanh(W1*x + b1) + b2");
    assertEquals(
        """
        Cotangents of mlp

        x̄  = W1'*diag(1 - tanh(W1*x + b1).^2)*W2'*mlp̄
        W1̄ = ((W2'*mlp̄).*(1 - tanh(W1*x + b1).^2))*x'
        b1̄ = (W2'*mlp̄).*(1 - tanh(W1*x + b1).^2)
        W2̄ = mlp̄*tanh(W1*x + b1)'
        b2̄ = mlp̄

        given: mlp̄
        """,
        network.cotangents(List.of(), Notation.MATRIX).toText());
  }

  @Test
  void entriesNeedSizes() {
    IndexedJacobian jacobian = Nabla.parse("f(x[n]) = tanh(x)").indexedJacobian();
    assertEquals(
        "single entries need sizes with a value: use VectorFunction.jacobian",
        assertThrows(
                IllegalArgumentException.class,
                () -> jacobian.equations(Notation.ENTRIES, Layout.NUMERATOR))
            .getMessage());
  }
}
