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

  /** The product with (v + 1)·(v − 1) as sign·other². */
  FactoredQuotient conjugatesJoined(Multinomial variable, Multinomial other, Rational sign) {
    // Factors have positive leading coefficients, so 1 − v stands as v − 1.
    Multinomial plus = variable.add(Multinomial.ONE);
    Multinomial minus = variable.subtract(Multinomial.ONE);
    int p = exponent(plus);
    int q = exponent(minus);
    if (p == 0 || Integer.signum(p) != Integer.signum(q)) {
      return this;
    }
    int common = Math.min(Math.abs(p), Math.abs(q)) * Integer.signum(p);
    Map<Multinomial, Integer> change = new LinkedHashMap<>();
    change.put(plus, -common);
    change.put(minus, -common);
    change.put(other, 2 * common);
    return times(sign.pow(common), change);
  }

  /** The number of the variable that a factor is, or −1 for a sum. */
  static int variable(Multinomial factor) {
    return factor.size() == 1 ? factor.terms().firstKey().width() - 1 : -1;
  }
}
