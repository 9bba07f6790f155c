package dev.nabla.testing;

import dev.nabla.check.Graph;
import dev.nabla.check.HighPrecisionEvaluator;
import dev.nabla.check.Outcome;
import dev.nabla.expr.Expr;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * left = right, two expressions that a law says are equal wherever both have a value.
 *
 * @param left what the engine makes
 * @param right what it must be
 */
record Equation(Expr left, Expr right) {
  private static final int DIGITS = 60;

  /** Where rounding could be the reason of a difference, it has gone at so many digits. */
  private static final int DIGITS_OF_SECOND_OPINION = 300;

  private static final BigDecimal TOLERANCE = new BigDecimal("1e-30");
  private static final MathContext SHOWN = new MathContext(17);

  /** Compares both sides at 60 digits, and where they differ again at 300. */
  Verdict at(List<Expr> inputs, List<BigDecimal> point) {
    Verdict first = at(inputs, point, DIGITS);
    return first instanceof Verdict.Broken ? at(inputs, point, DIGITS_OF_SECOND_OPINION) : first;
  }

  private Verdict at(List<Expr> inputs, List<BigDecimal> point, int digits) {
    Graph graph = new Graph(inputs, List.of(left, right));
    HighPrecisionEvaluator values = new HighPrecisionEvaluator(graph, point, digits);
    Outcome one = values.value(left);
    Outcome other = values.value(right);
    if (!one.isReal() || !other.isReal()) {
      return new Verdict.Undefined((one.isReal() ? other : one).toString());
    }
    return isClose(one.real(), other.real(), TOLERANCE)
        ? Verdict.holds()
        : new Verdict.Broken(shown(one.real()) + " is not " + shown(other.real()));
  }

  /** |left − right| ≤ tolerance·(1 + |left| + |right|). */
  static boolean isClose(BigDecimal left, BigDecimal right, BigDecimal tolerance) {
    BigDecimal scale = left.abs().add(right.abs()).add(BigDecimal.ONE);
    return left.subtract(right).abs().compareTo(scale.multiply(tolerance)) <= 0;
  }

  /** A number as people read it. */
  static String shown(BigDecimal value) {
    BigDecimal rounded = value.round(SHOWN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toString();
  }
}
