package dev.nabla.check;

import dev.nabla.expr.Compare;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Num;
import dev.nabla.expr.Traversal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The points at which rules go wrong, the simplest first: small integers, short decimals, then the
 * ends of the domain and what lies beside them, tiny and huge numbers and both zeros.
 */
final class RulePoints {
  /** In the order in which a person would try them. */
  static final List<Double> SIMPLE =
      List.of(
          1.0, 0.0, -1.0, 2.0, -2.0, 3.0, -3.0, 4.0, -4.0, 5.0, -5.0, 6.0, -6.0, 7.0, -7.0, 8.0,
          -8.0, 9.0, -9.0, 10.0, -10.0, 0.5, -0.5, 0.1, -0.1, 1.5, -1.5, 2.5, -2.5, 0.25, -0.25,
          0.01, -0.01, 20.0, -20.0, 100.0, -100.0, -0.0);

  private static final List<Double> DISTANT =
      List.of(0.001, -0.001, 1e-6, -1e-6, 1000.0, -1000.0, 1e6, -1e6);

  private static final List<Double> EXTREME =
      List.of(1e-10, -1e-10, 1e-100, 1e-300, Double.MIN_VALUE, 1e10, -1e10, 1e100, -1e100);

  private static final int MOST_TUPLES = 200;

  private final RuleClaim claim;
  private final Graph domain;

  RulePoints(RuleClaim claim) {
    this.claim = claim;
    this.domain = new Graph(claim.inputs(), claim.domain());
  }

  /** All of them that lie in the domain, the simplest first. */
  List<double[]> points() {
    List<Double> values = values();
    int dimension = claim.inputs().size();
    List<double[]> points = new ArrayList<>();
    if (dimension == 1) {
      values.forEach(value -> points.add(new double[] {value}));
    } else {
      tuples(dimension, values, points);
    }
    points.removeIf(point -> !contains(point));
    return points;
  }

  private List<Double> values() {
    Set<Double> values = new LinkedHashSet<>(SIMPLE);
    for (double edge : edges()) {
      values.addAll(List.of(edge, edge + 0.001, edge - 0.001));
    }
    values.addAll(DISTANT);
    if (!claim.isDoubleOnly()) {
      values.addAll(EXTREME);
    }
    for (double edge : edges()) {
      if (edge != 0) {
        values.addAll(List.of(Math.nextUp(edge), Math.nextDown(edge)));
      }
    }
    return List.copyOf(values);
  }

  /** Numbers that something is compared with. */
  private Set<Double> edges() {
    Set<Double> edges = new LinkedHashSet<>();
    List<Expr> roots = new ArrayList<>(claim.domain());
    roots.addAll(claim.expressions());
    for (Expr node : Traversal.postOrder(roots)) {
      if (node instanceof Compare compare) {
        for (Expr side : List.of(compare.left(), compare.right())) {
          if (side instanceof Num num) {
            edges.add(num.value().doubleValue());
          }
        }
      }
    }
    return edges;
  }

  /** Tuples of the first values by the sum of their places, then each other value among ones. */
  private static void tuples(int dimension, List<Double> values, List<double[]> points) {
    int width = dimension == 2 ? 16 : 6;
    List<int[]> places = new ArrayList<>();
    int[] place = new int[dimension];
    int count = (int) Math.min(100_000, Math.pow(width, dimension));
    for (int k = 0; k < count; k++) {
      places.add(place.clone());
      for (int i = 0; i < dimension; i++) {
        place[i] = (place[i] + 1) % width;
        if (place[i] != 0) {
          break;
        }
      }
    }
    places.sort(Comparator.comparingInt(tuple -> Arrays.stream(tuple).sum()));
    for (int[] tuple : places.subList(0, Math.min(MOST_TUPLES, places.size()))) {
      points.add(Arrays.stream(tuple).mapToDouble(values::get).toArray());
    }
    for (double value : values) {
      for (int i = 0; i < dimension; i++) {
        double[] point = new double[dimension];
        Arrays.fill(point, 1);
        point[i] = value;
        points.add(point);
      }
      double[] all = new double[dimension];
      Arrays.fill(all, value);
      points.add(all);
    }
  }

  boolean contains(double[] point) {
    List<BigDecimal> exact = Arrays.stream(point).mapToObj(BigDecimal::new).toList();
    HighPrecisionEvaluator evaluator = new HighPrecisionEvaluator(domain, exact, 60);
    return claim.domain().stream()
        .allMatch(
            condition ->
                evaluator.value(condition) instanceof Outcome.Truth truth && truth.holds());
  }
}
