package dev.nabla.loop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nabla.array.ArrayProgram;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Loops compute what the program says, and bytecode what the interpreter does. */
class LoopEvaluationTest {
  private static final double[] NONE = {};

  @Property(tries = 200, seed = "20261124")
  void bytecodeAgreesWithTheInterpreterToTheBit(@ForAll long seed) {
    RandomPrograms random = new RandomPrograms(seed);
    double[] inputs = random.inputs();
    double[] compiled = run(LoopCompiler::compile, random, inputs);
    double[] interpreted = run(LoopCompiler::interpret, random, inputs);
    assertArrayEquals(bits(interpreted), bits(compiled));
  }

  @Property(tries = 200, seed = "20261125")
  void loopsComputeWhatTheProgramSays(@ForAll long seed) {
    RandomPrograms random = new RandomPrograms(seed);
    double[] inputs = random.inputs();
    double[] expected =
        DirectEvaluation.partials(random.program(), random.sizes(), random.partialCount(), inputs);
    double[] actual = run(LoopCompiler::compile, random, inputs);
    for (int i = 0; i < expected.length; i++) {
      if (Double.isFinite(expected[i]) && Math.abs(expected[i]) < 1e12) {
        double error = Math.abs(actual[i] - expected[i]);
        assertEquals(0, error / Math.max(1, Math.abs(expected[i])), 1e-6, "partial " + i);
      }
    }
  }

  private interface Compiler {
    ArrayEvaluator compile(ArrayProgram program, Map<String, Integer> sizes);
  }

  private static double[] run(Compiler compiler, RandomPrograms random, double[] inputs) {
    double[] partials = new double[random.partialCount()];
    compiler.compile(random.program(), random.sizes()).run(inputs, NONE, NONE, partials);
    return partials;
  }

  private static long[] bits(double[] values) {
    long[] bits = new long[values.length];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = Double.doubleToLongBits(values[i]);
    }
    return bits;
  }
}
