package dev.nabla.array;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nabla.diff.Differentiator;
import dev.nabla.diff.SparseRow;
import dev.nabla.expr.ArrayFunction;
import dev.nabla.expr.Axis;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.expr.Symbol;
import dev.nabla.index.IndexAlgebra;
import dev.nabla.index.IndexRanges;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Derivatives of inverses and determinants are the limits of their difference quotients. */
class MatrixFunctionDerivativeTest {
  private static final double TOLERANCE = 1e-8;

  private final ExprPool pool = new ExprPool();
  private final Expr size = pool.element(new Symbol("n", Symbol.Kind.DIMENSION, 0));
  private final Symbol matrix = new Symbol("A", Symbol.Kind.VARIABLE, 1);
  private final Index i = pool.index("i");
  private final Index j = pool.index("j");

  private Axis axis(String name) {
    return new Axis(pool.index(name), pool.one(), size);
  }

  /** F of the matrix A[k,l]² + A[l,k]. */
  private Expr applied(ArrayFunction function, List<Expr> subscripts) {
    List<Axis> axes = List.of(axis("k"), axis("l"));
    Index k = axes.get(0).index();
    Index l = axes.get(1).index();
    Expr body =
        pool.sum(
            pool.power(pool.element(matrix, List.of(k, l)), 2),
            pool.element(matrix, List.of(l, k)));
    return pool.arrayApply(function, axes, body, subscripts);
  }

  private Expr derivative(Expr expr) {
    Element variable = (Element) pool.element(matrix, List.of(pool.index("p"), pool.index("q")));
    SparseRow row = new Differentiator(pool, List.of(variable)).jacobian(List.of(expr)).get(0);
    List<Axis> axes = List.of(axis("i"), axis("j"), axis("p"), axis("q"));
    return new IndexAlgebra(pool, new IndexRanges(pool, axes)).normalize(row.entry(0));
  }

  private static ArrayEvaluator at(double[] values, int n) {
    return new ArrayEvaluator(Map.of("n", n), Map.of("A", new DenseArray(List.of(n, n), values)));
  }

  /** Two central differences extrapolated, with an error of h⁴. */
  private static double slope(Expr expr, Map<Index, Integer> indices, double[] point, int at) {
    int n = (int) Math.round(Math.sqrt(point.length));
    double[] quotients = new double[2];
    for (int step = 0; step < 2; step++) {
      double h = step == 0 ? 4e-4 : 2e-4;
      double[] above = point.clone();
      double[] below = point.clone();
      above[at] += h;
      below[at] -= h;
      quotients[step] =
          (at(above, n).value(expr, indices) - at(below, n).value(expr, indices)) / (2 * h);
    }
    return (4 * quotients[1] - quotients[0]) / 3;
  }

  @Property(seed = "23", tries = 8)
  void theyAre(@ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int n) {
    double[] point = new Random(seed).doubles((long) n * n, 0.1, 0.5).toArray();
    for (int d = 0; d < n; d++) {
      point[d * (n + 1)] += 1.5;
    }
    Expr sum =
        pool.sum(
            applied(ArrayFunction.INVERSE, List.of(i, j)),
            applied(ArrayFunction.DETERMINANT, List.of()));
    Expr derivative = derivative(sum);
    for (int row = 1; row <= n; row++) {
      for (int column = 1; column <= n; column++) {
        for (int at = 0; at < n * n; at++) {
          Map<Index, Integer> indices =
              Map.of(i, row, j, column, pool.index("p"), at / n + 1, pool.index("q"), at % n + 1);
          double expected = slope(sum, indices, point, at);
          assertEquals(
              expected,
              at(point, n).value(derivative, indices),
              TOLERANCE * Math.max(1, Math.abs(expected)));
        }
      }
    }
  }
}
