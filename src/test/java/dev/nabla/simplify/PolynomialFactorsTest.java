package dev.nabla.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.expr.Rational;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

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

  private static final Multinomial X = Multinomial.variable(0, 1);
  private static final Multinomial Y = Multinomial.variable(1, 1);
  private static final Multinomial Z = Multinomial.variable(2, 1);

  private static Multinomial number(long value) {
    return Multinomial.constant(Rational.of(value));
  }

  private static final Multinomial SUM = X.add(Y).add(number(1));
  private static final Multinomial SQUARE = X.multiply(X).add(Y.multiply(Z)).add(number(2));
  private static final Multinomial OTHER = Y.multiply(Y).add(X.multiply(Z)).subtract(number(3));

  @Test
  void theDivisorOfProductsIsWhatTheyShare() {
    PolynomialFactors factors = new PolynomialFactors(WORK);
    Multinomial left = SUM.multiply(SQUARE).multiply(X);
    Multinomial right = SUM.multiply(OTHER).multiply(X.multiply(Y));
    assertEquals(SUM.multiply(X), factors.greatestCommonDivisor(left, right));
    assertEquals(SUM.multiply(X), factors.greatestCommonDivisor(right, left));
    assertEquals(Multinomial.ONE, factors.greatestCommonDivisor(SQUARE, OTHER));
    assertEquals(SUM, factors.greatestCommonDivisor(SUM.scale(Rational.of(-4)), Multinomial.ZERO));
    assertEquals(SQUARE, factors.greatestCommonDivisor(SQUARE.multiply(SQUARE), SQUARE));
    // A variable of one of them only cannot be shared.
    assertEquals(
        Y.add(number(1)),
        factors.greatestCommonDivisor(
            Y.add(number(1)).multiply(X.add(Y)), Y.add(number(1)).multiply(Z.add(Y))));
  }

  @Test
  void theContentIsTheDivisorOfTheCoefficientsInOneVariable() {
    PolynomialFactors factors = new PolynomialFactors(WORK);
    Multinomial content = Y.add(number(1));
    Multinomial polynomial = content.multiply(X.multiply(X).add(Y.multiply(X)).add(Z));
    assertEquals(content, factors.content(polynomial, 0));
    assertEquals(Multinomial.ONE, factors.content(polynomial, 1));
  }

  @Test
  void thePowersInAProductAreFound() {
    Multinomial polynomial =
        X.power(4).multiply(SUM.power(3)).multiply(SQUARE.power(2)).multiply(OTHER);
    assertEquals(
        Map.of(X, 4, SUM, 3, SQUARE, 2, OTHER, 1), new PolynomialFactors(WORK).factors(polynomial));
  }

  /** A divisor found within a bound is one; too small a bound finds none. */
  @Test
  void tooMuchWorkIsGivenUp() {
    Multinomial left = SUM.multiply(SQUARE);
    Multinomial right = SUM.multiply(OTHER);
    Set<Multinomial> found = new HashSet<>();
    for (int work = 0; work <= 1500; work += 5) {
      found.add(new PolynomialFactors(work).greatestCommonDivisor(left, right));
    }
    assertEquals(Set.of(Multinomial.ONE, SUM), found);
    assertEquals(Multinomial.ONE, new PolynomialFactors(0).greatestCommonDivisor(left, right));
    assertEquals(Map.of(SUM.power(2), 1), new PolynomialFactors(0).factors(SUM.power(2)));
  }
}
