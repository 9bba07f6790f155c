package dev.nabla.expr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Exact arithmetic against integers. */
class RationalTest {
  /** Whether q = numerator/denominator, in lowest terms with a positive denominator. */
  private static void assertIs(BigInteger numerator, BigInteger denominator, Rational q) {
    assertEquals(numerator.multiply(q.denominator()), q.numerator().multiply(denominator));
    assertEquals(BigInteger.ONE, q.numerator().gcd(q.denominator()));
    assertTrue(q.denominator().signum() > 0);
  }

  @Property(seed = "61", tries = 300)
  void theFieldOperationsAreThoseOfFractions(
      @ForAll @IntRange(min = -40, max = 40) int a,
      @ForAll @IntRange(min = 1, max = 12) int b,
      @ForAll @IntRange(min = -40, max = 40) int c,
      @ForAll @IntRange(min = 1, max = 12) int d) {
    Rational p = Rational.of(a, b);
    Rational q = Rational.of(c, -d).negate();
    BigInteger product = BigInteger.valueOf((long) b * d);
    assertIs(BigInteger.valueOf((long) a * d + (long) c * b), product, p.add(q));
    assertIs(BigInteger.valueOf((long) a * d - (long) c * b), product, p.subtract(q));
    assertIs(BigInteger.valueOf((long) a * c), product, p.multiply(q));
    if (c != 0) {
      assertIs(BigInteger.valueOf((long) a * d), BigInteger.valueOf((long) b * c), p.divide(q));
    }
    assertEquals(Integer.compare(a * d, c * b), p.compareTo(q));
    assertEquals(Integer.signum(a), p.signum());
    assertIs(BigInteger.valueOf(Math.abs(a)), BigInteger.valueOf(b), p.abs());
    assertEquals(a % b == 0, p.isInteger());
    assertEquals(a % b == 0, p.isInt());
    assertEquals(a == 0, p.isZero());
    assertEquals(a == b, p.isOne());
    assertEquals((double) a / b, p.doubleValue());
    assertEquals(a % b == 0 ? "" + a / b : p.numerator() + "/" + p.denominator(), p.toString());
  }

  @Property(seed = "62", tries = 200)
  void aPowerIsRepeatedMultiplication(
      @ForAll @IntRange(min = -9, max = 9) int a,
      @ForAll @IntRange(min = 1, max = 9) int b,
      @ForAll @IntRange(min = 0, max = 6) int n) {
    Rational base = Rational.of(a, b);
    Rational expected = Rational.ONE;
    for (int i = 0; i < n; i++) {
      expected = expected.multiply(base);
    }
    assertEquals(expected, base.pow(n));
    if (a != 0) {
      assertEquals(Rational.ONE.divide(expected), base.pow(-n));
    } else if (n > 0) {
      assertThrows(ArithmeticException.class, () -> base.pow(-n));
    }
  }

  @Test
  void decimalsAreExact() {
    assertEquals(Rational.of(1, 10), Rational.of(new BigDecimal("0.1")));
    assertEquals(Rational.of(1200), Rational.of(new BigDecimal("1.2e3")));
    assertEquals(Optional.of(new BigDecimal("0.375")), Rational.of(3, 8).decimal());
    assertEquals(Optional.of(new BigDecimal("-0.0625")), Rational.of(-1, 16).decimal());
    assertEquals(Optional.of(new BigDecimal("0.04")), Rational.of(1, 25).decimal());
    assertEquals(Optional.of(new BigDecimal("7")), Rational.of(7).decimal());
    assertEquals(Optional.empty(), Rational.of(1, 30).decimal());
  }

  @Test
  void theNearestDoubleIsFoundAlsoForLongNumbers() {
    BigInteger large = BigInteger.TEN.pow(40).add(BigInteger.ONE);
    assertEquals(1e40, new Rational(large, BigInteger.ONE).doubleValue());
    Rational quotient = new Rational(large, BigInteger.TEN.pow(41).add(BigInteger.valueOf(3)));
    double expected =
        new BigDecimal(quotient.numerator())
            .divide(new BigDecimal(quotient.denominator()), new MathContext(80))
            .doubleValue();
    assertEquals(expected, quotient.doubleValue());
    assertEquals(1.0 / 3, Rational.of(1, 3).doubleValue());
  }

  @Test
  void anIntIsAnIntegerOfThirtyTwoBits() {
    assertEquals(Integer.MAX_VALUE, Rational.of(Integer.MAX_VALUE).intValue());
    assertTrue(Rational.of(Integer.MIN_VALUE).isInt());
    assertFalse(Rational.of(1L + Integer.MAX_VALUE).isInt());
    assertFalse(Rational.of(1, 2).isInt());
  }

  @Test
  void whatIsNoNumberOrTooLargeIsAnError() {
    assertThrows(ArithmeticException.class, () -> Rational.of(1, 0));
    BigInteger largest = BigInteger.ONE.shiftLeft(Rational.MOST_BITS - 1);
    Rational fits = new Rational(largest, BigInteger.ONE);
    assertEquals(fits, Rational.ONE.divide(Rational.ONE.divide(fits)));
    NumberTooLargeException error =
        assertThrows(NumberTooLargeException.class, () -> fits.multiply(Rational.of(2)));
    assertEquals("an exact number here has more than 8192 bits", error.getMessage());
    assertThrows(
        NumberTooLargeException.class, () -> new Rational(BigInteger.ONE, largest.shiftLeft(1)));
  }

  @Test
  void aNumberThatIsNotNegativeIsItsOwnAbsoluteValue() {
    Rational zero = Rational.ZERO;
    assertSame(zero, zero.abs());
  }

  @Property(seed = "63", tries = 200)
  void aSquareRootIsTakenApart(
      @ForAll @IntRange(min = 1, max = 5000) int a, @ForAll @IntRange(min = 1, max = 60) int b) {
    Roots.SquareRoot root = Roots.squareRoot(Rational.of(a, b));
    Rational outside = root.outside();
    assertEquals(Rational.of(a, b), outside.multiply(outside).multiply(root.inside()));
    assertTrue(root.inside().isInteger());
    int inside = root.inside().intValue();
    for (int d = 2; d * d <= inside; d++) {
      assertTrue(inside % (d * d) != 0, inside + " has the factor " + d + "^2");
    }
  }

  @Test
  void theSquareOfALargePrimeIsSeenWhereItIsAll() {
    Rational square = Rational.of(10_007L * 10_007L);
    assertEquals(Rational.of(10_007), Roots.squareRoot(square).outside());
    assertEquals(Rational.ONE, Roots.squareRoot(square).inside());
    Rational last = Rational.of(997L * 997L * 3);
    assertEquals(Rational.of(997), Roots.squareRoot(last).outside());
    assertEquals(Rational.of(3), Roots.squareRoot(last).inside());
  }

  @Property(seed = "64", tries = 200)
  void anExactRootIsFoundWhereThereIsOne(
      @ForAll @IntRange(min = 1, max = 200) int a,
      @ForAll @IntRange(min = 1, max = 60) int b,
      @ForAll @IntRange(min = 2, max = 7) int n) {
    Rational root = Rational.of(a, b);
    assertEquals(Optional.of(root), Roots.exact(root.pow(n), n));
    Rational prime = Rational.of(211);
    assertEquals(Optional.empty(), Roots.exact(root.pow(n).multiply(prime), n));
    assertEquals(Optional.empty(), Roots.exact(root.pow(n).divide(prime), n));
  }
}
