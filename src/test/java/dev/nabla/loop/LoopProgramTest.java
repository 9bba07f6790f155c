package dev.nabla.loop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.array.ArrayStorage;
import dev.nabla.array.Step;
import dev.nabla.expr.ArrayFunction;
import dev.nabla.expr.Axis;
import dev.nabla.expr.Compare;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Index;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Reduce;
import dev.nabla.function.FunctionTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Programs as people write them, against values worked out by hand or by plain loops. */
class LoopProgramTest {
  private static final double[] NONE = {};

  private final Programs p = new Programs();
  private final Expr n = p.size("n");
  private final Index i = p.index("i");
  private final Index j = p.index("j");
  private final Index k = p.index("k");

  /** s = softmax(z) and its Jacobian, with the maximum subtracted. */
  static Programs softmax() {
    Programs p = new Programs();
    Expr n = p.size("n");
    Index i = p.index("i");
    Index j = p.index("j");
    p.input("z", n).scratch("m").scratch("e", n).scratch("S");
    p.array("s", ArrayStorage.Buffer.VALUES, n).partials("J", n, n);
    Expr largest = p.pool().reduce(Reduce.Operation.MAX, i, p.num(1), n, p.at("z", i));
    p.assign("m", List.of(), List.of(), largest);
    Expr shifted = p.pool().subtract(p.at("z", i), p.at("m"));
    p.assign("e", List.of(p.axis(i, n)), List.of(i), p.exp(shifted));
    p.assign("S", List.of(), List.of(), p.sum(i, n, p.at("e", i)));
    p.assign("s", List.of(p.axis(i, n)), List.of(i), p.pool().divide(p.at("e", i), p.at("S")));
    Expr product = p.pool().product(p.at("s", i), p.at("s", j));
    p.assign("J", List.of(p.axis(i, n), p.axis(j, n)), List.of(i, j), p.pool().negate(product));
    Expr rest = p.pool().subtract(p.num(1), p.at("s", i));
    return p.assign(
        "J", List.of(p.axis(i, n)), List.of(i, i), p.pool().product(p.at("s", i), rest));
  }

  @Test
  void theJacobianOfSoftmaxIsRightAndFiniteAtAThousand() {
    int size = 40;
    double[] z = new double[size];
    for (int a = 0; a < size; a++) {
      z[a] = 1000 + Math.sin(a);
    }
    double[] s = new double[size];
    double[] jacobian = new double[size * size];
    LoopCompiler.compile(softmax().program(), Map.of("n", size)).run(z, NONE, s, jacobian);
    assertEquals(1, Arrays.stream(s).sum(), 1e-14);
    double total = Arrays.stream(z).map(x -> Math.exp(x - 1000)).sum();
    for (int a = 0; a < size; a++) {
      assertEquals(Math.exp(z[a] - 1000) / total, s[a], 1e-15);
      for (int b = 0; b < size; b++) {
        double expected = a == b ? s[a] * (1 - s[a]) : -s[a] * s[b];
        assertEquals(expected, jacobian[a * size + b], "entry " + a + ", " + b);
      }
    }
  }

  @Test
  void softmaxAndLogSumExpInsideAValueDoNotOverflow() {
    p.input("z", n).partials("y", n).partials("l");
    List<Axis> whole = List.of(p.axis(i, n));
    Axis axis = p.axis(j, n);
    p.assign(
        "y",
        whole,
        List.of(i),
        p.pool().arrayApply(ArrayFunction.SOFTMAX, List.of(axis), p.at("z", j), List.of(i)));
    p.assign(
        "l",
        List.of(),
        List.of(),
        p.pool().arrayApply(ArrayFunction.LOGSUMEXP, List.of(axis), p.at("z", j), List.of()));
    double[] y = p.partials(Map.of("n", 3), 4, 1000, 1000, -1e9);
    assertArrayEquals(new double[] {0.5, 0.5, 0, 1000 + Math.log(2)}, y, 1e-12);
  }

