package dev.nabla.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GraphOptimizerTest {
  private final ValueGraph graph = new ValueGraph();
  private final int a = graph.input(0);
  private final int b = graph.input(1);
  private final int c = graph.input(2);
  private final int d = graph.input(3);

  private OperationCount optimized(int... terms) {
    int[] numbers = Arrays.stream(terms).map(graph::number).toArray();
    DerivedGraph derived = new DerivedGraph(graph, numbers, List.of());
    DerivedGraph best = GraphOptimizer.optimize(derived);
    assertSameValues(derived, best);
    return best.operations();
  }

  private static void assertSameValues(DerivedGraph before, DerivedGraph after) {
    double[] inputs = {1.25, -0.75, 3.5, 0.625};
    double[] expected = run(before, inputs);
    double[] actual = run(after, inputs);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], actual[i], 1e-12 * (1 + Math.abs(expected[i])));
    }
  }

  private static double[] run(DerivedGraph derived, double[] inputs) {
    List<TapeWriter.OutputSlot> slots = new ArrayList<>();
    for (int i = 0; i < derived.roots().length; i++) {
      slots.add(new TapeWriter.OutputSlot(Opcode.OUTPUT_VALUE, i));
    }
    Tape tape = TapeBuilder.write(derived.graph(), derived.roots(), slots, inputs.length);
    double[] values = new double[slots.size()];
    new Interpreter(tape).evaluate(inputs, values, new double[0]);
    return values;
  }

  /** ab + ac − ad = a(b + c − d). */
  @Test
  void aCommonFactorIsDrawnOut() {
    int sum = graph.add(graph.multiply(a, b), graph.multiply(a, c));
    OperationCount count = optimized(graph.add(sum, ValueGraph.negate(graph.multiply(a, d))));
    assertEquals(3, count.total());
    assertEquals(1, count.of(Opcode.MUL));
  }

  /** ab + ac where ab is an output: the product is there in any case. */
  @Test
  void aProductThatIsNeededElsewhereIsNoGain() {
    int product = graph.multiply(a, b);
    OperationCount count = optimized(product, graph.add(product, graph.multiply(a, c)));
    assertEquals(3, count.total());
  }

  /** abc and abd share ab; a + b + c and d − a − b share a + b. */
  @Test
  void commonPartsAreMadeOnce() {
    int abc = graph.multiply(graph.multiply(a, c), b);
    int abd = graph.multiply(graph.multiply(b, d), a);
    assertEquals(3, optimized(abc, abd).total());
    int sum = graph.add(graph.add(a, c), b);
    int difference = graph.add(graph.add(d, ValueGraph.negate(a)), ValueGraph.negate(b));
    assertEquals(3, optimized(sum, difference).total());
  }

  /** −(a − b) = b − a, −(2·a·b) = (−2)·a·b. */
  @Test
  void signsMoveToWhereTheyCostNothing() {
    int two = graph.constant(2, true);
    int product = graph.multiply(two, graph.multiply(a, b));
    int difference = graph.multiply(graph.add(b, ValueGraph.negate(a)), c);
    OperationCount count =
        optimized(
            ValueGraph.negate(product), graph.unary(Opcode.SQRT, ValueGraph.negate(difference)));
    assertTrue(count.of(Opcode.NEG) <= 1, count.toString());
    assertEquals(1, optimized(graph.unary(Opcode.NEG, graph.add(a, ValueGraph.negate(b)))).total());
  }

  /** a/d, b/d, c/d by one division; a/d and b/d by two, which is no slower. */
  @Test
  void severalDivisionsByOneDenominatorAreOne() {
    OperationCount count = optimized(graph.divide(a, d), graph.divide(b, d), graph.divide(c, d));
    assertEquals(1, count.of(Opcode.DIV));
    assertEquals(2, optimized(graph.divide(a, d), graph.divide(b, d)).of(Opcode.DIV));
  }

  /** a·(1/d) is a/d where nothing else needs 1/d. */
  @Test
  void aReciprocalThatIsUsedOnceDivides() {
    int inverse = graph.divide(graph.constant(1, true), d);
    assertEquals(1, optimized(graph.multiply(a, inverse)).total());
  }

  @Property(seed = "44", tries = 300)
  void itNeverCostsMoreAndKeepsTheValues(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int size) {
    Random random = new Random(seed);
    ValueGraph some = new ValueGraph();
    List<Integer> terms = new ArrayList<>();
    for (int slot = 0; slot < 4; slot++) {
      terms.add(some.input(slot));
    }
    terms.add(some.constant(3, true));
    for (int i = 0; i < size; i++) {
      int left = terms.get(random.nextInt(terms.size()));
      int right = terms.get(random.nextInt(terms.size())) ^ random.nextInt(2);
      terms.add(random.nextBoolean() ? some.add(left, right) : some.multiply(left, right));
    }
    int[] roots = {some.number(terms.get(terms.size() - 1)), some.number(terms.get(4 + size / 2))};
    DerivedGraph before = new DerivedGraph(some, roots, List.of());
    DerivedGraph after = GraphOptimizer.optimize(before);
    assertTrue(after.cost() <= before.cost());
    double[] inputs = {0.5, -0.25, 0.125, 1};
    double[] expected = run(before, inputs);
    double[] actual = run(after, inputs);
    for (int i = 0; i < 2; i++) {
      double scale = magnitude(some, roots[i], inputs);
      if (scale < 1e100) {
        assertEquals(expected[i], actual[i], 1e-12 * scale);
      }
    }
  }

  /** The value with all terms taken positive: what rounding errors are relative to. */
  private static double magnitude(ValueGraph graph, int root, double[] inputs) {
    double[] magnitudes = new double[root + 1];
    for (int n = 0; n <= root; n++) {
      magnitudes[n] =
          switch (graph.opcode(n)) {
            case INPUT -> Math.abs(inputs[graph.third(n)]);
            case CONSTANT -> 3;
            case MUL -> magnitudes[graph.first(n)] * magnitudes[graph.second(n)];
            case NEG -> magnitudes[graph.first(n)];
            default -> magnitudes[graph.first(n)] + magnitudes[graph.second(n)];
          };
    }
    return magnitudes[root];
  }
}
