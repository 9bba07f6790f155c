package dev.nabla.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nabla.expr.DoubleEvaluation;
import dev.nabla.source.Source;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Matrix notation, read with a symbol for the size and then written out, is matrix algebra. */
class MatrixNotationTest {
  @Property(seed = "20261124", tries = 400)
  void textsMeanWhatTheirLoopsCompute(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 4) int n,
      @ForAll @IntRange(min = 0, max = 3) int depth) {
    double[] point =
        new Random(seed).doubles(RandomArrays.pointSize(n), -1, 1).map(z -> z + 0.1).toArray();
    RandomArrays.Sample sample = new RandomArrays(seed, n, point).any(depth);
    String text = RandomArrays.HEADER + sample.text();
    ScalarFunction function =
        new FunctionReader(new Source("input", text), Optional.empty(), Map.of("n", n)).read();
    DoubleEvaluation values = new DoubleEvaluation(function.inputs(), point);
    int columns = sample.value()[0].length;
    assertEquals(sample.value().length * columns, function.outputs().size(), text);
    for (int i = 0; i < function.outputs().size(); i++) {
      double expected = sample.value()[i / columns][i % columns];
      double actual = values.value(function.outputs().get(i));
      assertEquals(expected, actual, 1e-9 * (1 + Math.abs(expected)), text + " " + i);
    }
  }
}