  @Test
  void anAxisMayEndAtTheIndexBeforeIt() {
    p.input("x", n).partials("L", n, n);
    List<Axis> triangle = List.of(p.axis(i, n), new Axis(j, p.num(1), i));
    p.assign("L", triangle, List.of(i, j), p.pool().product(p.at("x", i), p.at("x", j)));
    assertArrayEquals(
        new double[] {4, 0, 0, 6, 9, 0, 10, 15, 25}, p.partials(Map.of("n", 3), 9, 2, 3, 5));
  }

  @Test
  void aGuardKeepsWhatItExcludesUntouched() {
    p.input("x", n).partials("y", n);
    Expr guard = p.pool().compare(Compare.Relation.LT, p.num(0), p.at("x", i));
    p.assign("y", List.of(p.axis(i, n)), guard, List.of(i), p.pool().sqrt(p.at("x", i)));
    assertArrayEquals(new double[] {3, 0, 2}, p.partials(Map.of("n", 3), 3, 9, -4, 4));
  }

  @Test
  void subscriptsMayBeShiftedScaledAndReversed() {
    p.input("x", n).partials("y", n);
    Axis inner = new Axis(i, p.num(1), p.pool().sum(n, p.num(-1)));
    Expr next = p.at("x", p.pool().sum(i, p.num(1)));
    Expr back = p.at("x", p.pool().sum(n, p.num(1), p.pool().negate(i)));
    p.assign("y", List.of(inner), List.of(i), p.pool().subtract(next, back));
    // x[i + 1] − x[n + 1 − i]
    assertArrayEquals(
        new double[] {2 - 7, 4 - 4, 7 - 2, 0}, p.partials(Map.of("n", 4), 4, 1, 2, 4, 7));
  }

  @Test
  void matrixProductsAddTheirTermsInOrder() {
    Expr m = p.size("m");
    p.input("A", n, m).input("B", n, m).partials("C", n, n).partials("D", m, m);
    List<Axis> square = List.of(p.axis(i, n), p.axis(j, n));
    List<Axis> other = List.of(p.axis(i, m), p.axis(j, m));
    p.assign(
        "C",
        square,
        List.of(i, j),
        p.sum(k, m, p.pool().product(p.at("A", i, k), p.at("B", j, k))));
    p.assign(
        "D", other, List.of(i, j), p.sum(k, n, p.pool().product(p.at("A", k, i), p.at("B", k, j))));
    int rows = 21;
    int columns = 18;
    double[] inputs = new double[2 * rows * columns];
    Arrays.setAll(inputs, q -> Math.sin(q) * (1 + q % 7));
    double[] actual =
        p.partials(Map.of("n", rows, "m", columns), rows * rows + columns * columns, inputs);
    int offset = rows * columns;
    for (int a = 0; a < rows; a++) {
      for (int b = 0; b < rows; b++) {
        double sum = 0;
        for (int c = 0; c < columns; c++) {
          sum += inputs[a * columns + c] * inputs[offset + b * columns + c];
        }
        assertEquals(sum, actual[a * rows + b]);
      }
    }
    for (int a = 0; a < columns; a++) {
      for (int b = 0; b < columns; b++) {
        double sum = 0;
        for (int c = 0; c < rows; c++) {
          sum += inputs[c * columns + a] * inputs[offset + c * columns + b];
        }
        assertEquals(sum, actual[rows * rows + a * columns + b]);
      }
    }
  }

  @Test
  void emptyReductionsGiveTheirNeutralElements() {
    p.input("x", n).partials("y", p.num(4));
    Reduce.Operation[] operations = Reduce.Operation.values();
    for (int operation = 0; operation < operations.length; operation++) {
      Expr empty = p.pool().reduce(operations[operation], k, p.num(2), p.num(1), p.at("x", k));
      p.assign("y", List.of(), List.of(p.num(operation + 1)), empty);
    }
    assertArrayEquals(
        new double[] {0, 1, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY},
        p.partials(Map.of("n", 3), 4, 1, 2, 3));
  }

