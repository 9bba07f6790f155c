package dev.nabla.symja;

import dev.nabla.check.Graph;
import dev.nabla.check.HighPrecisionEvaluator;
import dev.nabla.check.Outcome;
import dev.nabla.check.PointSampler;
import dev.nabla.expr.Expr;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Points at which a wrong form betrays itself: random ones, and those where inputs are 0, ±1, near
 * poles, huge or subnormal; all of them satisfy the assumptions.
 */
final class HostilePoints {
  private static final double[] VALUES = {
    0,
    1,
    -1,
    0.5,
    -0.5,
    2,
    -2,
    Math.PI / 2,
    -Math.PI,
    1e-8,
    -1e-8,
    710,
    -745,
    1e16,
    -1e16,
    1e300,
    -1e300,
    Double.MIN_NORMAL,
    Double.MIN_VALUE,
    -Double.MIN_VALUE
  };

  private static final int DIGITS = 60;
  private static final long SEED = 1;

  private final List<Expr> inputs;
  private final List<Expr> assumptions;
  private final Graph graph;

  HostilePoints(List<Expr> inputs, List<Expr> assumptions) {
    this.inputs = inputs;
    this.assumptions = assumptions;
    this.graph = new Graph(inputs, assumptions);
  }

  /** {@code random} ordinary points, then the hostile ones. */
  List<double[]> draw(int random) {
    PointSampler sampler = new PointSampler(inputs, assumptions, SEED);
    List<double[]> points = new ArrayList<>();
    for (int i = 0; i < random; i++) {
      sampler.next().ifPresent(points::add);
    }
    if (!points.isEmpty()) {
      points.addAll(hostile(List.copyOf(points)));
    }
    return points;
  }

  private List<double[]> hostile(List<double[]> ordinary) {
    List<double[]> points = new ArrayList<>();
    for (double value : VALUES) {
      double[] everywhere = new double[inputs.size()];
      Arrays.fill(everywhere, value);
      points.add(everywhere);
      for (int i = 0; inputs.size() > 1 && i < inputs.size(); i++) {
        double[] once = ordinary.get(points.size() % ordinary.size()).clone();
        once[i] = value;
        points.add(once);
      }
    }
    points.removeIf(point -> !isAllowed(point));
    return points;
  }

  private boolean isAllowed(double[] point) {
    List<BigDecimal> exact = Arrays.stream(point).mapToObj(BigDecimal::new).toList();
    HighPrecisionEvaluator values = new HighPrecisionEvaluator(graph, exact, DIGITS);
    return assumptions.stream().allMatch(assumption -> holds(values.value(assumption)));
  }

  private static boolean holds(Outcome outcome) {
    return outcome instanceof Outcome.Truth truth && truth.holds();
  }
}
