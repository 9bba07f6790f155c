package dev.nabla.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.nabla.Jacobian;
import dev.nabla.JacobianEvaluator;
import dev.nabla.Nabla;
import dev.nabla.RolledEvaluator;
import dev.nabla.compile.BytecodeCompiler;
import dev.nabla.source.Source;
import dev.nabla.tape.ErrorBound;
import dev.nabla.tape.Tape;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BatchEvaluatorTest {
  private static Jacobian jacobian(String text) {
    return Nabla.parse(new Source("test", text), Optional.empty(), Map.of()).jacobian();
  }

  private static double[][] points(int count, int inputs) {
    Random random = new Random(7);
    double[][] points = new double[count][];
    Arrays.setAll(points, p -> random.doubles(inputs, 0.5, 1.5).toArray());
    return points;
  }

  /**
   * A function in vectors is within two ulps of the one in doubles, so the sum of both errors is at
   * most four times the bound of the latter.
   */
  @ParameterizedTest
  @ValueSource(strings = {"arm7", "bundle", "blackscholes", "polar", "sinc"})
  void vectorsAreAsExactAsRoundingAllows(String sample) throws IOException {
    Path file = Path.of("samples", sample + ".nabla");
    Tape tape = jacobian(Files.readString(file)).tape();
    Batches batches = new Batches(tape, VectorModule.find());
    double[][] points = points(1_003, tape.inputCount());
    double[][] expected = batches.oneByOne(points);
    double[][] found = batches.atOnce(points, BatchLayout.BY_POINT, 2);
    ErrorBound bound = new ErrorBound(tape);
    for (int p = 0; p < points.length; p++) {
      ErrorBound.Result errors = bound.at(points[p]);
      for (int k = 0; k < tape.valueCount(); k++) {
        assertEquals(expected[p][k], found[p][k], 4 * errors.valueError(k));
      }
      for (int k = 0; k < tape.partialCount(); k++) {
        int at = tape.valueCount() + k;
        double most = Double.isNaN(errors.partialError(k)) ? 0 : 4 * errors.partialError(k);
        assertEquals(expected[p][at], found[p][at], most);
      }
    }
  }

  @Test
  void nothingLeaksFromTheSideThatIsNotTaken() {
    Tape tape = jacobian("f(x) = if x > 0 then log(x) + sqrt(x) else x").tape();
    Batches batches = new Batches(tape, VectorModule.find());
    double[][] points = {{-1}, {-2}, {-0.0}, {Double.NEGATIVE_INFINITY}};
    double[][] found = batches.atOnce(points, BatchLayout.BY_SLOT, 1);
    for (int p = 0; p < points.length; p++) {
      assertEquals(points[p][0], found[p][0]);
      assertEquals(1, found[p][1]);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gamma(x)*y", "erf(x) + floor(y)", "sech(x) - digamma(y)"})
  void whatHasNoOperatorIsCalledLaneByLane(String body) {
    Tape tape = jacobian("f(x, y) = [if x < y then " + body + " else " + body + " + 1, x]").tape();
    Batches batches = new Batches(tape, VectorModule.find());
    double[][] points = points(77, 2);
    double[][] values = batches.oneByOne(points);
    double[][] found = batches.atOnce(points, BatchLayout.BY_POINT, 1);
    for (int p = 0; p < points.length; p++) {
      assertEquals(values[p][0], found[p][0], 8 * Math.ulp(values[p][0]));
      assertEquals(values[p][1], found[p][1]);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anArrayThatDoesNotDoIsAnError(BatchLayout layout) {
    JacobianEvaluator evaluator = jacobian("f(x, y) = [x*y, x]").compile();
    double[] six = new double[6];
    double[] twelve = new double[12];
    for (double[][] arrays :
        List.of(
            new double[][] {new double[5], six, twelve},
            new double[][] {new double[6], new double[5], twelve},
            new double[][] {new double[6], six, new double[11]},
            new double[][] {twelve, six, twelve},
            new double[][] {six, six, twelve},
            new double[][] {six, twelve, twelve})) {
      assertThrows(
          IllegalArgumentException.class,
          () -> evaluator.evaluateBatch(arrays[0], arrays[1], arrays[2], 3, layout, 2));
    }
    double[] other = new double[6];
    assertThrows(
        IllegalArgumentException.class,
        () -> evaluator.evaluateBatch(six, other, twelve, -1, layout, 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> evaluator.evaluateBatch(six, other, twelve, 3, layout, 0));
    evaluator.evaluateBatch(six, other, twelve, 3, layout, 1);
    evaluator.evaluateBatch(new double[0], new double[0], new double[0], 0, layout, 2);
  }

  @Test
  void whatIsNotWrittenIsZero() {
    JacobianEvaluator evaluator = jacobian("f(x, y) = [x^2, 3*y]").compile();
    double[] partials = new double[8];
    Arrays.fill(partials, Double.NaN);
    evaluator.evaluateBatch(new double[] {1, 2, 3, 4}, new double[4], partials, 2);
    assertArrayEquals(new double[] {2, 0, 0, 3, 6, 0, 0, 3}, partials);
    Arrays.fill(partials, Double.NaN);
    double[] slots = {1, 3, 2, 4};
    evaluator.evaluateBatch(slots, new double[4], partials, 2, BatchLayout.BY_SLOT, 2);
    assertArrayEquals(new double[] {2, 6, 0, 0, 0, 0, 3, 3}, partials);
  }

  @ParameterizedTest
  @EnumSource
  void loopsOverArraysDoTheSameAtEachPoint(BatchLayout layout) {
    RolledEvaluator evaluator =
        Nabla.parse(
                new Source("test", "f(x[3], y) = y*exp(x)/sum(exp(x))"), Optional.empty(), Map.of())
            .indexedJacobian()
            .compile(Map.of());
    int count = 150;
    double[][] points = points(count, 4);
    double[] inputs = new double[count * 4];
    for (int p = 0; p < count; p++) {
      for (int k = 0; k < 4; k++) {
        inputs[layout.position(p, k, count, 4)] = points[p][k];
      }
    }
    double[] values = new double[count * 3];
    double[] partials = new double[count * 12];
    evaluator.evaluateBatch(inputs, values, partials, count, layout, 3);
    double[] value = new double[3];
    double[] partial = new double[12];
    for (int p = 0; p < count; p++) {
      evaluator.evaluate(points[p], value, partial);
      for (int k = 0; k < 3; k++) {
        assertEquals(value[k], values[layout.position(p, k, count, 3)]);
      }
      for (int k = 0; k < 12; k++) {
        assertEquals(partial[k], partials[layout.position(p, k, count, 12)]);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void theFirstPointThatIsWrongIsNamed(int threads) {
    String text = "dim v = 3\nf(x[3]; t) = x[t]*x[1]";
    JacobianEvaluator straight =
        Nabla.parse(new Source("test", text), Optional.empty(), Map.of()).jacobian().compile();
    RolledEvaluator rolled =
        Nabla.parse(new Source("test", text), Optional.empty(), Map.of())
            .indexedJacobian()
            .compile(Map.of());
    int count = 1_000;
    double[] points = new double[4 * count];
    Arrays.fill(points, 2);
    points[4 * 500 + 3] = 4;
    points[4 * 700 + 3] = 1.5;
    double[] values = new double[count];
    double[] partials = new double[3 * count];
    BatchLayout layout = BatchLayout.BY_POINT;
    Exception wrong =
        assertThrows(
            IllegalArgumentException.class,
            () -> straight.evaluateBatch(points, values, partials, count, layout, threads));
    assertTrue(wrong.getMessage().startsWith("point 500: t is 4"), wrong.getMessage());
    assertArrayEquals(new double[count], values);
    wrong =
        assertThrows(
            IllegalArgumentException.class,
            () -> rolled.evaluateBatch(points, values, partials, count, layout, threads));
    assertTrue(wrong.getMessage().startsWith("point 500: "), wrong.getMessage());
  }

  @Test
  void blocksAreNotAllocatedAnew() {
    Tape tape = jacobian("f(x, y) = [x^2*y, x*y^2]").tape();
    PointShape shape = new PointShape(2, 2, 4);
    int count = 20_000;
    double[] points = new double[2 * count];
    double[] values = new double[2 * count];
    double[] partials = new double[4 * count];
    BatchEvaluator evaluator =
        BatchEvaluator.of(tape, BytecodeCompiler.compile(tape), shape, Optional.empty());
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 20; i++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      evaluator.evaluate(points, values, partials, count, BatchLayout.BY_POINT, 1);
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertTrue(least < 2_000, "bytes: " + least);
  }
}
