package dev.nabla.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.nabla.array.ArrayDifferentiator;
import dev.nabla.expr.Axis;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.resolve.FunctionReader;
import dev.nabla.resolve.IndexedFunction;
import dev.nabla.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contracted form of one expression is another, node for node. */
class IndexAlgebraTest {
  private static final String ARGUMENTS = "f(x[n], y[m], A[n,n], t; w[n])";

  /** Two functions read into two pools are compared by their structure. */
  private static IndexedFunction read(String body) {
    Source source = new Source("input", ARGUMENTS + body);
    return new FunctionReader(source, Optional.empty(), Map.of()).readIndexed();
  }

  private static IndexAlgebra algebra(IndexedFunction f) {
    List<Axis> axes = new ArrayList<>();
    for (int d = 0; d < f.output().sizes().size(); d++) {
      Index axis = (Index) f.output().axes().get(d);
      axes.add(new Axis(axis, f.pool().one(), f.output().sizes().get(d)));
    }
    return new IndexAlgebra(f.pool(), new IndexRanges(f.pool(), axes));
  }

  private static Expr normal(IndexedFunction f) {
    return algebra(f).normalize(f.output().element());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        // a δ in range, and out of it
        "[i=1..n] = sum(k = 1..n, if k == i then x[k] else 0) | [i=1..n] = x[i]",
        "[i=1..n] = sum(k = 1..n-1, if k == i then x[k]*w[k+1] else 0)"
            + "| [i=1..n] = if i <= n-1 then x[i]*w[i+1] else 0",
        "[i=1..n] = sum(k = 2..n, if k == i then x[k] else 0)"
            + "| [i=1..n] = if 2 <= i then x[i] else 0",
        "[i=1..n] = sum(k = n+1..2*n, if k == i then x[i] else 0) | [i=1..n] = 0",
        // affine subscripts
        "[i=1..n] = sum(k = 1..n-1, if k+1 == i then x[k] else 0)"
            + "| [i=1..n] = if 2 <= i then x[i-1] else 0",
        "[i=1..n] = sum(k = 1..n, if n+1-k == i then x[k] else 0) | [i=1..n] = x[n+1-i]",
        "[i=1..n] = sum(k = 1..n, if 2*k == i then x[k] else 0)"
            + "| [i=1..n] = sum(l = 1..n, if 2*l == i then x[l] else 0)",
        // nested δ
        "[i=1..n] = sum(k=1..n, sum(l, (if k == i then 1 else 0)*(if l == k then x[l] else 0)))"
            + "| [i=1..n] = x[i]",
        "[i=1..n] = sum(k, sum(l, if k == l and l == i then A[k,l] else 0)) | [i=1..n] = A[i,i]",
        // powers of δ
        "[i=1..n] = sum(k, (if k == i then 1 else 0)^2*x[k]) | [i=1..n] = x[i]",
        "[i=1..n] = sum(k, (x[k] + (if k == i then 1 else 0))^2)"
            + "| [i=1..n] = sum(k, x[k]^2) + 2*x[i] + 1",
        // splitting, and what does not depend on the index
        "[i=1..n] = sum(k, x[k] + (if k == i then w[k] else 0)) | [i=1..n] = sum(k, x[k]) + w[i]",
        "[i=1..n] = sum(k, x[i]*w[k]) | [i=1..n] = x[i]*sum(k, w[k])",
        " = sum(k = 1..n, t) | = n*t",
        " = sum(k = 1..n, sum(l = 1..m, t)) | = n*m*t",
        "[i=1..n] = sum(k = 1..i, t) | [i=1..n] = i*t",
        "[i=1..n] = sum(k = i+1..n, t) | [i=1..n] = (n-i)*t",
        "[i=1..n] = sum(k = m..n, t) | [i=1..n] = sum(l = m..n, t)",
        // masks
        "[i=1..n] = sum(k = 1..n, if k <= i then x[k] else 0) | [i=1..n] = sum(k = 1..i, x[k])",
        "[i=1..n] = sum(k = 1..n, if i < k then x[k] else 0) | [i=1..n] = sum(k = i+1..n, x[k])",
        "[i=1..n] = sum(k = 1..n, if i <= 2 then x[k] else 0)"
            + "| [i=1..n] = if i <= 2 then sum(k, x[k]) else 0",
        "[i=1..n] = sum(k = i..n, if k <= m then x[k] else 0)"
            + "| [i=1..n] = sum(k = i..n, if k <= m then x[k] else 0)",
        "[i=1..n] = if i <= n then x[i] else t | [i=1..n] = x[i]",
        "[i=1..n] = if i < 1 then x[i] else t | [i=1..n] = t",
        // an element that may not exist stays where it is looked at only if it does
        "[i=1..n] = sum(k = 1..n-i, x[i+1]*w[k])"
            + "| [i=1..n] = if i <= n-1 then x[i+1]*sum(k = 1..n-i, w[k]) else 0",
        "[i=1..n] = sum(k = i+1..n, x[i+1]) | [i=1..n] = if i <= n-1 then (n-i)*x[i+1] else 0",
        // softmax where its sum has the element, and nowhere else
        "[i=1..n] = exp(x[i])/sum(k, exp(x[k])) | = softmax(x)",
        " = log(sum(k, exp(x[k] + w[k]))) | = logsumexp(x + w)",
        "[i=1..n] = exp(x[i])/sum(k = 2..n, exp(x[k]))"
            + "| [i=1..n] = exp(x[i])*(1/sum(l = 2..n, exp(x[l])))",
        "[i=1..n] = exp(x[i])/sum(k, exp(w[k])) | [i=1..n] = exp(x[i])*(1/sum(l, exp(w[l])))",
      })
  void itIs(String body, String expected) {
    IndexedFunction right = read(" " + expected);
    assertEquals(normal(right).structure(), normal(read(body)).structure(), body);
  }

  /** The ranges in which the left sides above were contracted are part of what they mean. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[i=1..n] = sum(k = 1..n-1, if k == i then x[k] else 0) | [i=1..n] = x[i]",
        "[i=1..n] = exp(x[i])/sum(k = 2..n, exp(x[k])) | = softmax(x)",
        "[i=1..n] = sum(k = i..n, t) | [i=1..n] = (n-i)*t",
      })
  void itIsNot(String body, String other) {
    boolean same = normal(read(" " + other)).structure() == normal(read(body)).structure();
    assertEquals(false, same, body);
  }

  @Test
  void sumsThatDifferInTheNameOfTheirIndexAreOneNode() {
    IndexedFunction f = read(" = sum(k, x[k]*sum(l, A[k,l])) - sum(p, x[p]*sum(q, A[p,q]))");
    assertSame(f.pool().zero(), f.output().element());
  }

  @Test
  void anIndexIsNotCapturedByTheSumItIsMovedInto() {
    // Σ_k δ(k, i)·Σ_l A[k,l]·Σ_p A[l,p]: the inner sums have indices of their own.
    IndexedFunction f =
        read("[i=1..n] = sum(k, (if k == i then 1 else 0)*sum(l, A[k,l]*sum(p, A[l,p]*x[k])))");
    IndexedFunction expected = read("[i=1..n] = sum(l, A[i,l]*sum(p, A[l,p]))*x[i]");
    assertEquals(
        new ArrayDifferentiator(expected).jacobian(List.of()).element().structure(),
        new ArrayDifferentiator(f).jacobian(List.of()).element().structure());
  }

  @Test
  void aNormalFormIsItsOwn() {
    IndexedFunction f = read("[i=1..n] = sum(k = 1..n-1, (if k == i then x[k] else 0)*w[k+1] + 1)");
    IndexAlgebra algebra = algebra(f);
    Expr normal = algebra.normalize(f.output().element());
    assertSame(normal, algebra.normalize(normal));
    assertSame(normal, algebra(f).normalize(normal));
  }

  @Test
  void aDeepExpressionIsNormalisedWithoutRecursion() {
    IndexedFunction f = read("[i=1..n] = x[i]");
    ExprPool pool = f.pool();
    Expr deep = f.output().element();
    for (int i = 0; i < 10_000; i++) {
      deep = pool.power(pool.sum(deep, pool.num(i + 2)), 2);
    }
    assertSame(deep, algebra(f).normalize(deep));
  }
}
