package dev.nabla.symja;

import dev.nabla.check.Graph;
import dev.nabla.check.HighPrecisionEvaluator;
import dev.nabla.check.Outcome;
import dev.nabla.expr.Expr;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Two expressions of the same inputs, compared at a point in high precision. */
final class NumericComparison {
  /** What two expressions have at a point. */
  enum Result {
    EQUAL,
    DIFFERENT,
    /** Only the first has a value. */
    ONLY_LEFT,
    /** Only the second has a value. */
    ONLY_RIGHT,
    /** None has one, or one is too large to be computed. */
    NEITHER
  }

  private static final int DIGITS = 64;
  private static final int EQUAL_DIGITS = 25;

  /** 1 − tanh²(745) needs 647 digits before it has one. */
  private static final List<Integer> MORE_DIGITS = List.of(200, 800);

  /** What is cancellation shrinks with the digits; half of those added are enough to see it. */
  private static final int SHRINKING_DIGITS = (200 - DIGITS) / 2;

  private final Graph graph;
  private final Expr left;
  private final Expr right;

  NumericComparison(List<Expr> inputs, Expr left, Expr right) {
    this.graph = new Graph(inputs, List.of(left, right));
    this.left = left;
    this.right = right;
  }

  Result at(double[] point) {
    HighPrecisionEvaluator values = evaluator(point, DIGITS);
    Outcome a = values.value(left);
    Outcome b = values.value(right);
    if (isBeyondReach(a) || isBeyondReach(b)) {
      return Result.NEITHER;
    }
    if (!(a instanceof Outcome.Real one)) {
      return b.isReal() ? Result.ONLY_RIGHT : Result.NEITHER;
    }
    if (!(b instanceof Outcome.Real other)) {
      return Result.ONLY_LEFT;
    }
    boolean equal =
        isClose(one.value(), other.value()) || isClosing(point, one.value(), other.value());
    return equal ? Result.EQUAL : Result.DIFFERENT;
  }

  private static boolean isBeyondReach(Outcome outcome) {
    return outcome instanceof Outcome.Undefined undefined && undefined.isBeyondReach();
  }

  /** With more digits: whether they are close then, or the gap was rounding and shrinks. */
  private boolean isClosing(double[] point, BigDecimal one, BigDecimal other) {
    BigDecimal gap = one.subtract(other).abs();
    return MORE_DIGITS.stream()
        .map(digits -> evaluator(point, digits + 2 * exponent(point)))
        .anyMatch(values -> isClosing(gap, values.value(left), values.value(right)));
  }

  private static boolean isClosing(BigDecimal before, Outcome left, Outcome right) {
    if (!(left instanceof Outcome.Real a) || !(right instanceof Outcome.Real b)) {
      return false;
    }
    BigDecimal after = a.value().subtract(b.value()).abs();
    return isClose(a.value(), b.value())
        || after.scaleByPowerOfTen(SHRINKING_DIGITS).compareTo(before) <= 0;
  }

  /** The largest decimal exponent: 1 + x² − 1 needs twice its digits. */
  private static int exponent(double[] point) {
    double largest = 0;
    for (double x : point) {
      largest = Math.max(largest, x == 0 ? 0 : Math.abs(Math.log10(Math.abs(x))));
    }
    return (int) Math.ceil(largest);
  }

  static boolean isClose(BigDecimal a, BigDecimal b) {
    BigDecimal gap = a.subtract(b).abs().scaleByPowerOfTen(EQUAL_DIGITS);
    return gap.compareTo(a.abs().max(b.abs())) <= 0;
  }

  /** The first expression's value, with many digits. */
  Outcome left(double[] point) {
    return evaluator(point, MORE_DIGITS.get(0)).value(left);
  }

  /** The second expression's value, with many digits. */
  Outcome right(double[] point) {
    return evaluator(point, MORE_DIGITS.get(0)).value(right);
  }

  private HighPrecisionEvaluator evaluator(double[] point, int digits) {
    List<BigDecimal> exact = new ArrayList<>(point.length);
    for (double x : point) {
      exact.add(new BigDecimal(x));
    }
    return new HighPrecisionEvaluator(graph, exact, digits);
  }
}
