package dev.nabla.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Random points of ℝⁿ: most coordinates are of no special kind, between −3 and 3; some are 0, ±1,
 * ±½ or 2, where kinks and poles are met.
 */
public final class Points implements Generator<List<Double>> {
  private static final double[] SPECIAL = {0, 1, -1, 0.5, -0.5, 2};
  private static final int STEPS_OF_ONE = 512;
  private static final int LARGEST = 3;

  private final int dimension;

  /** The points of ℝⁿ for n = {@code dimension}. */
  public Points(int dimension) {
    this.dimension = dimension;
  }

  @Override
  public List<Double> next(RandomGenerator random) {
    return IntStream.range(0, dimension).mapToObj(i -> coordinate(random)).toList();
  }

  private static double coordinate(RandomGenerator random) {
    if (random.nextInt(8) == 0) {
      return SPECIAL[random.nextInt(SPECIAL.length)];
    }
    int most = LARGEST * STEPS_OF_ONE;
    return (double) (random.nextInt(2 * most) - most) / STEPS_OF_ONE;
  }

  @Override
  public Stream<List<Double>> simpler(List<Double> point) {
    return IntStream.range(0, point.size())
        .boxed()
        .flatMap(i -> Simplicity.simpler(point.get(i)).map(value -> replaced(point, i, value)));
  }

  private static List<Double> replaced(List<Double> point, int place, double value) {
    List<Double> other = new ArrayList<>(point);
    other.set(place, value);
    return List.copyOf(other);
  }
}
