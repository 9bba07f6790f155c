package dev.nabla.array;

import dev.nabla.IndexedJacobian;
import dev.nabla.JacobianEvaluator;
import dev.nabla.Nabla;
import dev.nabla.RolledEvaluator;
import dev.nabla.VectorFunction;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;

/**
 * The dense matrix J, its nonzeros, J·v, uᵀJ and the evaluator without loops are one Jacobian, for
 * one text at given sizes and a point.
 */
final class EvaluatorLaw {
  private static final double TOLERANCE = 1e-9;

  private final String text;
  private final Map<String, Integer> sizes;
  private final VectorFunction function;
  private final IndexedJacobian jacobian;
  private final double[] point;
  private final Random random;
  private final int rows;
  private final int columns;
  private final double[] values;
  private final double[] dense;

  /** The law for the last function of the text, all variables. */
  EvaluatorLaw(String text, Map<String, Integer> sizes, long seed) {
    this.text = text;
    this.sizes = sizes;
    this.function = Nabla.parse(text);
    this.jacobian = function.indexedJacobian();
    this.random = new Random(seed);
    RolledEvaluator evaluator = jacobian.compile(sizes);
    this.point = random.doubles(evaluator.inputCount(), -1.2, 1.2).toArray();
    this.rows = evaluator.rowCount();
    this.columns = evaluator.columnCount();
    this.values = new double[rows];
    this.dense = new double[rows * columns];
    evaluator.evaluate(point, values, dense);
  }

  /** The evaluator without loops gives the same values and the same matrix. */
  void assertStraight() {
    JacobianEvaluator straight = function.at(sizes).jacobian().compile();
    double[] expected = new double[rows];
    double[] partials = new double[rows * columns];
    straight.evaluate(point, expected, partials);
    assertEqual("values", expected, values);
    assertEqual("the dense matrix", partials, dense);
  }

  /** J·v for a random v. */
  void assertTangent() {
    double[] seed = random.doubles(columns, -1, 1).toArray();
    double[] product = new double[rows];
    run("tangent", jacobian.compileTangent(sizes), seed, product);
    double[] expected = new double[rows];
    double[] magnitude = new double[rows];
    for (int p = 0; p < dense.length; p++) {
      expected[p / columns] += dense[p] * seed[p % columns];
      magnitude[p / columns] += Math.abs(dense[p]);
    }
    assertEqual("J*v", expected, magnitude, product);
  }

  /** uᵀJ for a random u. */
  void assertCotangent() {
    double[] seed = random.doubles(rows, -1, 1).toArray();
    double[] product = new double[columns];
    run("cotangent", jacobian.compileCotangent(sizes), seed, product);
    double[] expected = new double[columns];
    double[] magnitude = new double[columns];
    for (int p = 0; p < dense.length; p++) {
      expected[p % columns] += seed[p / columns] * dense[p];
      magnitude[p % columns] += Math.abs(dense[p]);
    }
    assertEqual("u'*J", expected, magnitude, product);
  }

  /** The nonzeros, added up where they meet; everywhere else the matrix is 0. */
  void assertSparse() {
    SparsityPattern pattern = jacobian.pattern(sizes);
    double[] nonzeros = new double[pattern.count()];
    run("sparse", jacobian.compileSparse(sizes), new double[0], nonzeros);
    double[] scattered = new double[dense.length];
    for (int k = 0; k < nonzeros.length; k++) {
      scattered[pattern.row(k) * columns + pattern.column(k)] += nonzeros[k];
    }
    assertEqual("the sparse matrix", dense, scattered);
  }

  /** Runs an evaluator, whose values must be those of the others. */
  private void run(String what, RolledEvaluator evaluator, double[] seed, double[] product) {
    double[] own = new double[rows];
    Arrays.fill(product, Double.NaN);
    evaluator.evaluate(point, seed, own, product);
    assertEqual("values of the " + what + " evaluator", values, own);
  }

  private void assertEqual(String what, double[] expected, double[] actual) {
    assertEqual(what, expected, expected, actual);
  }

  private void assertEqual(String what, double[] expected, double[] scale, double[] actual) {
    for (int p = 0; p < expected.length; p++) {
      double allowed = TOLERANCE * Math.max(1, Math.abs(scale[p]));
      boolean same =
          Double.compare(expected[p], actual[p]) == 0
              || Math.abs(expected[p] - actual[p]) <= allowed;
      if (!same) {
        throw new AssertionError(
            describe(what) + ", element " + p + ": " + actual[p] + " is not " + expected[p]);
      }
    }
  }

  private String describe(String what) {
    return what + " of\n" + text + "\nwith " + sizes;
  }
}
