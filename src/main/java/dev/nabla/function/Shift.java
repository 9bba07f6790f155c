package dev.nabla.function;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * From x to end = x + steps, where asymptotic series reach the wanted digits.
 *
 * @param end where the series is used
 * @param steps how many steps of 1 lead there
 * @param product x·(x + 1)·…·(end − 1)
 */
record Shift(BigDecimal end, int steps, BigDecimal product) {
  /** For x &gt; 0; the least term of the series for order n is about e^−2πy at y + n. */
  static Shift of(BigDecimal x, int order, int digits) {
    MathContext context = DecimalMath.context(digits);
    BigDecimal enough = BigDecimal.valueOf(order + 10 + digits / 2);
    BigDecimal product = BigDecimal.ONE;
    BigDecimal end = x;
    int steps = 0;
    while (end.compareTo(enough) < 0) {
      product = product.multiply(end, context);
      end = end.add(BigDecimal.ONE);
      steps++;
    }
    return new Shift(end, steps, product);
  }
}
