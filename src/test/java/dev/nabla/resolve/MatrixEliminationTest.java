package dev.nabla.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.expr.DoubleEvaluation;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Symbol;
import dev.nabla.source.NablaException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Determinants and inverses written out are those of a numeric library. */
class MatrixEliminationTest {
  /** A matrix of symbols, some of them the number 0, with values. */
  private static final class Sample {
    final ExprPool pool = new ExprPool();
    final List<List<Expr>> matrix = new ArrayList<>();
    final List<Expr> inputs = new ArrayList<>();
    final DMatrixRMaj values;

    Sample(long seed, int n, boolean sparse) {
      Random random = new Random(seed);
      values = new DMatrixRMaj(n, n);
      for (int i = 0; i < n; i++) {
        List<Expr> row = new ArrayList<>();
        for (int j = 0; j < n; j++) {
          boolean isZero = sparse && random.nextInt(3) > 0 && j != (i + 1) % n;
          Symbol symbol = new Symbol("a" + i + "_" + j, Symbol.Kind.VARIABLE, n * i + j);
          Expr element = isZero ? pool.zero() : pool.element(symbol);
          if (!isZero) {
            inputs.add(element);
            values.set(i, j, 0.5 + random.nextDouble());
          }
          row.add(element);
        }
        matrix.add(row);
      }
    }

    double value(Expr expr) {
      List<Double> point = new ArrayList<>();
      for (double v : values.data) {
        if (v != 0) {
          point.add(v);
        }
      }
      double[] numbers = point.stream().mapToDouble(Double::doubleValue).toArray();
      return new DoubleEvaluation(inputs, numbers).value(expr);
    }
  }

  @Property(seed = "20261124", tries = 200)
  void determinantsAreThoseOfALibrary(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 7) int n, @ForAll boolean sparse)
      throws Expansion.Refused {
    Sample sample = new Sample(seed, n, sparse);
    double expected = CommonOps_DDRM.det(sample.values);
    double actual = sample.value(new MatrixElimination(sample.pool, sample.matrix).determinant());
    // A pivot may cancel, where elimination without pivoting loses digits.
    if (Double.isFinite(actual)) {
      assertEquals(expected, actual, 1e-5 * (1 + Math.abs(expected)));
    } else {
      assertTrue(n > 3 && sparse);
    }
  }

  @Property(seed = "20261125", tries = 200)
  void aTimesItsInverseIsTheIdentity(@ForAll long seed, @ForAll @IntRange(min = 1, max = 7) int n)
      throws Expansion.Refused {
    Sample sample = new Sample(seed, n, false);
    for (int i = 0; i < n; i++) {
      sample.values.add(i, i, 2 * n);
    }
    List<List<Expr>> inverse = new MatrixElimination(sample.pool, sample.matrix).inverse();
    DMatrixRMaj numbers = new DMatrixRMaj(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        numbers.set(i, j, sample.value(inverse.get(i).get(j)));
      }
    }
    DMatrixRMaj product = new DMatrixRMaj(n, n);
    CommonOps_DDRM.mult(sample.values, numbers, product);
    CommonOps_DDRM.subtractEquals(product, CommonOps_DDRM.identity(n));
    assertEquals(0, CommonOps_DDRM.elementMaxAbs(product), 1e-10);
  }

  @Test
  void theDagOfAnInverseGrowsWithTheCubeOfTheSize() {
    int small = Read.function("dim n = 8\nf(A[n,n]) = inv(A)").pool().size();
    int large = Read.function("dim n = 16\nf(A[n,n]) = inv(A)").pool().size();
    assertTrue(large < 10 * small, small + " nodes, then " + large);
  }

  @Test
  void aZeroPivotIsExchangedAndASingularMatrixHasNoInverse() {
    String permutation = "[0,0,0,x; 0,0,x,0; 0,x,0,0; x,0,0,0]";
    ScalarFunction f = Read.function("f(x) = det(" + permutation + ")");
    assertEquals("Power[x, 4]", f.outputs().get(0).toString());
    NablaException singular =
        Assertions.assertThrows(
            NablaException.class,
            () -> Read.function("f(x) = x*inv([1,2,3,4; 2,4,6,8; 0,0,1,0; 0,0,0,1])"));
    assertTrue(singular.getMessage().contains("the inverse of a singular matrix"));
    String zero = "f(x) = x + det([1,2,3,4; 2,4,6,8; 0,0,1,0; 0,0,0,1])";
    assertEquals("x", Read.function(zero).outputs().get(0).toString());
  }
}
