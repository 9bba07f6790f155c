package dev.nabla.compile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.nabla.function.ElementaryFunction;
import dev.nabla.function.FunctionTable;
import dev.nabla.tape.Interpreter;
import dev.nabla.tape.RandomExpressions;
import dev.nabla.tape.Tape;
import dev.nabla.tape.TapeBuilder;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

class CompiledTapeTest {
  private static final int SMALL_TARGET = 300;

  /** The functions of java.lang.Math: what others do on the heap is not the tape's doing. */
  private static final List<ElementaryFunction> MATH =
      FunctionTable.all().stream()
          .filter(function -> function.javaCall().owner() == Math.class)
          .toList();

  private final RandomExpressions random = new RandomExpressions(11, 4, 400, MATH);
  private final Tape tape = random.tape(20);

  private CompiledTape inManyMethods() {
    return BytecodeCompiler.load(BytecodeCompiler.write(tape, SMALL_TARGET));
  }

  private double[] partialsAt(CompiledTape compiled, double[] inputs) {
    double[] partials = new double[tape.partialCount()];
    compiled.evaluate(inputs, new double[tape.valueCount()], partials);
    return partials;
  }

  @Test
  void aCallAllocatesNothing() {
    assertAllocatesNothing(BytecodeCompiler.compile(tape));
    assertAllocatesNothing(inManyMethods());
  }

  private void assertAllocatesNothing(CompiledTape compiled) {
    double[] inputs = random.tamePoint();
    double[] values = new double[tape.valueCount()];
    double[] partials = new double[tape.partialCount()];
    compiled.evaluate(inputs, values, partials);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    threads.getCurrentThreadAllocatedBytes();
    long least = Long.MAX_VALUE;
    for (int attempt = 0; attempt < 5; attempt++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 100; i++) {
        compiled.evaluate(inputs, values, partials);
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertEquals(0, least);
  }

  @Test
  void threadsDoNotDisturbEachOther() {
    CompiledTape compiled = inManyMethods();
    double[][] points =
        IntStream.range(0, 64).mapToObj(i -> random.tamePoint()).toArray(double[][]::new);
    double[][] alone = new double[points.length][];
    for (int i = 0; i < points.length; i++) {
      alone[i] = partialsAt(compiled, points[i]);
    }
    IntStream.range(0, 20_000)
        .parallel()
        .forEach(
            i -> {
              int point = i % points.length;
              assertArrayEquals(alone[point], partialsAt(compiled, points[point]));
            });
  }

  @Test
  void theTapeIsDividedIntoManyMethods() {
    TapeClass code = BytecodeCompiler.write(tape, SMALL_TARGET);
    assertTrue(CodeLengths.of(code.bytes()).size() > 10);
    assertTrue(code.scratch().length > 0);
  }

  @Test
  void aShortArrayIsAnError() {
    CompiledTape compiled = BytecodeCompiler.compile(tape);
    double[] values = new double[tape.valueCount()];
    assertThrows(
        ArrayIndexOutOfBoundsException.class,
        () -> compiled.evaluate(random.tamePoint(), values, new double[1]));
  }

  /** The comparison of bits must see a difference of one unit in the last place. */
  @Test
  void aWrongBitIsFoundOut() {
    Tape identity = TapeBuilder.build(random.inputs(), random.inputs(), List.of());
    CompiledTape wrong =
        (inputs, values, partials) -> {
          new Interpreter(identity).evaluate(inputs, values, partials);
          values[0] = Math.nextUp(values[0]);
        };
    assertThrows(
        AssertionFailedError.class,
        () -> BytecodeCompilerTest.assertSameBits(identity, wrong, random.tamePoint()));
  }
}
