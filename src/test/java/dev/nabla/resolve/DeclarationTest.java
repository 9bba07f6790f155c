package dev.nabla.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.expr.DoubleEvaluation;
import dev.nabla.expr.Expr;
import dev.nabla.source.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What a function says beside its value: sizes, symmetry, indices among the inputs, parts. */
class DeclarationTest {
  private static FunctionReader reader(String text, Map<String, Integer> sizes) {
    return new FunctionReader(new Source("input", text), Optional.empty(), sizes);
  }

  private static IndexedFunction indexed(String text) {
    return reader(text, Map.of()).readIndexed();
  }

  private static String parts(IndexedFunction function) {
    return function.parts().stream()
        .map(part -> part.name() + part.sizes().stream().map(SizeText::of).toList())
        .toList()
        .toString();
  }

  @Test
  void partsAreTheLocalsAndTheCallsInOrderOfDefinition() {
    assertEquals(
        "[s[], u[m], layer[m]]",
        parts(
            indexed(
                """
                layer(x[n]; W[m,n], b[m]) = tanh(W*x + b) where inside = W*x
                f(x[n]; W[m,n]) = layer(x, W, s*u) where s = norm2(x), u = W*x
                """)));
  }

  @Test
  void severalResultsOfAFunctionAreNumberedAndOneIsNot() {
    String square = "g(y[n]) = y.^2\n";
    assertEquals("[g1[n], g2[n]]", parts(indexed(square + "f(x[n]) = g(x) + g(2*x) + g(x)")));
    assertEquals("[g[n]]", parts(indexed(square + "f(x[n]) = g(x) + g(x)")));
    assertEquals(
        "[g1[], g2[n], g3[n]]",
        parts(indexed(square + "f(x[n]) = g(x) + g(2*x) + g1 where g1 = norm2(x)")));
  }

  @Test
  void whatHasAValueOnlyAtSomeIndexIsNoPart() {
    String square = "h(t) = t^2\n";
    assertEquals("[]", parts(indexed(square + "f(x[n]) = sum(k, h(x[k]))")));
    assertEquals("[h[n]]", parts(indexed(square + "f(x[n]) = sum(h(x))")));
  }

  @Test
  void aPartIsItsElement() {
    IndexedFunction f = indexed("f(x[n]; A[n,n]) = x'*u where u = A*x");
    IndexedFunction.Part u = f.parts().get(0);
    IndexedFunction other =
        f.withOutput(new IndexedFunction.Output(u.sizes(), u.axes(), u.element()));
    IndexedFunction plain = indexed("f(x[n]; A[n,n]) = A*x");
    assertEquals(plain.output().element().structure(), other.output().element().structure());
  }

  @Test
  void aSymmetricParameterIsRecordedAndDrawnSymmetric() {
    String text = "f(x[n]; A[n,n] symmetric, B[n,n] sym, C[n,n]) = x'*(A + B + C)*x";
    assertEquals(
        List.of("A", "B"),
        indexed(text).symmetric().stream().map(symbol -> symbol.name()).sorted().toList());
    ScalarFunction f = reader(text, Map.of("n", 3)).read();
    assertEquals(6, f.assumptions().size());
    assertEquals("A[2, 1]==A[1, 2]", f.assumptions().get(0).toString());
  }

  @Test
  void aParameterUsedAsAnIndexIsRecordedWithTheSizeItIndexes() {
    IndexedFunction f =
        indexed("f(E[v,d]; t[n], s, w[n])[i,j] = E[t[i], j]*w[i] + E[s, j]*delta(t[i], 1)");
    Map<String, String> sizes = new TreeMap<>();
    f.indexInputs().forEach((symbol, size) -> sizes.put(symbol.name(), SizeText.of(size)));
    assertEquals(Map.of("s", "v", "t", "v"), sizes);
  }

  @Test
  void aParameterComparedWithAnIndexRunsAsFarAsTheIndex() {
    IndexedFunction f = indexed("f(P[n,v]; t[n]) = -sum(i, sum(k, delta(t[i], k)*log(P[i,k])))");
    assertEquals("[v]", f.indexInputs().values().stream().map(SizeText::of).toList().toString());
  }

  @Property(seed = "20261124", tries = 60)
  void anElementReadByAnInputIsThatElementOrNothing(
      @ForAll @IntRange(min = 1, max = 9) int v, @ForAll @IntRange(min = -2, max = 24) int halves) {
    ScalarFunction f = reader("f(E[v]; t) = E[t]", Map.of("v", v)).read();
    double[] point = new double[v + 1];
    for (int k = 0; k < v; k++) {
      point[k] = 10 + k;
    }
    point[v] = halves / 2.0;
    double value = new DoubleEvaluation(f.inputs(), point).value(f.outputs().get(0));
    boolean inside = halves % 2 == 0 && halves >= 2 && halves <= 2 * v;
    assertEquals(inside ? 9 + halves / 2 : Double.NaN, value);
  }

  @Test
  void aLookupOfALookupAndALookupAcrossTwoAxesAreChosenToo() {
    ScalarFunction f = reader("f(E[3,3]; t[2], s[3]) = E[s[t[1]], t[2]]", Map.of()).read();
    double[] point = {11, 12, 13, 21, 22, 23, 31, 32, 33, /* t */ 3, 2, /* s */ 1, 1, 2};
    assertEquals(22, new DoubleEvaluation(f.inputs(), point).value(f.outputs().get(0)));
  }

  @Test
  void sizesMayBeMadeOfSizesThatStandElsewhere() {
    IndexedFunction f = indexed("f(x[2n+1]; y[n], z[n*m], A[m-1,n/2]) = x");
    assertEquals("2*n+1", SizeText.of(f.output().sizes().get(0)));
    List<Expr> sizes = f.parameters().get(2).sizes();
    assertEquals("[m-1, n/2]", sizes.stream().map(SizeText::of).toList().toString());
  }

  @Test
  void unknownSizesAreThoseOfTheirPartners() {
    IndexedFunction f = indexed("f(A[m,n]) = A*vector(1) + vector(2)");
    assertEquals("[m]", f.output().sizes().stream().map(SizeText::of).toList().toString());
    IndexedFunction g =
        indexed("f(A[m,n]) = u + A*v where u = vector(1), v = matrix(1)*w, w = A'*u");
    assertTrue(g.output().element().isIndexed());
    IndexedFunction h = indexed("f(A[m,n]) = A*ones(n) + 2");
    IndexedFunction same = indexed("f(A[m,n]) = A*vector(1) + vector(2)");
    assertEquals(h.output().element().structure(), same.output().element().structure());
  }

  @Test
  void bothWaysToWriteAnInverseAreOneNode() {
    IndexedFunction f = indexed("f(A[n,n]) = [inv(A), A^-1, A^(-1)]");
    ScalarFunction g = reader("f(A[2,2]) = [inv(A), A^-1, A^(-1)]", Map.of()).read();
    assertSame(g.outputs().get(0), g.outputs().get(4));
    assertSame(g.outputs().get(0), g.outputs().get(8));
    assertEquals(3, f.output().sizes().size());
  }
}
