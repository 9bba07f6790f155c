package dev.nabla.check;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.expr.Compare;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Logic;
import dev.nabla.expr.Symbol;
import dev.nabla.function.FunctionTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;
import org.junit.jupiter.api.Test;

class PointSamplerTest {
  private final ExprPool pool = new ExprPool();
  private final Expr x = pool.element(new Symbol("x", Symbol.Kind.VARIABLE, 0));
  private final Expr y = pool.element(new Symbol("y", Symbol.Kind.VARIABLE, 1));

  private List<double[]> points(long seed, Expr... assumptions) {
    PointSampler sampler = new PointSampler(List.of(x, y), List.of(assumptions), seed);
    List<double[]> points = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      points.add(sampler.next().orElseThrow());
    }
    return points;
  }

  private static long count(List<double[]> points, DoublePredicate predicate) {
    return points.stream().filter(point -> predicate.test(point[0])).count();
  }

  private Expr less(Expr left, Expr right) {
    return pool.compare(Compare.Relation.LT, left, right);
  }

  private Expr atMost(Expr left, Expr right) {
    return pool.compare(Compare.Relation.LE, left, right);
  }

  @Test
  void theSameSeedGivesTheSamePoints() {
    List<double[]> first = points(5);
    List<double[]> second = points(5);
    for (int i = 0; i < first.size(); i++) {
      assertArrayEquals(first.get(i), second.get(i));
    }
    assertFalse(first.get(0)[0] == points(6).get(0)[0]);
  }

  @Test
  void mostCoordinatesAreModerateSomeLargeAndSomeSpecial() {
    List<double[]> points = points(1);
    assertTrue(count(points, v -> Math.abs(v) <= 2) > 900);
    assertTrue(count(points, v -> Math.abs(v) > 2) > 20);
    assertTrue(count(points, v -> v == 0) > 5);
    long special = count(points, v -> v == 0 || Math.abs(v) == 1 || Math.abs(v) == 0.5);
    assertTrue(special > 60 && special < 200, () -> "special: " + special);
  }

  @Test
  void pointsSatisfyTheAssumptions() {
    assertEquals(1000, count(points(1, less(pool.zero(), x)), v -> v > 0));
    assertEquals(1000, count(points(1, atMost(pool.one(), x)), v -> v >= 1));
    assertTrue(count(points(1, atMost(pool.one(), x)), v -> v == 1) > 0);
    Expr inside =
        pool.logic(Logic.Connective.AND, List.of(less(pool.num(-1), x), less(x, pool.one())));
    assertEquals(1000, count(points(1, inside), v -> -1 < v && v < 1));
    Expr nonzero = pool.compare(Compare.Relation.NE, x, pool.zero());
    assertEquals(1000, count(points(1, nonzero), v -> v != 0));
    Expr fixed = pool.compare(Compare.Relation.EQ, x, pool.num(3));
    assertEquals(1000, count(points(1, fixed), v -> v == 3));
  }

  @Test
  void anIntervalFarFromZeroIsHit() {
    Expr hundred = pool.num(100);
    assertEquals(1000, count(points(1, less(hundred, x)), v -> v > 100 && v < 300));
    Expr below = less(x, pool.negate(hundred));
    assertEquals(1000, count(points(1, below), v -> v < -100 && v > -300));
    Expr narrow =
        pool.logic(Logic.Connective.AND, List.of(less(hundred, x), less(x, pool.num(101))));
    assertEquals(1000, count(points(1, narrow), v -> v > 100 && v < 101));
  }

  @Test
  void assumptionsBetweenInputsReject() {
    for (double[] point : points(1, less(x, y))) {
      assertTrue(point[0] < point[1]);
    }
  }

  @Test
  void contradictoryAssumptionsGiveNoPoint() {
    PointSampler sampler = new PointSampler(List.of(x, y), List.of(less(x, y), less(y, x)), 1);
    assertTrue(sampler.next().isEmpty());
  }

  @Test
  void whatIsItsOwnFloorIsDrawnWhole() {
    Expr whole = pool.compare(Compare.Relation.EQ, x, pool.apply(FunctionTable.get("floor"), x));
    List<double[]> points = points(1, atMost(pool.one(), x), atMost(x, pool.num(5)), whole);
    for (int k = 1; k <= 5; k++) {
      double expected = k;
      assertTrue(count(points, v -> v == expected) > 150, "often enough " + k);
    }
    assertEquals(1000, count(points(1, whole), v -> v == Math.rint(v)));
    assertEquals(1000, count(points(1, whole, less(pool.num(100), x)), v -> v > 100));
    assertEquals(1000, count(points(1, whole, less(x, pool.num(-100))), v -> v < -100));
  }

  @Test
  void equalInputsAreDrawnOnce() {
    for (double[] point : points(1, pool.compare(Compare.Relation.EQ, y, x))) {
      assertEquals(point[0], point[1]);
    }
  }
}
