package dev.nabla.print;

import dev.nabla.expr.Expr;
import dev.nabla.expr.Num;
import dev.nabla.expr.Power;
import dev.nabla.expr.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Products and powers as formulas: sign · numerator / denominator. */
final class FormulaProducts {
  private final FormulaNumbers numbers;
  private final FactorOrder order;
  private final Function<Expr, Formula> formulas;

  FormulaProducts(FormulaNumbers numbers, FactorOrder order, Function<Expr, Formula> formulas) {
    this.numbers = numbers;
    this.order = order;
    this.formulas = formulas;
  }

  /** ∏ factors: negative powers and the denominator of the coefficient go below the line. */
  Formula formula(List<Expr> factors) {
    Rational coefficient = Rational.ONE;
    List<Expr> above = new ArrayList<>();
    List<Expr> below = new ArrayList<>();
    for (Expr factor : factors) {
      if (factor instanceof Num num) {
        coefficient = num.value();
      } else if (isReciprocal(factor)) {
        below.add(factor);
      } else {
        above.add(factor);
      }
    }
    above.sort(order);
    below.sort(order);
    List<Formula> numerator = new ArrayList<>();
    List<Formula> denominator = new ArrayList<>();
    addCoefficient(coefficient.abs(), numerator, denominator);
    above.forEach(factor -> numerator.add(positive(factor)));
    below.forEach(factor -> denominator.add(inverted((Power) factor)));
    Formula top = numerator.isEmpty() ? new Formula.Numeral("1") : joined(numerator);
    Formula magnitude =
        denominator.isEmpty() ? top : new Formula.Fraction(top, joined(denominator));
    return coefficient.signum() < 0 ? new Formula.Negation(magnitude) : magnitude;
  }

  private void addCoefficient(
      Rational magnitude, List<Formula> numerator, List<Formula> denominator) {
    if (numbers.isNumeral(magnitude)) {
      if (!magnitude.isOne()) {
        numerator.add(numbers.magnitude(magnitude));
      }
      return;
    }
    if (!magnitude.numerator().equals(Rational.ONE.numerator())) {
      numerator.add(numbers.numerator(magnitude));
    }
    denominator.add(numbers.denominator(magnitude));
  }

  private static Formula joined(List<Formula> factors) {
    return factors.size() == 1 ? factors.get(0) : new Formula.Multiplication(List.copyOf(factors));
  }

  /**
   * Whether b^(−q) may be written 1/b^q: the pool must read that as the same node, so b^q must not
   * itself be computed or collected.
   */
  private static boolean isReciprocal(Expr factor) {
    if (!(factor instanceof Power power
        && power.exponent() instanceof Num exponent
        && exponent.value().signum() < 0)) {
      return false;
    }
    if (exponent.value().equals(Rational.MINUS_ONE)) {
      return true;
    }
    if (power.base() instanceof Num base) {
      return !base.value().isZero();
    }
    boolean collects =
        power.base() instanceof Power inner
            && inner.exponent() instanceof Num innerExponent
            && innerExponent.value().signum() < 0
            && exponent.value().isInteger();
    return !collects;
  }

  private Formula inverted(Power power) {
    return exponentiation(power.base(), ((Num) power.exponent()).value().negate());
  }

  private Formula positive(Expr factor) {
    if (!(factor instanceof Power power)) {
      return formulas.apply(factor);
    }
    if (power.exponent() instanceof Num exponent) {
      return exponentiation(power.base(), exponent.value());
    }
    return new Formula.Exponentiation(
        formulas.apply(power.base()), formulas.apply(power.exponent()));
  }

  private Formula exponentiation(Expr base, Rational exponent) {
    Formula formula = formulas.apply(base);
    if (exponent.isOne()) {
      return formula;
    }
    return exponent.equals(Rational.HALF)
        ? new Formula.Root(formula)
        : new Formula.Exponentiation(formula, numbers.signed(exponent));
  }
}
