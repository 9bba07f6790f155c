package dev.nabla.compile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.Jacobian;
import dev.nabla.JacobianEvaluator;
import dev.nabla.Nabla;
import dev.nabla.RolledEvaluator;
import dev.nabla.VectorFunction;
import dev.nabla.check.CheckReport;
import dev.nabla.check.CheckReportText;
import dev.nabla.function.BesselLibrary;
import dev.nabla.function.JavaFunction;
import dev.nabla.function.JavaFunctions;
import dev.nabla.tape.Interpreter;
import java.lang.management.ManagementFactory;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Functions from Java in every evaluator: called as they are, by a constant handle. */
class ForeignFunctionTest {
  private static final JavaFunctions BESSEL = JavaFunctions.of(BesselLibrary.class);
  private static final String SCALARS = "f(x, y) = besselj0(x*y)^2 + y*besselj1(x)";

  /** Cheap functions, of which one has state of its own: a lambda that no name links. */
  private static JavaFunctions scaled(double factor) {
    return JavaFunctions.of(
        JavaFunction.of("scaled", "x", x -> factor * x).derivative("x", "" + factor),
        JavaFunction.of("ratio", "x", "y", (x, y) -> x / y)
            .derivative("x", "1/y")
            .derivative("y", "-ratio(x, y)/y")
            .domain("y != 0"));
  }

  private static CheckReport checked(CheckReport report) {
    assertTrue(report.passed(), new CheckReportText(report).render());
    return report;
  }

  @Test
  void jacobianAndHessianHold() {
    VectorFunction function = Nabla.parse(SCALARS, BESSEL);
    assertEquals(0, checked(function.jacobian().check(40, 1)).doubleOnly().size());
    checked(function.hessian().check(20, 1));
    checked(Nabla.parse("f(x, y) = ratio(scaled(x), y)", scaled(0.3)).hessian().check(20, 1));
  }

  @Test
  void bytecodeInterpreterAndLoopsGiveTheSameBits() {
    VectorFunction function = Nabla.parse(SCALARS, BESSEL);
    Jacobian jacobian = function.jacobian();
    JacobianEvaluator compiled = jacobian.compile();
    Interpreter interpreter = new Interpreter(jacobian.tape());
    for (double x = -3; x < 3; x += 0.37) {
      double[] point = {x, 1.7 - x};
      double[] values = new double[1];
      double[] partials = new double[2];
      double[] otherValues = new double[1];
      double[] otherPartials = new double[2];
      compiled.evaluate(point, values, partials);
      interpreter.evaluate(point, otherValues, otherPartials);
      assertArrayEquals(otherValues, values);
      assertArrayEquals(otherPartials, partials);
    }
  }

  @Test
  void loopsCallThemToo() {
    VectorFunction function =
        Nabla.parse("f(x[n]; W[m, n]) = besselj0(W*x) .* besselj1(W*x)", BESSEL);
    checked(function.indexedJacobian().check(Map.of("n", 2, "m", 3), 10, 1));
    RolledEvaluator rolled =
        Nabla.parse("f(x[n])[i] = ratio(scaled(x[i]), x[i]^2 + 1)", scaled(2))
            .indexedJacobian()
            .compile(Map.of("n", 3));
    double[] values = new double[3];
    rolled.evaluate(new double[] {1, 2, 3}, values, new double[9]);
    assertArrayEquals(new double[] {1, 0.8, 0.6}, values, 1e-15);
  }

  @Test
  void twoFunctionsOfOneNameDoNotMeet() {
    JacobianEvaluator two = Nabla.parse("f(x) = scaled(x)", scaled(2)).jacobian().compile();
    JacobianEvaluator three = Nabla.parse("f(x) = scaled(x)", scaled(3)).jacobian().compile();
    double[] value = new double[1];
    double[] partial = new double[1];
    two.evaluate(new double[] {5}, value, partial);
    assertEquals(10, value[0]);
    assertEquals(2, partial[0]);
    three.evaluate(new double[] {5}, value, partial);
    assertEquals(15, value[0]);
    assertEquals(3, partial[0]);
  }

  @Test
  void aCallAllocatesNothing() {
    JacobianEvaluator evaluator =
        Nabla.parse("f(x, y) = ratio(scaled(x), y)^2", scaled(0.3)).jacobian().compile();
    double[] point = {1.5, 2.5};
    double[] values = new double[1];
    double[] partials = new double[2];
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 20; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 2000; i++) {
        evaluator.evaluate(point, values, partials);
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertTrue(least < 2000, least + " bytes in 2000 calls");
  }

  @Test
  void latexIsTheirOwn() {
    assertEquals(
        "-2 x J_1\\left(x^{2}\\right)",
        Nabla.parse("f(x) = besselj0(x^2)", BESSEL).jacobian().entry(0, 0).toLatex());
  }
}
