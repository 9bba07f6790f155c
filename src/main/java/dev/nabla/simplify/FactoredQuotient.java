package dev.nabla.simplify;

import dev.nabla.expr.Rational;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * coefficient·∏ factor^exponent.
 *
 * @param factors variables and sums with their exponents, negative ones below the bar
 */
record FactoredQuotient(Rational coefficient, Map<Multinomial, Integer> factors) {
  int exponent(Multinomial factor) {
    return factors.getOrDefault(factor, 0);
  }

  /** The product with number·∏ factor^exponent. */
  FactoredQuotient times(Rational number, Map<Multinomial, Integer> others) {
    Map<Multinomial, Integer> product = new LinkedHashMap<>(factors);
    others.forEach(
        (factor, e) ->
            product.merge(factor, e, (x, y) -> x + y == 0 ? null : Integer.valueOf(x + y)));
    product.values().removeIf(e -> e == 0);
    return new FactoredQuotient(coefficient.multiply(number), product);
  }

  /** The number of the variable that a factor is, or −1 for a sum. */
  static int variable(Multinomial factor) {
    return factor.size() == 1 ? factor.terms().firstKey().width() - 1 : -1;
  }
}
