package dev.nabla.symja;

import dev.nabla.check.NumericReference;
import dev.nabla.check.Outcome;
import dev.nabla.check.ReferencePartial;
import dev.nabla.expr.Expr;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Two closed forms of ∂f/∂x, and the function itself, whose differences say who is right. */
final class Arbitration {
  private static final int REFERENCE_DIGITS = 15;

  private final NumericReference reference;
  private final NumericComparison forms;
  private int agreements;
  private Optional<Opinion.Dispute> worst = Optional.empty();

  Arbitration(OracleModel model, int row, int column, Expr theirs) {
    List<Expr> inputs = model.variables();
    this.reference =
        new NumericReference(
            inputs, List.of(model.functions().get(row)), List.of(model.wrt().get(column)));
    this.forms = new NumericComparison(inputs, model.partial(row, column), theirs);
  }

  /** Compares at one more point. */
  void compareAt(double[] point) {
    if (isDecided()) {
      return;
    }
    switch (forms.at(point)) {
      case EQUAL -> agreements++;
      case DIFFERENT, ONLY_RIGHT -> dispute(point).ifPresent(this::keepWorse);
      case ONLY_LEFT, NEITHER -> {
        // Where Symja's form has no value it says nothing.
      }
    }
  }

  private boolean isDecided() {
    return worst.filter(dispute -> dispute.verdict() == Opinion.Verdict.NABLA_WRONG).isPresent();
  }

  /** The number of points at which both forms have the same value. */
  int agreements() {
    return agreements;
  }

  /** The dispute that speaks most against Nabla. */
  Optional<Opinion.Dispute> worst() {
    return worst;
  }

  private void keepWorse(Opinion.Dispute dispute) {
    if (worst.isEmpty() || dispute.verdict().compareTo(worst.get().verdict()) > 0) {
      worst = Optional.of(dispute);
    }
  }

  /** At a kink, or where the function has no value, both forms may say what they like. */
  private Optional<Opinion.Dispute> dispute(double[] point) {
    ReferencePartial exact = reference.at(point).column(0).get(0);
    if (exact instanceof ReferencePartial.Derivative derivative) {
      return judged(point, derivative);
    }
    return exact instanceof ReferencePartial.Unresolved
        ? Optional.of(described(point, "unresolved", Opinion.Verdict.OPEN))
        : Optional.empty();
  }

  private Optional<Opinion.Dispute> judged(double[] point, ReferencePartial.Derivative exact) {
    boolean nabla = confirms(exact, forms.left(point));
    boolean symja = confirms(exact, forms.right(point));
    if (nabla && symja) {
      return Optional.empty();
    }
    Opinion.Verdict verdict =
        nabla
            ? Opinion.Verdict.SYMJA_WRONG
            : symja ? Opinion.Verdict.NABLA_WRONG : Opinion.Verdict.BOTH_WRONG;
    return Optional.of(described(point, number(exact.value()), verdict));
  }

  private static boolean confirms(ReferencePartial.Derivative exact, Outcome outcome) {
    if (!(outcome instanceof Outcome.Real number)) {
      return false;
    }
    BigDecimal gap = number.value().subtract(exact.value()).abs();
    BigDecimal allowed =
        exact.value().abs().scaleByPowerOfTen(-REFERENCE_DIGITS).add(exact.uncertainty());
    return gap.compareTo(allowed) <= 0;
  }

  private Opinion.Dispute described(double[] point, String exact, Opinion.Verdict verdict) {
    return new Opinion.Dispute(
        Arrays.stream(point).boxed().toList(),
        text(forms.left(point)),
        text(forms.right(point)),
        exact,
        verdict);
  }

  private static String text(Outcome outcome) {
    return outcome instanceof Outcome.Real number ? number(number.value()) : "no value";
  }

  private static String number(BigDecimal value) {
    return Double.toString(value.doubleValue());
  }
}