  @Test
  void anInverseIsOneAndASingularMatrixSaysSo() {
    p.input("A", n, n).scratch("I", n, n).partials("P", n, n).partials("d");
    p.step(new Step.MatrixFunction(p.symbol("I"), ArrayFunction.INVERSE, p.symbol("A")));
    p.step(new Step.MatrixFunction(p.symbol("d"), ArrayFunction.DETERMINANT, p.symbol("A")));
    p.assign(
        "P",
        List.of(p.axis(i, n), p.axis(j, n)),
        List.of(i, j),
        p.sum(k, n, p.pool().product(p.at("A", i, k), p.at("I", k, j))));
    ArrayEvaluator evaluator = LoopCompiler.compile(p.program(), Map.of("n", 2));
    double[] product = new double[5];
    List<String> obstacles = evaluator.runReporting(new double[] {1, 2, 3, 4}, NONE, NONE, product);
    assertArrayEquals(new double[] {1, 0, 0, 1, -2}, product, 1e-14);
    assertEquals(List.of(), obstacles);
    obstacles = evaluator.runReporting(new double[] {1, 2, 2, 4}, NONE, NONE, product);
    assertEquals(List.of("matrix 'A' is singular: it has no inverse"), obstacles);
    assertTrue(Double.isNaN(product[0]));
    assertEquals(0, product[4]);
  }

  @Test
  void aLargeValueIsMadeInParts() {
    p.input("x", n).partials("y", n);
    Expr chain = p.at("x", i);
    List<Expr> terms = new ArrayList<>();
    for (int t = 1; t <= 700; t++) {
      Expr scaled = p.pool().scale(Rational.of(1, 3 + t), p.at("x", i));
      chain = p.pool().apply(FunctionTable.get("sin"), p.pool().sum(chain, scaled));
      terms.add(p.pool().apply(FunctionTable.get("cos"), scaled));
    }
    terms.add(chain);
    p.assign("y", List.of(p.axis(i, n)), List.of(i), p.pool().sum(terms));
    double[] inputs = {0.5, -2, 3};
    double[] expected = new double[3];
    for (int a = 0; a < 3; a++) {
      double iterated = inputs[a];
      for (int t = 1; t <= 700; t++) {
        iterated = Math.sin(iterated + inputs[a] / (3 + t));
        expected[a] += Math.cos(inputs[a] / (3 + t));
      }
      expected[a] += iterated;
    }
    assertArrayEquals(expected, p.partials(Map.of("n", 3), 3, inputs), 1e-10);
  }

  @Test
  void dataMayBeSubscriptsAndAreCheckedWhereTheyAreUsed() {
    p.input("E", n, n).input("token", n).partials("y", n, n);
    Expr chosen = p.at("E", p.at("token", i), j);
    Expr used = p.pool().compare(Compare.Relation.LT, p.num(0), p.at("token", i));
    p.assign(
        "y",
        List.of(p.axis(i, n), p.axis(j, n)),
        List.of(i, j),
        p.pool().select(used, chosen, p.num(-1)));
    Map<String, Integer> two = Map.of("n", 2);
    assertArrayEquals(new double[] {7, 8, -1, -1}, p.partials(two, 4, 5, 6, 7, 8, 2, 0));
    assertEquals(
        "a subscript of 'E' is 3, which is not in 1..2",
        failure(() -> p.partials(two, 4, 5, 6, 7, 8, 2, 3)));
    assertEquals(
        "'token' is used as a subscript, but 1.5 is no integer",
        failure(() -> p.partials(two, 4, 5, 6, 7, 8, 2, 1.5)));
  }

  static String failure(Runnable action) {
    return assertThrows(IllegalArgumentException.class, action::run).getMessage();
  }
}
