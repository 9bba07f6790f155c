package dev.nabla.print;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nabla.expr.Expr;
import dev.nabla.expr.Index;
import dev.nabla.expr.Traversal;
import dev.nabla.resolve.IndexedFunction;
import dev.nabla.resolve.RandomArrays;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is printed of an element of an array, with functions of whole arrays, reads back. */
class ArrayRoundTripTest {
  @Property(seed = "20261124", tries = 300)
  void matrixNotationReadsBackElementByElement(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 3) int depth) {
    int n = 2;
    RandomArrays arrays = new RandomArrays(seed, n, new double[RandomArrays.pointSize(n)]);
    assertReadsBack(RandomArrays.HEADER + arrays.any(depth).text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "f(A[n,n]; c)[i = 1..n, j = 1..n] = if j <= i then softmax(k = 1..i, A[i,k])[j] else c",
        "f(A[n,n]) = logsumexp(k = 1..n-1, A[k+1,k])",
        "f(A[n,n])[i = 1..n] = logsumexp(k = i..n, A[k,i])",
        "f(A[n,m]) = rowsoftmax(A)",
        "f(A[n,n])[p = 1..n, q = 1..n] = inv(i = 1..n, j = 1..n, A[i,j]^2)[q,p]",
        "f(A[n,n]) = det(i = 1..n, j = 1..n, A[i,j]*delta(i, j))",
        "f(A[n,n]) = inv(inv(A + eye) + eye)",
        "f(A[n,n]) = sum(i, det(A + i*eye)*A[i,i])",
        "f(A[m,n], B[p,q]) = kron(A, B)",
        "f(E[v,d]; token[t])[i,j] = E[token[i], j]",
        "f(E[v,d]; token[t])[i,j] = sum(k, delta(token[i], k)*E[k,j])",
        "f(x[n])[i = 1..n] = sum(j, x[j]*delta(i, j+1))",
        "f(x[2n-1]; y[n])[i = 1..n] = x[2i-1]*y[i]",
      })
  void formsThatPeopleAndDerivativesHave(String text) {
    assertReadsBack(text);
  }

  private static void assertReadsBack(String text) {
    IndexedFunction function = Written.of(text).function();
    Expr element = function.output().element();
    String printed = new TextPrinter().print(Written.formula(element, NumberStyle.fractions()));
    String header = text.substring(0, text.indexOf(')') + 1);
    Expr read = Written.of(header + indices(function) + " = " + printed).value();
    assertEquals(element.structure(), read.structure(), text + " is printed as " + printed);
  }

  /** The printer names the axes that occur i, j, …, in their order. */
  private static String indices(IndexedFunction function) {
    List<Expr> nodes = Traversal.postOrder(function.output().element());
    Iterator<String> names = List.of("i", "j").iterator();
    List<String> declarations = new ArrayList<>();
    for (int d = 0; d < function.output().axes().size(); d++) {
      String name = nodes.contains((Index) function.output().axes().get(d)) ? names.next() : "z";
      Expr size = function.output().sizes().get(d);
      String upper = new TextPrinter().print(Written.formula(size, NumberStyle.fractions()));
      declarations.add(name + " = 1.." + upper);
    }
    return declarations.isEmpty() ? "" : declarations.toString();
  }
}
