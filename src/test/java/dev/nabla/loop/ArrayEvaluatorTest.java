package dev.nabla.loop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a caller may rely on beyond the numbers. */
class ArrayEvaluatorTest {
  private static final double[] NONE = {};

  private static double[] point(int size, int seed) {
    return IntStream.range(0, size).mapToDouble(i -> Math.sin(i * (1 + seed))).toArray();
  }

  private static double[] jacobian(ArrayEvaluator evaluator, double[] z) {
    double[] jacobian = new double[z.length * z.length];
    evaluator.run(z, NONE, new double[z.length], jacobian);
    return jacobian;
  }

  @Test
  void threadsDoNotDisturbEachOther() {
    int size = 50;
    Map<String, Integer> sizes = Map.of("n", size);
    ArrayEvaluator shared = LoopCompiler.compile(LoopProgramTest.softmax().program(), sizes);
    double[][] alone =
        IntStream.range(0, 8)
            .mapToObj(seed -> jacobian(shared, point(size, seed)))
            .toArray(double[][]::new);
    IntStream.range(0, 400)
        .parallel()
        .forEach(
            call -> assertArrayEquals(alone[call % 8], jacobian(shared, point(size, call % 8))));
  }

  @Test
  void aCallAllocatesNothing() {
    int size = 30;
    ArrayEvaluator evaluator =
        LoopCompiler.compile(LoopProgramTest.softmax().program(), Map.of("n", size));
    double[] z = point(size, 1);
    double[] s = new double[size];
    double[] partials = new double[size * size];
    evaluator.run(z, NONE, s, partials);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(thread);
    for (int call = 0; call < 1000; call++) {
      evaluator.run(z, NONE, s, partials);
    }
    long perCall = (threads.getThreadAllocatedBytes(thread) - before) / 1000;
    assertTrue(perCall < 16, perCall + " bytes per call");
  }

  @Test
  void theCodeDoesNotGrowWithTheSizes() {
    int small = length(100);
    assertEquals(small, length(101), 8);
    assertEquals(small, length(10_000), 64);
  }

  private static int length(int size) {
    return LoopClass.bytes(Lowering.lower(LoopProgramTest.softmax().program(), Map.of("n", size)))
        .length;
  }
}
