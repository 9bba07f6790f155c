package dev.nabla.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.expr.Rational;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Divisors and factors of random polynomials in two and three variables. */
class PolynomialFactorsTest {
  private static final int WORK = 1_000_000;

  private static Multinomial random(Random random, int variables) {
    Multinomial result = Multinomial.constant(Rational.of(1 + random.nextInt(3)));
    for (int i = 0; i < 3; i++) {
      Multinomial term = Multinomial.constant(Rational.of(random.nextInt(9) - 4));
      for (int v = 0; v < variables; v++) {
        term = term.multiply(Multinomial.variable(v, random.nextInt(3)));
      }
      result = result.add(term);
    }
    return result;
  }

  @Property(tries = 200, seed = "41", shrinking = ShrinkingMode.OFF)
  void aProductIsDividedByItsFactors(@ForAll long seed) {
    Random random = new Random(seed);
    Multinomial a = random(random, 3);
    Multinomial b = random(random, 3);
    if (!b.isZero()) {
      assertEquals(a, a.multiply(b).divide(b).orElseThrow());
      if (!b.isConstant()) {
        assertFalse(a.multiply(b).add(Multinomial.ONE).divide(b).isPresent());
      }
    }
  }

  @Property(tries = 200, seed = "42", shrinking = ShrinkingMode.OFF)
  void theGreatestCommonDivisorHoldsAllThatIsCommon(@ForAll long seed) {
    Random random = new Random(seed);
    Multinomial a = random(random, 3);
    Multinomial b = random(random, 3);
    Multinomial c = random(random, 3);
    if (a.isZero() || b.isZero() || c.isZero()) {
      return;
    }
    PolynomialFactors factors = new PolynomialFactors(WORK);
    Multinomial common = factors.greatestCommonDivisor(a.multiply(c), b.multiply(c));
    assertTrue(common.divide(c).isPresent());
    Multinomial left = a.multiply(c).divide(common).orElseThrow();
    Multinomial right = b.multiply(c).divide(common).orElseThrow();
    assertTrue(factors.greatestCommonDivisor(left, right).isConstant());
  }

  @Property(tries = 150, seed = "43", shrinking = ShrinkingMode.OFF)
  void theFactorsMultiplyToThePolynomialAndShowItsPowers(@ForAll long seed) {
    Random random = new Random(seed);
    Multinomial a = random(random, 2);
    Multinomial b = random(random, 2);
    if (a.isConstant() || b.isConstant()) {
      return;
    }
    Multinomial polynomial = a.multiply(a).multiply(b);
    Map<Multinomial, Integer> factors = new PolynomialFactors(WORK).factors(polynomial);
    Multinomial product = Multinomial.ONE;
    for (Map.Entry<Multinomial, Integer> factor : factors.entrySet()) {
      product = product.multiply(factor.getKey().power(factor.getValue()));
    }
    assertEquals(polynomial.primitive(), product.primitive());
    assertTrue(
        factors.values().stream().anyMatch(exponent -> exponent >= 2),
        () -> a + " squared, times " + b);
  }
}
