package dev.nabla.simplify;

import java.util.Map;

/**
 * numerator / ∏ factor^exponent.
 *
 * @param denominator factors with their exponents; a negative one stands above the bar
 */
record Quotient(Multinomial numerator, Map<Multinomial, Integer> denominator) {
  static final Quotient ONE = of(Multinomial.ONE);

  static Quotient of(Multinomial numerator) {
    return new Quotient(numerator, Map.of());
  }
}
