package dev.nabla.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class UlpDistanceTest {
  private static double ulps(double computed, String exact) {
    return UlpDistance.of(computed, new BigDecimal(exact), BigDecimal.ZERO);
  }

  @Test
  void theNearestDoubleIsWithinHalfAUlp() {
    assertEquals(0.0, ulps(0.5, "0.5"));
    assertTrue(ulps(0.1, "0.1") <= 0.5);
    assertEquals(0.1, ulps(1.0, "1.00000000000000002220446049250313"), 1e-6);
  }

  @Test
  void neighboursAreOneUlpApart() {
    assertEquals(1.0, ulps(Math.nextUp(3.0), "3"));
    assertEquals(1.0, ulps(Math.nextDown(-3.0), "-3"));
  }

  @Test
  void subnormalsAreMeasuredInTheSmallestDouble() {
    assertEquals(0.4, ulps(Double.MIN_VALUE, "2.96439387504747926e-324"), 1e-6);
    assertEquals(2.0, ulps(2 * Double.MIN_VALUE, "0"));
    assertTrue(ulps(0.0, "1e-400") < 1e-70);
  }

  @Test
  void whatTheReferenceDoesNotKnowIsNoError() {
    assertEquals(0.0, UlpDistance.of(1e-60, BigDecimal.ZERO, new BigDecimal("1e-59")));
    assertTrue(UlpDistance.of(1e-58, BigDecimal.ZERO, new BigDecimal("1e-59")) > 1e200);
  }

  @Test
  void anOverflowIsRightWhereTheExactValueIsTooLarge() {
    assertEquals(0.0, ulps(Double.POSITIVE_INFINITY, "1e400"));
    assertEquals(Double.POSITIVE_INFINITY, ulps(Double.NEGATIVE_INFINITY, "1e400"));
    assertEquals(Double.POSITIVE_INFINITY, ulps(Double.MAX_VALUE, "1e400"));
    assertEquals(Double.POSITIVE_INFINITY, ulps(Double.POSITIVE_INFINITY, "1e300"));
    assertEquals(Double.POSITIVE_INFINITY, ulps(Double.NaN, "1"));
  }
}
