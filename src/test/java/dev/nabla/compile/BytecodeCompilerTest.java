package dev.nabla.compile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.nabla.tape.Interpreter;
import dev.nabla.tape.RandomExpressions;
import dev.nabla.tape.Tape;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BytecodeCompilerTest {
  static void assertSameBits(Tape tape, CompiledTape compiled, double[] inputs) {
    double[] values = new double[tape.valueCount()];
    double[] partials = new double[tape.partialCount()];
    new Interpreter(tape).evaluate(inputs, values, partials);
    double[] otherValues = new double[tape.valueCount()];
    double[] otherPartials = new double[tape.partialCount()];
    compiled.evaluate(inputs, otherValues, otherPartials);
    assertArrayEquals(bits(values), bits(otherValues), tape::toString);
    assertArrayEquals(bits(partials), bits(otherPartials), tape::toString);
  }

  /** The bits, all NaNs being one. */
  private static long[] bits(double[] numbers) {
    return Arrays.stream(numbers).mapToLong(Double::doubleToLongBits).toArray();
  }

  @Property(seed = "1", tries = 500)
  void compiledCodeAndInterpreterAgreeToTheBit(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int size) {
    RandomExpressions random = new RandomExpressions(seed, 4, size);
    Tape tape = random.tape(6);
    CompiledTape compiled = BytecodeCompiler.compile(tape);
    for (int i = 0; i < 10; i++) {
      assertSameBits(tape, compiled, random.hostilePoint());
      assertSameBits(tape, compiled, random.tamePoint());
    }
  }

  @Property(seed = "2", tries = 300)
  void theDivisionIntoMethodsChangesNoBit(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 400) int size,
      @ForAll @IntRange(min = 40, max = 500) int target) {
    RandomExpressions random = new RandomExpressions(seed, 4, size);
    Tape tape = random.tape(8);
    CompiledTape compiled = BytecodeCompiler.load(BytecodeCompiler.write(tape, target));
    for (int i = 0; i < 10; i++) {
      assertSameBits(tape, compiled, random.hostilePoint());
      assertSameBits(tape, compiled, random.tamePoint());
    }
  }
}
