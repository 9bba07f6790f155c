package dev.nabla.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.expr.DoubleEvaluation;
import dev.nabla.expr.Element;
import dev.nabla.expr.Num;
import dev.nabla.source.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code matrix-calculus.txt}: every function is read, with symbols and with numbers for sizes, and
 * the derivative written beside it is that of the function by its differences.
 */
class MatrixCalculusTest {
  private static final double STEP = 1e-3;
  private static final double TOLERANCE = 1e-7;

  /** The derivative as a function of the same arguments. */
  record Row(String function, String variable, String derivative) {
    static Row of(String line) {
      String[] parts = line.split(" \\| ");
      String header = parts[0].substring(0, parts[0].indexOf(") = ") + 4);
      return new Row(parts[0], parts[1], header + parts[2]);
    }
  }

  static Stream<Row> rows() {
    return text().lines().filter(line -> !line.isBlank() && !line.startsWith("#")).map(Row::of);
  }

  private static String text() {
    try (InputStream stream =
        MatrixCalculusTest.class.getResourceAsStream("/dev/nabla/matrix-calculus.txt")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Test
  void thereAreAtLeastAHundred() {
    assertTrue(rows().count() >= 100);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void sizesStaySymbols(Row row) {
    IndexedFunction function = reader(row.function(), Map.of()).readIndexed();
    IndexedFunction derivative = reader(row.derivative(), Map.of()).readIndexed();
    assertEquals(row.variable(), function.variables().get(0).symbol().name());
    // The sizes of the derivative are those of the function, then those of the variable.
    List<String> expected =
        Stream.concat(
                function.output().sizes().stream(), function.variables().get(0).sizes().stream())
            .map(SizeText::of)
            .toList();
    assertEquals(expected, derivative.output().sizes().stream().map(SizeText::of).toList());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theDerivativeIsThatOfTheFunction(Row row) {
    for (int round = 0; round < 3; round++) {
      Map<String, Integer> sizes = sizes(row.function(), round);
      ScalarFunction function = reader(row.function(), sizes).read();
      ScalarFunction derivative = reader(row.derivative(), sizes).read();
      double[] point = point(function, round);
      int columns = function.variableCount();
      assertEquals(function.outputs().size() * columns, derivative.outputs().size());
      DoubleEvaluation claimed = new DoubleEvaluation(derivative.inputs(), point);
      for (int j = 0; j < columns; j++) {
        double[] slope = slope(function, point, j);
        for (int i = 0; i < slope.length; i++) {
          double claim = claimed.value(derivative.outputs().get(i * columns + j));
          assertEquals(slope[i], claim, TOLERANCE * (1 + Math.abs(claim)), row + " at " + sizes);
        }
      }
    }
  }

  private static FunctionReader reader(String text, Map<String, Integer> sizes) {
    return new FunctionReader(new Source("input", text), Optional.empty(), sizes);
  }

  /** 2, 3, 4, …, each name of a size another one. */
  private static Map<String, Integer> sizes(String text, int round) {
    Map<String, Integer> sizes = new HashMap<>();
    String header = text.substring(0, text.indexOf(") = "));
    Matcher names = Pattern.compile("(?<=[\\[,])[a-z](?=[\\],+])").matcher(header);
    while (names.find()) {
      sizes.putIfAbsent(names.group(), 2 + (sizes.size() + round) % 3);
    }
    return sizes;
  }

  /** Positive numbers below 1; square matrices with a heavy diagonal, so that they are regular. */
  private static double[] point(ScalarFunction function, long seed) {
    Random random = new Random(seed);
    Map<String, Double> mirrored = new HashMap<>();
    double[] point = new double[function.inputs().size()];
    for (int k = 0; k < point.length; k++) {
      Element input = function.inputs().get(k);
      point[k] = 0.2 + 0.7 * random.nextDouble();
      if (input.indices().size() == 2) {
        int i = ((Num) input.indices().get(0)).value().intValue();
        int j = ((Num) input.indices().get(1)).value().intValue();
        point[k] += i == j ? 1.5 : 0;
        double drawn = point[k];
        if (!function.assumptions().isEmpty()) {
          String pair = input.symbol().name() + Math.min(i, j) + "," + Math.max(i, j);
          point[k] = mirrored.computeIfAbsent(pair, first -> drawn);
        }
      }
    }
    return point;
  }

  /** Differences of fourth order. */
  private static double[] slope(ScalarFunction function, double[] point, int input) {
    double[] slope = new double[function.outputs().size()];
    double[] weights = {1, -8, 8, -1};
    int[] steps = {-2, -1, 1, 2};
    for (int k = 0; k < weights.length; k++) {
      double[] moved = point.clone();
      moved[input] += steps[k] * STEP;
      DoubleEvaluation values = new DoubleEvaluation(function.inputs(), moved);
      for (int i = 0; i < slope.length; i++) {
        slope[i] += weights[k] * values.value(function.outputs().get(i)) / (12 * STEP);
      }
    }
    return slope;
  }
}
