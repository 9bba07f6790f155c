package dev.nabla.testing;

import dev.nabla.check.Graph;
import dev.nabla.check.HighPrecisionEvaluator;
import dev.nabla.check.NumericReference;
import dev.nabla.check.Outcome;
import dev.nabla.check.ReferencePartial;
import dev.nabla.check.ReferencePoint;
import dev.nabla.expr.Expr;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** ∂f/∂x as stated against differences of f in high precision, which know no rule. */
final class NumericAgreement {
  private static final int DIGITS = 60;
  private static final BigDecimal TOLERANCE = new BigDecimal("1e-15");

  /** What two zeros may be apart by. */
  private static final BigDecimal NOTHING = new BigDecimal("1e-25");

  private final List<Expr> inputs;
  private final List<Integer> wrt;
  private final List<Expr> stated;
  private final NumericReference reference;
  private final Graph graph;

  /**
   * A comparison for one function.
   *
   * @param wrt the positions among the inputs of the variables
   * @param stated the derivative for each of those
   */
  NumericAgreement(List<? extends Expr> inputs, Expr f, List<Integer> wrt, List<Expr> stated) {
    this.inputs = List.copyOf(inputs);
    this.wrt = List.copyOf(wrt);
    this.stated = List.copyOf(stated);
    this.reference = new NumericReference(this.inputs, List.of(f), this.wrt);
    this.graph = new Graph(this.inputs, this.stated);
  }

  /** Whether the derivatives agree at a point; undefined where none of them exists. */
  Verdict at(double[] point) {
    ReferencePoint exact = reference.at(point);
    if (!exact.value(0).isReal()) {
      return new Verdict.Undefined("the function has no value: " + exact.value(0));
    }
    List<BigDecimal> decimals = Arrays.stream(point).mapToObj(BigDecimal::new).toList();
    HighPrecisionEvaluator values = new HighPrecisionEvaluator(graph, decimals, DIGITS);
    Verdict result = new Verdict.Undefined("the function has no derivative");
    for (int column = 0; column < wrt.size(); column++) {
      Verdict verdict = compare(exact.column(column).get(0), values.value(stated.get(column)));
      if (verdict instanceof Verdict.Broken) {
        return verdict;
      }
      result = verdict.isDefined() ? verdict : result;
    }
    return result;
  }

  private static Verdict compare(ReferencePartial exact, Outcome stated) {
    if (!(exact instanceof ReferencePartial.Derivative derivative)) {
      return new Verdict.Undefined(exact.toString());
    }
    if (!stated.isReal()) {
      return new Verdict.Broken(
          "the derivative has no value where differences give "
              + Equation.shown(derivative.value()));
    }
    BigDecimal error = stated.real().subtract(derivative.value()).abs();
    BigDecimal allowed = derivative.value().abs().multiply(TOLERANCE).add(derivative.uncertainty());
    return error.compareTo(allowed.add(NOTHING)) <= 0
        ? Verdict.holds()
        : new Verdict.Broken(
            "the derivative is "
                + Equation.shown(stated.real())
                + ", differences give "
                + Equation.shown(derivative.value()));
  }
}
