package dev.nabla.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Sets of reals between bounds: whatever is computed from members lies in the result. */
class IntervalTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final double[] BOUNDS = {
    -INFINITY, -1e308, -7, -1, -0.1, 0, Double.MIN_VALUE, 0.3, 1, 3, 1e308, INFINITY
  };
  private static final double[] MEMBERS = {
    -1e308, -8, -7, -1.5, -1, -0.1, -1e-300, 0, Double.MIN_VALUE, 0.1, 0.3, 1, 2, 3, 1e308
  };

  private static Interval random(Random random) {
    int low = random.nextInt(BOUNDS.length);
    int high = low + random.nextInt(BOUNDS.length - low);
    boolean point = low == high && Double.isFinite(BOUNDS[low]);
    return new Interval(
        Math.min(BOUNDS[low], 1e308),
        Math.max(BOUNDS[high], -1e308),
        !point && (low == 0 || random.nextBoolean()),
        !point && (high == BOUNDS.length - 1 || random.nextBoolean()));
  }

  private static boolean contains(Interval interval, BigDecimal value) {
    return isAbove(value, interval.lower(), interval.lowerOpen())
        && isAbove(value.negate(), -interval.upper(), interval.upperOpen());
  }

  private static boolean isAbove(BigDecimal value, double bound, boolean open) {
    if (Double.isInfinite(bound)) {
      return bound < 0;
    }
    int sign = value.compareTo(new BigDecimal(bound));
    return sign > 0 || (sign == 0 && !open);
  }

  private static List<BigDecimal> members(Interval interval) {
    return Arrays.stream(MEMBERS)
        .mapToObj(BigDecimal::new)
        .filter(value -> contains(interval, value))
        .toList();
  }

  @Property(seed = "71", tries = 150)
  void resultsHoldWhatIsComputedFromMembers(@ForAll long seed) {
    Random random = new Random(seed);
    Interval a = random(random);
    Interval b = random(random);
    for (BigDecimal p : members(a)) {
      assertTrue(contains(a.negate(), p.negate()));
      assertTrue(contains(a.union(b), p) && contains(b.union(a), p));
      for (BigDecimal q : members(b)) {
        assertTrue(contains(a.add(b), p.add(q)), () -> p + " + " + q + " of " + a + " and " + b);
        assertTrue(
            contains(a.multiply(b), p.multiply(q)), () -> p + "*" + q + " of " + a + " and " + b);
      }
    }
  }

  @Property(seed = "72", tries = 400)
  void theIntersectionHoldsWhatBothHold(@ForAll long seed) {
    Random random = new Random(seed);
    Interval a = random(random);
    Interval b = random(random);
    for (double member : MEMBERS) {
      BigDecimal value = new BigDecimal(member);
      assertEquals(contains(a, value) && contains(b, value), contains(a.intersect(b), value));
    }
  }

  @Property(seed = "73", tries = 400)
  void signsAreThoseOfAllMembers(@ForAll long seed) {
    Interval a = random(new Random(seed));
    if (a.lower() == Double.MIN_VALUE || a.upper() == Double.MIN_VALUE) {
      return;
    }
    List<BigDecimal> members = members(a);
    if (!members.isEmpty()) {
      assertEquals(members.stream().allMatch(value -> value.signum() > 0), a.isPositive());
      assertEquals(members.stream().allMatch(value -> value.signum() >= 0), a.isNonNegative());
      assertEquals(members.stream().allMatch(value -> value.signum() < 0), a.isNegative());
      assertEquals(members.stream().allMatch(value -> value.signum() <= 0), a.isNonPositive());
      assertEquals(members.stream().allMatch(value -> value.signum() != 0), a.excludesZero());
    }
  }

  @Test
  void exactBoundsStayAsTheyAre() {
    Interval unit = Interval.closed(0, 1);
    assertEquals(Interval.closed(1, 2), unit.add(Interval.closed(1, 1)));
    assertEquals(Interval.open(1, 2), unit.add(Interval.open(1, 1)));
    assertEquals(new Interval(0, 3, false, true), unit.multiply(new Interval(2, 3, true, true)));
    assertEquals(Interval.closed(-1, 0), unit.negate());
    assertEquals(new Interval(-2, -1, false, true), new Interval(1, 2, true, false).negate());
    assertEquals(Interval.closed(6, 8), Interval.closed(2, 2).multiply(Interval.closed(3, 4)));
    assertEquals(Interval.closed(-8, -6), Interval.closed(-2, -2).multiply(Interval.closed(3, 4)));
    assertEquals(Interval.closed(-8, -6), Interval.closed(3, 4).multiply(Interval.closed(-2, -2)));
    assertEquals(Interval.closed(0, 0), Interval.ALL.multiply(Interval.closed(0, 0)));
    assertEquals(Interval.closed(0, 0), Interval.closed(0, 0).multiply(Interval.POSITIVE));
    assertEquals(Interval.ALL, Interval.closed(-1, 1).multiply(Interval.closed(-1, 1)));
    assertEquals(Interval.POSITIVE, Interval.POSITIVE.multiply(Interval.POSITIVE));
    assertEquals(Interval.NON_NEGATIVE, Interval.POSITIVE.multiply(Interval.NON_NEGATIVE));
  }

  @Test
  void inexactBoundsAreRoundedOutwardsByOneUnit() {
    double sum = 0.1 + 0.2;
    Interval added = Interval.closed(0.1, 0.1).add(Interval.closed(0.2, 0.2));
    assertEquals(Interval.closed(Math.nextDown(sum), sum), added);
    double product = 0.1 * 0.1;
    Interval multiplied = Interval.closed(0.1, 0.1).multiply(Interval.closed(0.1, 0.1));
    assertEquals(Math.ulp(product), multiplied.upper() - multiplied.lower());
    Interval huge = Interval.closed(1e308, 1e308);
    assertEquals(Interval.closed(Double.MAX_VALUE, INFINITY), huge.add(huge));
    assertEquals(Interval.closed(Double.MAX_VALUE, INFINITY), huge.multiply(huge));
    Interval tiny = Interval.closed(Double.MIN_VALUE, Double.MIN_VALUE);
    assertEquals(new Interval(0, Double.MIN_VALUE, true, false), tiny.multiply(tiny));
  }
}
