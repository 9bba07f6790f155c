package dev.nabla.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Symbol;
import java.math.BigInteger;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What one reading notes, the next one knows; it is read again only after news. */
class RequirementsTest {
  private final ExprPool pool = new ExprPool();
  private final Expr x = pool.element(new Symbol("x", Symbol.Kind.VARIABLE, 0));
  private final Expr y = pool.element(new Symbol("y", Symbol.Kind.VARIABLE, 1));
  private final Requirements requirements = new Requirements(pool);

  private int scale(Expr base, long denominator) {
    return requirements.scale(base, pool.one(), BigInteger.valueOf(denominator));
  }

  @Test
  void exponentsOfOneBaseHaveACommonDenominator() {
    assertEquals(1, scale(x, 1));
    assertFalse(requirements.takeChanged());
    assertEquals(2, scale(x, 2));
    assertTrue(requirements.takeChanged());
    assertFalse(requirements.takeChanged());
    assertEquals(6, scale(x, 3));
    assertTrue(requirements.takeChanged());
    assertEquals(6, scale(x, 2));
    assertFalse(requirements.takeChanged());
    assertEquals(12, scale(x, 4));
    assertEquals(3, scale(y, 3));
    assertEquals(1, requirements.scale(x, y, BigInteger.ONE));
  }

  @Test
  void aDenominatorHasAtMostSixBits() {
    assertEquals(63, scale(x, 63));
    assertThrows(TooLargeException.class, () -> scale(y, 64));
  }

  @Test
  void exponentsAreSplitOnceTheyShareATerm() {
    assertFalse(requirements.splitsExponents(pool.sum(x, pool.one())));
    assertFalse(requirements.splitsExponents(pool.sum(x, pool.one())));
    assertFalse(requirements.splitsExponents(y));
    assertFalse(requirements.takeChanged());
    assertTrue(requirements.splitsExponents(pool.sum(pool.scale(Rational.of(3), x), y)));
    assertTrue(requirements.takeChanged());
    assertTrue(requirements.splitsExponents(pool.product(x, y)));
    assertFalse(requirements.takeChanged());
  }

  @Test
  void theSignMetFirstDecides() {
    assertTrue(requirements.isNegative(x, true));
    assertTrue(requirements.isNegative(x, false));
    assertFalse(requirements.isNegative(y, false));
  }

  @Test
  void aRadicandIsNewsOnceAndIfItIsRelated() {
    requirements.radicand(x, false);
    assertFalse(requirements.takeChanged());
    requirements.radicand(y, true);
    assertTrue(requirements.takeChanged());
    requirements.radicand(y, true);
    assertFalse(requirements.takeChanged());
    assertEquals(Set.of(x, y), requirements.radicands());
  }

  @Test
  void anglesAreMultiplesOfTheirUnit() {
    assertEquals(Rational.of(3, 2), requirements.unit(new Angle(Rational.of(-3, 2), x)));
    assertFalse(requirements.takeChanged());
    assertEquals(Rational.HALF, requirements.unit(new Angle(Rational.of(2), x)));
    assertTrue(requirements.takeChanged());
    assertEquals(Rational.of(1, 6), requirements.unit(new Angle(Rational.of(2, 3), x)));
    assertTrue(requirements.takeChanged());
    assertEquals(Rational.of(1, 6), requirements.unit(new Angle(Rational.ONE, x)));
    assertFalse(requirements.takeChanged());
    assertEquals(Rational.ONE, requirements.unit(new Angle(Rational.ONE, y)));
  }
}
