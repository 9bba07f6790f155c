package dev.nabla.testing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * ∂f/∂x ≈ (f(x + h) − f(x − h))/2h for values from Java: of many digits with a tiny step, of
 * doubles by Ridders' extrapolation to h → 0, which estimates its own error.
 */
final class Differences {
  /** A number and what it may be wrong by. */
  record Estimate(BigDecimal value, BigDecimal error) {}

  private static final MathContext CONTEXT = new MathContext(40);

  /** h = 10^−20 leaves some 40 of 60 digits, of which h² spoils those behind the 40th. */
  private static final BigDecimal STEP = new BigDecimal("1e-20");

  private static final BigDecimal TOLERANCE_OF_SIDES = new BigDecimal("1e-8");

  /** The extrapolation shrinks the step by √2 each time (Ridders 1982). */
  private static final double SHRINKING = 1.4;

  private static final int ROUNDS = 12;
  private static final double FIRST_STEP = 0.125;
  private static final double LARGEST_ERROR = 1e-5;

  private Differences() {}

  /** The estimate; empty where some value is missing or there is a kink. */
  static Optional<Estimate> of(
      JavaValues function, int variable, List<BigDecimal> point, int digits) {
    return function.isDoubleOnly()
        ? ofDoubles(function, variable, point)
        : ofDecimals(function, variable, point, digits);
  }

  private static Optional<Estimate> ofDecimals(
      JavaValues function, int variable, List<BigDecimal> point, int digits) {
    Optional<BigDecimal> after = function.at(moved(point, variable, STEP), digits);
    Optional<BigDecimal> here = function.at(point, digits);
    Optional<BigDecimal> before = function.at(moved(point, variable, STEP.negate()), digits);
    if (after.isEmpty() || here.isEmpty() || before.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal right = after.get().subtract(here.get()).divide(STEP, CONTEXT);
    BigDecimal left = here.get().subtract(before.get()).divide(STEP, CONTEXT);
    BigDecimal middle = right.add(left).divide(BigDecimal.valueOf(2), CONTEXT);
    return Equation.isClose(left, right, TOLERANCE_OF_SIDES)
        ? Optional.of(new Estimate(middle, BigDecimal.ZERO))
        : Optional.empty();
  }

  private static List<BigDecimal> moved(List<BigDecimal> point, int variable, BigDecimal step) {
    List<BigDecimal> neighbour = new ArrayList<>(point);
    neighbour.set(variable, point.get(variable).add(step));
    return neighbour;
  }

  private static Optional<Estimate> ofDoubles(
      JavaValues function, int variable, List<BigDecimal> point) {
    double[][] table = new double[ROUNDS][ROUNDS];
    double best = Double.NaN;
    double error = Double.POSITIVE_INFINITY;
    double step = FIRST_STEP;
    for (int i = 0; i < ROUNDS; i++, step /= SHRINKING) {
      Optional<Double> quotient = quotient(function, variable, point, step);
      if (quotient.isEmpty()) {
        return Optional.empty();
      }
      table[i][0] = quotient.get();
      double factor = SHRINKING * SHRINKING;
      double power = factor;
      for (int j = 1; j <= i; j++, power *= factor) {
        table[i][j] = (table[i][j - 1] * power - table[i - 1][j - 1]) / (power - 1);
        double change =
            Math.max(
                Math.abs(table[i][j] - table[i][j - 1]),
                Math.abs(table[i][j] - table[i - 1][j - 1]));
        if (change <= error) {
          error = change;
          best = table[i][j];
        }
      }
    }
    return error <= LARGEST_ERROR * (1 + Math.abs(best))
        ? Optional.of(new Estimate(new BigDecimal(best), new BigDecimal(10 * error)))
        : Optional.empty();
  }

  private static Optional<Double> quotient(
      JavaValues function, int variable, List<BigDecimal> point, double step) {
    BigDecimal h = new BigDecimal(step);
    List<BigDecimal> right = moved(point, variable, h);
    List<BigDecimal> left = moved(point, variable, h.negate());
    // What the doubles are really apart by.
    double width = right.get(variable).doubleValue() - left.get(variable).doubleValue();
    return function
        .at(right, 0)
        .flatMap(
            after ->
                function.at(left, 0).map(before -> after.subtract(before).doubleValue() / width));
  }
}
