package dev.nabla.resolve;

import dev.nabla.ast.Syntax;
import dev.nabla.expr.Rational;
import dev.nabla.source.NablaException;
import dev.nabla.source.Source;
import java.math.BigDecimal;

/** The exact value of a number as written. */
final class Literals {
  private static final int MOST_CHARACTERS = 1_000;
  private static final int LARGEST_EXPONENT = 400;

  private Literals() {}

  static Rational value(Source source, Syntax.Literal literal) {
    String text = literal.text();
    if (text.length() > MOST_CHARACTERS) {
      throw NablaException.at(
          source, literal.span(), "this number has more than " + MOST_CHARACTERS + " characters");
    }
    BigDecimal decimal;
    try {
      decimal = new BigDecimal(text);
    } catch (NumberFormatException exponentTooLarge) {
      throw outOfRange(source, literal);
    }
    long magnitude = (long) decimal.precision() - decimal.scale() - 1;
    if (decimal.signum() != 0 && Math.abs(magnitude) > LARGEST_EXPONENT) {
      throw outOfRange(source, literal);
    }
    return decimal.signum() == 0 ? Rational.ZERO : Rational.of(decimal);
  }

  private static NablaException outOfRange(Source source, Syntax.Literal literal) {
    return NablaException.at(
        source,
        literal.span(),
        "this number is outside 1e-" + LARGEST_EXPONENT + " … 1e" + LARGEST_EXPONENT);
  }
}
