package dev.nabla.compile;

import static dev.nabla.compile.BytecodeCompilerTest.assertSameBits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.expr.Compare;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Symbol;
import dev.nabla.tape.Partial;
import dev.nabla.tape.Tape;
import dev.nabla.tape.TapeBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Tapes far larger than a method, or a constant pool, may be. */
class LargeTapeTest {
  private static final int LARGE = 100_000;

  private final ExprPool pool = new ExprPool();
  private final List<Expr> inputs = new ArrayList<>();
  private final Random random = new Random(7);

  LargeTapeTest() {
    for (int i = 0; i < 50; i++) {
      inputs.add(pool.element(new Symbol("x" + i, Symbol.Kind.VARIABLE, i)));
    }
  }

  private double[] point() {
    return random.doubles(inputs.size(), -1, 1).toArray();
  }

  private void assertCompiles(Tape tape) {
    TapeClass code = BytecodeCompiler.write(tape, BytecodeCompiler.FIRST_TARGET);
    int largest = Collections.max(CodeLengths.of(code.bytes()));
    assertEquals(largest, code.largestMethod());
    assertTrue(largest <= 7_900, () -> "a method of " + largest + " bytes");
    CompiledTape compiled = BytecodeCompiler.load(code);
    assertSameBits(tape, compiled, point());
    assertSameBits(tape, compiled, point());
  }

  /** Values that are used again soon, later, or in the end. */
  private List<Expr> network(int count, List<Expr> leaves) {
    List<Expr> nodes = new ArrayList<>(leaves);
    for (int i = 0; i < count; i++) {
      Expr near = nodes.get(nodes.size() - 1 - random.nextInt(Math.min(20, nodes.size())));
      Expr far = nodes.get(random.nextInt(nodes.size()));
      nodes.add(
          i % 3 == 0 ? pool.divide(near, pool.sum(far, pool.num(3))) : pool.subtract(near, far));
    }
    return nodes;
  }

  private Tape tapeOf(List<Expr> outputs) {
    List<Partial> partials = new ArrayList<>();
    for (Expr output : outputs) {
      partials.add(new Partial(partials.size(), output));
    }
    return TapeBuilder.build(inputs, List.of(), partials);
  }

  @Test
  void aHundredThousandInstructionsCompileInSecondsIntoMethodsThatHotSpotTakes() {
    List<Expr> nodes = network(LARGE / 2, inputs);
    Tape tape = tapeOf(nodes.subList(nodes.size() - 40_000, nodes.size()));
    assertTrue(tape.size() >= LARGE, () -> "only " + tape.size());
    assertTimeout(Duration.ofSeconds(20), () -> assertCompiles(tape));
  }

  @Test
  void aChainOfAHundredThousandOperationsCompiles() {
    Expr chain = inputs.get(0);
    for (int i = 0; i < LARGE; i++) {
      chain = pool.sqrt(pool.sum(chain, pool.num(i % 7 + 1)));
    }
    assertCompiles(tapeOf(List.of(chain)));
  }

  @Test
  void moreConstantsThanAConstantPoolHoldsCompile() {
    List<Expr> outputs = new ArrayList<>();
    for (int i = 0; i < 70_000; i++) {
      Expr input = inputs.get(i % inputs.size());
      outputs.add(pool.sum(input, pool.num(Rational.of(2L * i + 1, 1 << 20))));
    }
    assertCompiles(tapeOf(outputs));
  }

  @Test
  void hugeBranchesAreMethodsOfTheirOwn() {
    Expr condition = pool.compare(Compare.Relation.LT, inputs.get(0), pool.zero());
    List<Expr> nodes = network(6_000, inputs);
    List<Expr> outputs = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      Expr left = nodes.get(nodes.size() - 1 - i);
      Expr right = nodes.get(nodes.size() - 401 - i);
      outputs.add(pool.select(condition, pool.sqrt(left), pool.product(left, right)));
    }
    outputs.add(pool.product(outputs.get(0), outputs.get(1)));
    assertCompiles(tapeOf(outputs));
    assertCompiles(tapeOf(outputs));
  }

  @Test
  void manySmallBranchesCompile() {
    List<Expr> outputs = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      Expr input = inputs.get(i % inputs.size());
      Expr condition =
          pool.compare(Compare.Relation.LT, input, pool.num(Rational.of(i - 10_000, 10_000)));
      outputs.add(pool.select(condition, pool.power(input, 2 + i % 5), pool.num(i)));
    }
    assertCompiles(tapeOf(outputs));
  }

  @Test
  void branchesNestedThousandsDeepCompile() {
    Expr nested = inputs.get(1);
    for (int i = 0; i < 5_000; i++) {
      Expr input = inputs.get(i % inputs.size());
      Expr condition =
          pool.compare(Compare.Relation.LT, input, pool.num(Rational.of(i % 100 + 50, 100)));
      nested =
          i % 2 == 0
              ? pool.select(condition, pool.sum(nested, input), input)
              : pool.select(condition, pool.num(i), pool.product(nested, input));
    }
    assertCompiles(tapeOf(List.of(nested)));
  }
}
