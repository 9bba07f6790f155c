package dev.nabla.array;

import dev.nabla.expr.Axis;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.index.IndexAlgebra;
import dev.nabla.index.IndexRanges;
import dev.nabla.resolve.IndexedFunction;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** expand(D f) ≡ D(expand f), and normalize(e) ≡ e, for one text at given sizes and a point. */
final class ArrayLaw {
  private static final double TOLERANCE = 1e-9;

  private final String text;
  private final Map<String, Integer> sizes;
  private final SizedFunction function;
  private final ArrayEvaluator evaluator;

  /** The law for the last function of the text. */
  ArrayLaw(String text, Map<String, Integer> sizes, long seed) {
    this.text = text;
    this.sizes = sizes;
    this.function = new SizedFunction(text, sizes, seed);
    this.evaluator = function.evaluator();
  }

  /** The element of f, as resolved and contracted and simplified, is f written out. */
  void assertValues() {
    IndexedFunction f = function.indexed();
    ArrayJacobian jacobian = new ArrayDifferentiator(f).jacobian(List.of());
    List<Axis> rows = jacobian.rows();
    double[] expected = function.values();
    Expr element = f.output().element();
    assertEqual("f", expected, SizedFunction.elements(evaluator, rows, element));
    Expr contracted =
        new IndexAlgebra(f.pool(), new IndexRanges(f.pool(), rows)).normalize(element);
    assertEqual("f contracted", expected, SizedFunction.elements(evaluator, rows, contracted));
    assertEqual(
        "f simplified", expected, SizedFunction.elements(evaluator, rows, jacobian.element()));
  }

  void assertJacobian() {
    assertJacobian((pool, derivative) -> derivative);
  }

  /** The Jacobian with every block's element changed, as a wrong rule would. */
  void assertJacobian(BiFunction<ExprPool, Expr, Expr> change) {
    IndexedFunction f = function.indexed();
    ArrayJacobian jacobian = new ArrayDifferentiator(f).jacobian(f.variables());
    assertBlocks("D f", jacobian, function.jacobian(), change);
  }

  /** Every second derivative, both orders of it: so symmetry too. */
  void assertHessian() {
    IndexedFunction f = function.indexed();
    double[] expected = function.hessian();
    int columns = f.variables().stream().mapToInt(this::count).sum();
    int outputs = expected.length / columns / columns;
    int offset = 0;
    for (IndexedFunction.Argument variable : f.variables()) {
      ArrayJacobian hessian = new ArrayDifferentiator(f).hessian(variable, f.variables());
      int height = count(variable);
      double[] band = new double[outputs * height * columns];
      for (int i = 0; i < outputs; i++) {
        int from = (i * columns + offset) * columns;
        System.arraycopy(expected, from, band, i * height * columns, height * columns);
      }
      assertBlocks("D² f by " + variable.symbol().name(), hessian, band, (pool, entry) -> entry);
      offset += height;
    }
  }

  private int count(IndexedFunction.Argument variable) {
    return variable.sizes().stream().map(evaluator::whole).reduce(1, (a, b) -> a * b);
  }

  private void assertBlocks(
      String what,
      ArrayJacobian jacobian,
      double[] expected,
      BiFunction<ExprPool, Expr, Expr> change) {
    int columns = jacobian.blocks().stream().mapToInt(block -> count(block.variable())).sum();
    int offset = 0;
    for (JacobianBlock block : jacobian.blocks()) {
      int width = count(block.variable());
      double[] part = new double[expected.length / columns * width];
      for (int p = 0; p < part.length; p++) {
        part[p] = expected[p / width * columns + offset + p % width];
      }
      String name = what + " by " + block.variable().symbol().name();
      Expr element = change.apply(function.indexed().pool(), block.element());
      double[] actual = SizedFunction.elements(evaluator, block.axes(), element);
      assertEqual(name, part, actual);
      offset += width;
    }
  }

  private void assertEqual(String what, double[] expected, double[] actual) {
    if (expected.length != actual.length) {
      throw new AssertionError(describe(what) + " has a wrong number of elements");
    }
    for (int p = 0; p < expected.length; p++) {
      double allowed = TOLERANCE * Math.max(1, Math.abs(expected[p]));
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
