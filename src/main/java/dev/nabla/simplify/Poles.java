package dev.nabla.simplify;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The polynomials whose zeros are where an expression has no value. */
final class Poles {
  private final QuotientRing ring;
  private final UnaryOperator<Multinomial> base;
  private final List<Pole> poles = new ArrayList<>();

  /**
   * No poles yet.
   *
   * @param base what vanishes where a factor does: x for xⁿ
   */
  Poles(QuotientRing ring, UnaryOperator<Multinomial> base) {
    this.ring = ring;
    this.base = base;
  }

  /**
   * The zeros of a polynomial.
   *
   * @param below what stands below it, so that where these vanish it need not be a pole
   */
  private record Pole(Multinomial zero, Set<Multinomial> below) {}

  /** The expression is divided by the polynomial. */
  void add(Multinomial zero) {
    poles.add(new Pole(zero, Set.of()));
  }

  /** The expression is divided by the quotient: 1/(1 + x^(n − 1)) may have a value at 0. */
  void add(Quotient quotient) {
    Set<Multinomial> below = new LinkedHashSet<>();
    for (Map.Entry<Multinomial, Integer> entry : quotient.denominator().entrySet()) {
      if (entry.getValue() > 0) {
        below.add(entry.getKey());
      } else {
        add(entry.getKey());
      }
    }
    poles.add(new Pole(ring.reduce(quotient.numerator()), below));
  }

  /** Whether the expression has no value where the factor is 0. */
  boolean contains(Multinomial factor) {
    return proper().anyMatch(zero -> vanishes(zero, factor));
  }

  /** Whether a pole is 0 where the factor is: (1 − sin)² divides cos⁴. */
  private boolean vanishes(Multinomial pole, Multinomial factor) {
    Multinomial square = ring.product(pole, pole);
    return ring.divide(square, factor).isPresent()
        || (pole.size() == 1
            && factor.size() > 1
            && ring.divide(ring.product(square, square), factor).isPresent());
  }

  /** Whether the polynomial is 0 only where the expression has no value. */
  boolean cover(Multinomial polynomial) {
    Multinomial rest = polynomial;
    for (Multinomial zero : proper().toList()) {
      Multinomial common = ring.factors().greatestCommonDivisor(rest, zero);
      while (!common.isConstant()) {
        rest = rest.divide(common).orElseThrow();
        common = ring.factors().greatestCommonDivisor(rest, zero);
      }
    }
    return rest.isConstant();
  }

  /** All of them, whatever stands below. */
  Stream<Multinomial> zeros() {
    return poles.stream().map(Pole::zero);
  }

  private Stream<Multinomial> proper() {
    return poles.stream().filter(this::isProper).map(Pole::zero);
  }

  private boolean isProper(Pole pole) {
    return pole.below().stream()
        .map(base)
        .allMatch(
            factor ->
                poles.stream()
                    .filter(other -> other.below().isEmpty())
                    .anyMatch(other -> ring.divide(other.zero(), factor).isPresent()));
  }
}
