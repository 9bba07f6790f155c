package dev.nabla.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.expr.Compare;
import dev.nabla.expr.DoubleEvaluation;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Reduce;
import dev.nabla.expr.Symbol;
import dev.nabla.function.FunctionTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.Test;

class DifferentiatorTest {
  private final ExprPool pool = new ExprPool();

  private Element variable(String name) {
    return (Element) pool.element(new Symbol(name, Symbol.Kind.VARIABLE, 0));
  }

  private Expr derivative(Expr expr, Element variable) {
    SparseRow row = new Differentiator(pool, List.of(variable)).jacobian(List.of(expr)).get(0);
    return row.size() == 0 ? pool.zero() : row.entry(0);
  }

  private static void assertClose(double expected, double actual) {
    assertEquals(expected, actual, 1e-9 * (1 + Math.abs(expected)));
  }

  @Property(seed = "11", tries = 200)
  void firstDerivativesAreThoseOfAnotherLibrary(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int size) {
    RandomSmooth smooth = new RandomSmooth(seed, 3, size);
    Expr f = smooth.any();
    double[] point = smooth.point();
    DSFactory factory = new DSFactory(3, 1);
    Map<Expr, DerivativeStructure> inputs = new HashMap<>();
    for (int j = 0; j < 3; j++) {
      inputs.put(smooth.variables().get(j), factory.variable(j, point[j]));
    }
    DerivativeStructure expected = smooth.byHipparchus(f, inputs);
    SparseRow row =
        new Differentiator(smooth.pool(), smooth.variables()).jacobian(List.of(f)).get(0);
    DoubleEvaluation values = new DoubleEvaluation(smooth.variables(), point);
    for (int j = 0; j < 3; j++) {
      int[] order = new int[3];
      order[j] = 1;
      int position = row.position(j);
      double actual = position < 0 ? 0 : values.value(row.entry(position));
      assertClose(expected.getPartialDerivative(order), actual);
    }
  }

  @Property(seed = "12", tries = 100)
  void mixedPartialsCommute(@ForAll long seed, @ForAll @IntRange(min = 1, max = 25) int size) {
    RandomSmooth smooth = new RandomSmooth(seed, 2, size);
    Expr f = smooth.any();
    Element x = smooth.variables().get(0);
    Element y = smooth.variables().get(1);
    double[] point = smooth.point();
    DoubleEvaluation values = new DoubleEvaluation(smooth.variables(), point);
    assertClose(
        values.value(twice(smooth.pool(), f, x, y)), values.value(twice(smooth.pool(), f, y, x)));
  }

  private static Expr twice(ExprPool pool, Expr f, Element first, Element second) {
    Expr once = pool.zero();
    for (Element variable : List.of(first, second)) {
      SparseRow row =
          new Differentiator(pool, List.of(variable))
              .jacobian(List.of(variable == first ? f : once))
              .get(0);
      once = row.size() == 0 ? pool.zero() : row.entry(0);
    }
    return once;
  }

  @Property(seed = "13", tries = 100)
  void theDerivativeIsLinear(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int size) {
    RandomSmooth smooth = new RandomSmooth(seed, 1, size);
    ExprPool own = smooth.pool();
    Element x = smooth.variables().get(0);
    Expr f = smooth.any();
    Expr g = smooth.any();
    Expr combined = own.sum(own.scale(Rational.of(3), f), own.scale(Rational.of(-2, 7), g));
    List<SparseRow> rows = new Differentiator(own, List.of(x)).jacobian(List.of(f, g, combined));
    DoubleEvaluation values = new DoubleEvaluation(List.of(x), smooth.point());
    double[] d =
        rows.stream()
            .mapToDouble(row -> row.size() == 0 ? 0 : values.value(row.entry(0)))
            .toArray();
    assertClose(3 * d[0] - 2 * d[1] / 7, d[2]);
  }

  @Test
  void elementaryRulesAreThoseOfTheBook() {
    Element x = variable("x");
    Expr y = variable("y");
    assertSame(pool.product(pool.num(3), pool.power(x, 2)), derivative(pool.power(x, 3), x));
    assertSame(y, derivative(pool.product(x, y), x));
    assertSame(pool.negate(pool.power(x, -2)), derivative(pool.reciprocal(x), x));
    assertSame(
        pool.product(pool.power(y, x), pool.apply(FunctionTable.get("log"), y)),
        derivative(pool.power(y, x), x));
    assertSame(pool.zero(), derivative(y, x));
  }

  @Test
  void structuralZerosAreAbsent() {
    Element x = variable("x");
    Element y = variable("y");
    Differentiator differentiator = new Differentiator(pool, List.of(x, y));
    assertEquals("[0][1]", differentiator.jacobian(List.of(x)).get(0).toString());
    assertEquals("[1][1]", differentiator.jacobian(List.of(y)).get(0).toString());
    assertEquals(0, differentiator.jacobian(List.of(pool.num(7))).get(0).size());
  }

  @Test
  void aBranchIsDifferentiatedOnlyWhereItIsTaken() {
    Element x = variable("x");
    Expr condition = pool.compare(Compare.Relation.LT, pool.zero(), x);
    Expr select = pool.select(condition, pool.power(x, 2), pool.num(5));
    assertSame(
        pool.select(condition, pool.scale(Rational.of(2), x), pool.zero()), derivative(select, x));
  }

  @Test
  void reductionsOverAnyRangeHaveARule() {
    Symbol symbol = new Symbol("x", Symbol.Kind.VARIABLE, 0);
    Index k = pool.index("k");
    Element variable = (Element) pool.element(symbol, List.of(pool.index("j")));
    Expr size = pool.element(new Symbol("n", Symbol.Kind.DIMENSION, -1));
    for (Reduce.Operation operation : Reduce.Operation.values()) {
      Expr reduce = pool.reduce(operation, k, pool.one(), size, pool.element(symbol, List.of(k)));
      Expr derivative = derivative(reduce, variable);
      assertTrue(derivative instanceof Reduce sum && sum.operation() == Reduce.Operation.SUM);
    }
  }

  @Test
  void aFunctionWithoutADerivativeNamesItself() {
    Element x = variable("x");
    for (var function : FunctionTable.all()) {
      for (int i = 0; i < function.arity(); i++) {
        if (function.noDerivative(i).isPresent()) {
          List<Expr> arguments = new ArrayList<>();
          for (int k = 0; k < function.arity(); k++) {
            arguments.add(k == i ? x : pool.one());
          }
          UnsupportedOperationException error =
              assertThrows(
                  UnsupportedOperationException.class,
                  () -> derivative(pool.apply(function, arguments), x));
          assertTrue(error.getMessage().contains(function.name()), error.getMessage());
        }
      }
    }
  }
}
