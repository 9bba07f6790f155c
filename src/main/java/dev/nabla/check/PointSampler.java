package dev.nabla.check;

import dev.nabla.expr.Apply;
import dev.nabla.expr.Compare;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Logic;
import dev.nabla.expr.Traversal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Random points that satisfy the assumptions: the same seed gives the same points.
 *
 * <p>Of ten points, six are ordinary in every coordinate; two have special coordinates (0, ±1,
 * ±1/2) among the others, so that kinks and poles are really met; two have tiny and large ones.
 * Assumptions about one input narrow its interval, or make it whole; two inputs that are equal are
 * drawn once; all other assumptions reject.
 */
public final class PointSampler {
  private static final int MOST_REJECTIONS = 10_000;
  private static final int DIGITS = 40;
  private static final double ORDINARY = 0.6;
  private static final double SPECIAL = 0.8;
  private static final double SPECIAL_SHARE = 0.3;

  private final List<Expr> inputs;
  private final List<Expr> assumptions;
  private final Graph graph;
  private final List<InputDomain> domains;
  private final int[] twins;
  private final RandomGenerator random;

  public PointSampler(List<Expr> inputs, List<Expr> assumptions, long seed) {
    this.inputs = List.copyOf(inputs);
    this.assumptions = List.copyOf(assumptions);
    this.graph = new Graph(inputs, assumptions);
    this.domains = new ArrayList<>(Collections.nCopies(inputs.size(), InputDomain.REALS));
    this.twins = IntStream.range(0, inputs.size()).toArray();
    this.random = new SplittableRandom(seed);
    assumptions.forEach(this::narrow);
  }

  /** The next point; empty if none satisfies the assumptions within many draws. */
  public Optional<double[]> next() {
    for (int i = 0; i < MOST_REJECTIONS; i++) {
      double[] point = draw();
      if (isAllowed(point)) {
        return Optional.of(point);
      }
    }
    return Optional.empty();
  }

  private double[] draw() {
    double style = random.nextDouble();
    double[] point = new double[domains.size()];
    // With a single input too, a special point has something special.
    int certain = random.nextInt(Math.max(1, point.length));
    for (int i = 0; i < point.length; i++) {
      InputDomain domain = domains.get(i);
      if (style < ORDINARY) {
        point[i] = domain.drawOrdinary(random);
      } else if (style < SPECIAL) {
        point[i] =
            i == certain || random.nextDouble() < SPECIAL_SHARE
                ? domain.drawSpecial(random)
                : domain.drawOrdinary(random);
      } else {
        point[i] = domain.drawWide(random);
      }
      point[i] = point[twins[i]];
    }
    return point;
  }

  private boolean isAllowed(double[] point) {
    for (int i = 0; i < point.length; i++) {
      if (!domains.get(i).contains(point[i])) {
        return false;
      }
    }
    List<BigDecimal> exact = new ArrayList<>(point.length);
    for (double x : point) {
      exact.add(new BigDecimal(x));
    }
    HighPrecisionEvaluator evaluator = new HighPrecisionEvaluator(graph, exact, DIGITS);
    return assumptions.stream()
        .allMatch(
            assumption ->
                evaluator.value(assumption) instanceof Outcome.Truth truth && truth.holds());
  }

  private void narrow(Expr assumption) {
    if (assumption instanceof Logic logic && logic.connective() == Logic.Connective.AND) {
      logic.operands().forEach(this::narrow);
    } else if (assumption instanceof Compare compare) {
      int left = inputs.indexOf(compare.left());
      int right = inputs.indexOf(compare.right());
      OptionalDouble leftBound = constant(compare.left());
      OptionalDouble rightBound = constant(compare.right());
      boolean equal = compare.relation() == Compare.Relation.EQ;
      if (equal && left >= 0 && right >= 0) {
        twins[Math.max(left, right)] = twins[Math.min(left, right)];
      } else if (equal && isFloor(compare.right(), compare.left()) && left >= 0) {
        domains.set(left, domains.get(left).whole());
      } else if (equal && isFloor(compare.left(), compare.right()) && right >= 0) {
        domains.set(right, domains.get(right).whole());
      } else if (left >= 0 && rightBound.isPresent()) {
        narrow(left, compare.relation(), rightBound.getAsDouble(), true);
      } else if (right >= 0 && leftBound.isPresent()) {
        narrow(right, compare.relation(), leftBound.getAsDouble(), false);
      }
    }
  }

  private static boolean isFloor(Expr expr, Expr of) {
    return expr instanceof Apply apply
        && apply.function().name().equals("floor")
        && apply.arguments().get(0) == of;
  }

  private void narrow(int input, Compare.Relation relation, double bound, boolean inputIsLeft) {
    InputDomain domain = domains.get(input);
    boolean open = relation == Compare.Relation.LT;
    domains.set(
        input,
        switch (relation) {
          case LT, LE -> inputIsLeft ? domain.below(bound, open) : domain.above(bound, open);
          case EQ -> domain.above(bound, false).below(bound, false);
          case NE -> domain.without(bound);
        });
  }

  private static OptionalDouble constant(Expr expr) {
    List<Expr> nodes = Traversal.postOrder(expr);
    if (nodes.stream().anyMatch(Element.class::isInstance)) {
      return OptionalDouble.empty();
    }
    Graph alone = new Graph(List.of(), List.of(expr));
    return new HighPrecisionEvaluator(alone, List.of(), DIGITS).value(expr)
            instanceof Outcome.Real number
        ? OptionalDouble.of(number.value().doubleValue())
        : OptionalDouble.empty();
  }
}
