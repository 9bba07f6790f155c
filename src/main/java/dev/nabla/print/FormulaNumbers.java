package dev.nabla.print;

import dev.nabla.expr.Rational;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Rational numbers as formulas: a numeral or p/q, the sign in front. */
final class FormulaNumbers {
  private final NumberStyle style;

  FormulaNumbers(NumberStyle style) {
    this.style = style;
  }

  /** Whether one numeral writes the magnitude. */
  boolean isNumeral(Rational magnitude) {
    return style.numeral(magnitude).isPresent();
  }

  Formula signed(Rational value) {
    Formula magnitude = magnitude(value.abs());
    return value.signum() < 0 ? new Formula.Negation(magnitude) : magnitude;
  }

  Formula magnitude(Rational magnitude) {
    return style
        .numeral(magnitude)
        .<Formula>map(Formula.Numeral::new)
        .orElseGet(() -> new Formula.Fraction(numerator(magnitude), denominator(magnitude)));
  }

  Formula numerator(Rational magnitude) {
    return integer(magnitude.numerator());
  }

  Formula denominator(Rational magnitude) {
    return integer(magnitude.denominator());
  }

  private Formula integer(BigInteger value) {
    return magnitude(Rational.of(new BigDecimal(value)));
  }
}
