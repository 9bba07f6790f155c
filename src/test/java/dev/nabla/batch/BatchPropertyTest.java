package dev.nabla.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.function.ElementaryFunction;
import dev.nabla.function.FunctionTable;
import dev.nabla.tape.Opcode;
import dev.nabla.tape.RandomExpressions;
import dev.nabla.tape.Tape;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BatchPropertyTest {
  /** What lanes have no operator for: each lane is a call, with the bits of a call. */
  private static final List<ElementaryFunction> CALLED =
      FunctionTable.all().stream().filter(function -> function.vectorOperator().isEmpty()).toList();

  /** HotSpot's own functions take the place of Java's when it compiles: their bits may change. */
  private static boolean hasOperators(Tape tape) {
    return tape.statistics().containsKey(Opcode.POW)
        || tape.functions().stream().anyMatch(function -> function.vectorOperator().isPresent());
  }

  private static double[][] points(RandomExpressions random, int count) {
    return IntStream.range(0, count)
        .mapToObj(p -> p % 2 == 0 ? random.hostilePoint() : random.tamePoint())
        .toArray(double[][]::new);
  }

  private static Optional<VectorModule> module() {
    Optional<VectorModule> module = VectorModule.find();
    assertTrue(module.isPresent(), "run the tests with --add-modules jdk.incubator.vector");
    return module;
  }

  @Property(seed = "1", tries = 150)
  void withoutTheModuleAllBitsAreThoseOfASingleEvaluation(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 120) int size,
      @ForAll @IntRange(min = 0, max = 150) int count,
      @ForAll BatchLayout layout,
      @ForAll @IntRange(min = 1, max = 4) int threads,
      @ForAll boolean arithmetic) {
    List<ElementaryFunction> functions = arithmetic ? List.of() : List.copyOf(FunctionTable.all());
    RandomExpressions random = new RandomExpressions(seed, 4, size, functions);
    assertSameBits(random, count, layout, threads, Optional.empty());
  }

  @Property(seed = "2", tries = 400)
  void arithmeticBranchesAndCallsInVectorsHaveTheBitsOfASingleEvaluation(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 150) int size,
      @ForAll @IntRange(min = 0, max = 150) int count,
      @ForAll BatchLayout layout,
      @ForAll @IntRange(min = 1, max = 4) int threads) {
    RandomExpressions random = new RandomExpressions(seed, 4, size, CALLED);
    assertSameBits(random, count, layout, threads, module());
  }

  private static void assertSameBits(
      RandomExpressions random,
      int count,
      BatchLayout layout,
      int threads,
      Optional<VectorModule> module) {
    Tape tape = random.tape(5);
    Assume.that(module.isEmpty() || !hasOperators(tape));
    Batches batches = new Batches(tape, module);
    double[][] points = points(random, count);
    assertArrayEquals(
        Batches.bits(batches.oneByOne(points)),
        Batches.bits(batches.atOnce(points, layout, threads)),
        tape::toString);
  }

  @Property(seed = "3", tries = 150)
  void whatAPointGivesDependsOnNothingElse(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 120) int size,
      @ForAll @IntRange(min = 1, max = 150) int count) {
    RandomExpressions random = new RandomExpressions(seed, 4, size, CALLED);
    Tape tape = random.tape(5);
    Assume.that(!hasOperators(tape));
    Batches batches = new Batches(tape, module());
    double[][] points = points(random, count);
    long[][] bits = Batches.bits(batches.atOnce(points, BatchLayout.BY_POINT, 1));
    for (int threads = 1; threads <= 4; threads++) {
      for (BatchLayout layout : BatchLayout.values()) {
        assertArrayEquals(bits, Batches.bits(batches.atOnce(points, layout, threads)));
      }
    }
    double[][] last = {points[count - 1]};
    assertArrayEquals(
        bits[count - 1], Batches.bits(batches.atOnce(last, BatchLayout.BY_SLOT, 1))[0]);
  }
}
