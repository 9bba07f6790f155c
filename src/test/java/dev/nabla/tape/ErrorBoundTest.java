package dev.nabla.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Symbol;
import dev.nabla.function.ElementaryFunction;
import dev.nabla.function.FunctionTable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.apfloat.Apfloat;
import org.apfloat.NumericComputationException;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

class ErrorBoundTest {
  private static final double FIRST_ORDER = 1e7;

  /**
   * The functions that java.lang.Math promises within one ulp; tanh, for one, may be off by 2.5.
   */
  private static final Set<String> WITHIN_ONE_ULP =
      Set.of("exp", "expm1", "log", "log1p", "log10", "cbrt", "sin", "cos", "tan", "asin", "acos");

  private final ExprPool pool = new ExprPool();
  private final Expr x = pool.element(new Symbol("x", Symbol.Kind.VARIABLE, 0));
  private final Expr y = pool.element(new Symbol("y", Symbol.Kind.VARIABLE, 1));

  /** The error of a computed value in ulps of it. */
  private static double ulps(double computed, Apfloat exact) {
    Apfloat difference = new Apfloat(new BigDecimal(computed), 60).subtract(exact);
    return Math.abs(difference.doubleValue()) / Math.ulp(computed);
  }

  private static void assertWithinBound(double computed, Apfloat exact, double bound, Tape tape) {
    double error = ulps(computed, exact);
    assertTrue(error <= bound, () -> error + " ulps, but the bound is " + bound + "\n" + tape);
  }

  @Property(seed = "3", tries = 300)
  void theTapeIsAsCloseToTheExactValueAsTheBoundSays(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int size) {
    RandomExpressions random = new RandomExpressions(seed, 4, size, accurateFunctions());
    List<Expr> outputs = random.outputs(3);
    Tape tape = TapeBuilder.build(random.inputs(), outputs, List.of());
    double[] point = random.tamePoint();
    double[] values = new double[tape.valueCount()];
    new Interpreter(tape).evaluate(point, values, new double[0]);
    ErrorBound.Result bounds = new ErrorBound(tape).at(point);
    for (int i = 0; i < values.length; i++) {
      if (bounds.value(i) < FIRST_ORDER) {
        Statistics.collect(
            isChecked(outputs.get(i), random.inputs(), point, values[i], bounds.value(i), tape));
      }
    }
  }

  private static List<ElementaryFunction> accurateFunctions() {
    return FunctionTable.all().stream()
        .filter(function -> WITHIN_ONE_ULP.contains(function.name()))
        .filter(function -> function.javaCall().owner() == Math.class)
        .toList();
  }

  private static boolean isChecked(
      Expr output, List<Expr> inputs, double[] point, double value, double bound, Tape tape) {
    Apfloat exact;
    try {
      exact = new ExactEvaluation(inputs, point).number(output);
    } catch (ExactEvaluation.Undecided | ArithmeticException | NumericComputationException none) {
      return false;
    }
    assertWithinBound(value, exact, bound, tape);
    return true;
  }

  @Test
  void aWrongValueIsFoundOut() {
    Expr slightlyWrong = pool.scale(Rational.of((1L << 45) + 1, 1L << 45), pool.product(x, y));
    Tape tape = TapeBuilder.build(List.of(x, y), List.of(slightlyWrong), List.of());
    double[] point = {1.25, 3.5};
    double[] values = new double[1];
    new Interpreter(tape).evaluate(point, values, new double[0]);
    Apfloat exact = new ExactEvaluation(List.of(x, y), point).number(pool.product(x, y));
    double bound = new ErrorBound(tape).at(point).value(0);
    assertThrows(
        AssertionFailedError.class, () -> assertWithinBound(values[0], exact, bound, tape));
  }

  private double bound(Expr expr, double... point) {
    return new ErrorBound(TapeBuilder.build(List.of(x, y), List.of(expr), List.of()))
        .at(point)
        .value(0);
  }

  @Test
  void inputsAndTheirScalingsByPowersOfTwoAreExact() {
    assertEquals(0, bound(x, 0.1, 0));
    assertEquals(0, bound(pool.scale(Rational.of(-1, 4), x), 0.1, 0));
  }

  @Test
  void oneOperationIsRightToHalfAnUlp() {
    assertEquals(0.5, bound(pool.sum(x, y), 0.1, 0.2), 0.01);
    assertEquals(0.5, bound(pool.divide(x, y), 0.1, 0.3), 0.01);
    assertEquals(0.5, bound(pool.scale(Rational.of(1, 3), x), 0.1, 0), 0.01);
  }

  @Test
  void cancellationMakesTheBoundLarge() {
    Expr difference = pool.subtract(pool.sqrt(pool.sum(pool.power(x, 2), pool.one())), x);
    assertTrue(bound(difference, 1.0, 0) < 10);
    assertTrue(bound(difference, 1e6, 0) > 1e10);
  }

  @Test
  void whereThereIsNoValueThereIsNoBound() {
    assertTrue(Double.isNaN(bound(pool.sqrt(x), -1, 0)));
    assertTrue(Double.isNaN(bound(pool.reciprocal(x), 0, 0)));
  }
}
