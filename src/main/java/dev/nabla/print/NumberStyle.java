package dev.nabla.print;

import dev.nabla.expr.Rational;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How exact rationals are written: as the author wrote them; else as a short decimal where the
 * author used decimals, else as p/q.
 */
public final class NumberStyle {
  private static final int SHORT_DECIMAL = 8;
  private static final NumberStyle FRACTIONS = new NumberStyle(Map.of(), false);

  private final Map<Rational, String> written;
  private final boolean decimals;

  private NumberStyle(Map<Rational, String> written, boolean decimals) {
    this.written = written;
    this.decimals = decimals;
  }

  /** Integers and fractions p/q. */
  public static NumberStyle fractions() {
    return FRACTIONS;
  }

  /**
   * The style of a source.
   *
   * @param literals the literals of the source that are not plain digits, by value: 1/10 → {@code
   *     0.1}
   */
  public static NumberStyle of(Map<Rational, String> literals) {
    Map<Rational, String> written = new HashMap<>();
    boolean decimals = false;
    for (Map.Entry<Rational, String> literal : literals.entrySet()) {
      Rational value = literal.getKey();
      String text = literal.getValue().toLowerCase(Locale.ROOT);
      decimals |= !value.isInteger();
      // 2.0 is the integer 2 and prints as one, or every x² would become x^2.0.
      if (value.signum() > 0 && (!value.isInteger() || text.indexOf('e') > 0)) {
        written.put(value, text);
      }
    }
    return new NumberStyle(Map.copyOf(written), decimals);
  }

  /** Whether the source wrote a number that is not an integer as a decimal. */
  public boolean usesDecimals() {
    return decimals;
  }

  /** The single numeral of a number that is not negative; empty where it is written p/q. */
  Optional<String> numeral(Rational magnitude) {
    String text = written.get(magnitude);
    if (text != null) {
      return Optional.of(text);
    }
    if (magnitude.isInteger()) {
      return Optional.of(magnitude.numerator().toString());
    }
    if (!decimals) {
      return Optional.empty();
    }
    int longest = Math.max(SHORT_DECIMAL, magnitude.toString().length());
    return magnitude
        .decimal()
        .map(NumberStyle::decimalText)
        .filter(decimal -> decimal.length() <= longest);
  }

  private static String decimalText(BigDecimal decimal) {
    return decimal.stripTrailingZeros().toString().toLowerCase(Locale.ROOT).replace("e+", "e");
  }
}
