package dev.nabla.function;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Seeded points and hostile ones, with the argument list of a function at each. */
final class FunctionPoints {
  private static final double[] HOSTILE = {
    0.0,
    Double.MIN_VALUE,
    Double.MIN_NORMAL,
    1e-300,
    1e-76,
    1e-8,
    0.25,
    0.5,
    Math.nextDown(1),
    1,
    Math.nextUp(1),
    1.4616321449683622,
    Math.PI / 2,
    2,
    Math.nextUp(2),
    2.5,
    Math.PI,
    5.75,
    19.0625,
    22,
    40,
    170.5,
    709.5,
    711,
    745.5,
    1e10,
    1e22,
    1e300,
    Double.MAX_VALUE
  };

  private FunctionPoints() {}

  /** Points for the double method: tiny, huge and at the edges of domains, of both signs. */
  static List<double[]> anywhere(ElementaryFunction function, int count) {
    Random random = new Random(20261124);
    List<double[]> points = new ArrayList<>();
    for (double value : HOSTILE) {
      points.add(arguments(function, value, random));
      points.add(arguments(function, -value, random));
    }
    for (int i = 0; i < count; i++) {
      points.add(arguments(function, wide(random, i), random));
    }
    return points;
  }

  /**
   * Points at which derivatives can be compared: no larger than 12, no nearer than 1/1000 to ±1.
   */
  static List<double[]> moderate(ElementaryFunction function, int count) {
    Random random = new Random(20261124);
    List<double[]> points = new ArrayList<>();
    while (points.size() < count) {
      double value = random.nextGaussian() * (points.size() % 3 == 0 ? 5 : 1);
      if (Math.abs(Math.abs(value) - 1) > 1e-3 && Math.abs(value) > 1e-3 && Math.abs(value) < 12) {
        points.add(arguments(function, value, random));
      }
    }
    return points;
  }

  /** Every point of a small grid of whole and half numbers. */
  static List<double[]> grid(ElementaryFunction function) {
    double[] grid = {-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2};
    if (function.arity() == 1) {
      return Arrays.stream(grid).mapToObj(x -> new double[] {x}).toList();
    }
    List<double[]> points = new ArrayList<>();
    for (double x : grid) {
      for (double y : grid) {
        points.add(new double[] {x, y});
      }
    }
    return points;
  }

  private static double[] arguments(ElementaryFunction function, double value, Random random) {
    if (function.arity() == 1) {
      return new double[] {value};
    }
    return function.name().equals("polygamma")
        ? new double[] {random.nextInt(6), value}
        : new double[] {random.nextGaussian() * 3, value};
  }

  private static double wide(Random random, int kind) {
    double sign = random.nextBoolean() ? 1 : -1;
    return switch (kind % 6) {
      case 0 -> random.nextGaussian();
      case 1 -> sign * random.nextDouble();
      case 2 -> sign * random.nextDouble() * 10;
      case 3 -> sign * random.nextDouble() * 40;
      case 4 -> sign * Math.scalb(1 + random.nextDouble(), random.nextInt(600) - 300);
      default -> sign + Math.scalb(random.nextGaussian(), -random.nextInt(50));
    };
  }
}
