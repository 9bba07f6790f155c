package dev.nabla.check;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Unfolding;
import dev.nabla.resolve.Statements;
import dev.nabla.simplify.StableForms;
import dev.nabla.tape.ErrorBound;
import dev.nabla.tape.Interpreter;
import dev.nabla.tape.Tape;
import dev.nabla.tape.TapeBuilder;
import java.math.BigDecimal;
import java.util.List;

/**
 * ∂f/∂x is what a rule states: defined wherever f has a derivative, equal to the differences of f,
 * and evaluated in doubles to the digits that rounding allows.
 */
final class DerivativeClaim implements RuleClaim {
  private static final BigDecimal TOLERANCE = new BigDecimal("1e-15");
  private static final double ULPS = 4;

  private final String label;
  private final List<Expr> inputs;
  private final List<Expr> domain;
  private final List<Expr> sides;
  private final NumericReference reference;
  private final Tape tape;
  private final ErrorBound bounds;

  DerivativeClaim(ExprPool pool, Statements.Derivative stated) {
    Unfolding unfolding = new Unfolding(pool);
    this.label = stated.label();
    this.inputs = List.copyOf(stated.arguments());
    this.domain = unfolding.apply(stated.domain());
    this.sides = unfolding.apply(List.of(stated.value(), stated.derivative()));
    this.reference = new NumericReference(inputs, sides, List.of(stated.argument()));
    this.tape =
        TapeBuilder.build(
            inputs, new StableForms(pool).apply(List.of(stated.derivative())), List.of());
    this.bounds = new ErrorBound(tape);
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public List<Expr> inputs() {
    return inputs;
  }

  @Override
  public List<Expr> domain() {
    return domain;
  }

  @Override
  public List<Expr> expressions() {
    return sides;
  }

  @Override
  public boolean isDoubleOnly() {
    return !reference.doubleOnly().isEmpty();
  }

  @Override
  public Judgement at(double[] point) {
    ReferencePoint exact = reference.at(point);
    ReferencePartial partial = exact.partial(0, 0);
    if (partial instanceof ReferencePartial.Kink) {
      return new Judgement.Skipped("no derivative by differences");
    } else if (partial instanceof ReferencePartial.NoValue) {
      return new Judgement.Skipped("no value nearby");
    } else if (partial instanceof ReferencePartial.Unresolved) {
      return new Judgement.Skipped("differences that do not settle");
    }
    ReferencePartial.Derivative derivative = (ReferencePartial.Derivative) partial;
    Outcome rule = exact.value(1);
    String expected = "the derivative is " + ShortNumber.of(derivative.value());
    if (!rule.isReal()) {
      return new Judgement.Refuted(expected, "the rule has no value: " + RuleTests.reason(rule));
    }
    ReferencePartial.Derivative stated = exact.certainValue(1);
    double bound = bounds.at(point).valueError(0);
    if (!agree(derivative, stated, isDoubleOnly() ? bound : 0)) {
      String[] texts = ShortNumber.apart(derivative.value(), stated.value());
      return new Judgement.Refuted("the derivative is " + texts[0], "the rule gives " + texts[1]);
    }
    return inDoubles(point, derivative, bound, exact, expected);
  }

  private static boolean agree(
      ReferencePartial.Derivative derivative, ReferencePartial.Derivative stated, double bound) {
    BigDecimal difference = derivative.value().subtract(stated.value()).abs();
    BigDecimal size = derivative.value().abs().add(stated.value().abs());
    BigDecimal allowed =
        derivative.uncertainty().add(stated.uncertainty()).add(size.multiply(TOLERANCE));
    if (Double.isFinite(bound)) {
      allowed = allowed.add(new BigDecimal(bound));
    }
    return difference.compareTo(allowed) <= 0 || bound == Double.POSITIVE_INFINITY;
  }

  /** A rule that is right may still lose all digits in doubles. */
  private Judgement inDoubles(
      double[] point,
      ReferencePartial.Derivative derivative,
      double bound,
      ReferencePoint exact,
      String expected) {
    double[] value = new double[1];
    new Interpreter(tape).evaluate(point, value, new double[0]);
    boolean isBeyond = exact.exceedsDouble(2) || bound == Double.POSITIVE_INFINITY;
    if (!Double.isFinite(value[0])) {
      return isBeyond
          ? new Judgement.Agrees()
          : new Judgement.Refuted(expected, "in doubles the rule gives " + value[0]);
    }
    BigDecimal error = UlpDistance.absolute(value[0], derivative.value(), derivative.uncertainty());
    double allowed = bound + ULPS * Math.ulp(derivative.value().doubleValue());
    boolean holds = isBeyond || Double.isNaN(allowed) || error.doubleValue() <= allowed;
    if (holds) {
      return new Judgement.Agrees();
    }
    String[] texts = ShortNumber.apart(derivative.value(), new BigDecimal(value[0]));
    return new Judgement.Refuted(
        "the derivative is " + texts[0], "in doubles the rule gives " + texts[1]);
  }
}
