package dev.nabla.simplify;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.check.Graph;
import dev.nabla.check.HighPrecisionEvaluator;
import dev.nabla.check.Outcome;
import dev.nabla.expr.Expr;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

/** Whatever the expression: same value, no smaller domain, lost conditions named, no longer. */
class SimplifierPropertyTest {
  private static final int DIGITS = 50;
  private static final BigDecimal TOLERANCE = new BigDecimal("1e-25");
  private static final BigDecimal HUGE = new BigDecimal("1e15");

  /** With exact reciprocals: the floor of y/y, computed as 0.999…, is another number. */
  private static final List<String> VALUES =
      List.of("0", "1", "-1", "0.5", "-0.5", "2", "-2", "0.25", "4", "-0.125");

  @Property(tries = 300, seed = "20", shrinking = ShrinkingMode.OFF)
  void valueAndDomainAreKept(@ForAll long seed, @ForAll @IntRange(min = 1, max = 14) int size) {
    Entangled entangled = new Entangled(seed, size);
    Expr before = entangled.root();
    Simplification after = new Simplifier(entangled.pool(), List.of()).simplify(before);
    List<Expr> roots = new ArrayList<>(List.of(before, after.expr()));
    roots.addAll(after.sideConditions());
    Graph graph = new Graph(entangled.variables(), roots);
    Random random = new Random(seed);
    for (int i = 0; i < 8; i++) {
      List<BigDecimal> point = new ArrayList<>();
      for (int k = 0; k < entangled.variables().size(); k++) {
        point.add(new BigDecimal(VALUES.get(random.nextInt(VALUES.size()))));
      }
      compare(entangled, before, after, new HighPrecisionEvaluator(graph, point, DIGITS), point);
    }
  }

  private static void compare(
      Entangled entangled,
      Expr before,
      Simplification after,
      HighPrecisionEvaluator at,
      List<BigDecimal> point) {
    Outcome left = at.value(before);
    Outcome right = at.value(after.expr());
    if (left.isReal() && left.real().abs().compareTo(HUGE) < 0) {
      assertTrue(
          right.isReal() && agree(left.real(), right.real()),
          () ->
              entangled.text(before)
                  + " became "
                  + entangled.text(after.expr())
                  + " at "
                  + point
                  + ": "
                  + left
                  + ", "
                  + right);
    } else if (!left.isReal() && right.isReal()) {
      assertTrue(
          after.sideConditions().stream().anyMatch(condition -> !holds(at.value(condition))),
          () ->
              entangled.text(before)
                  + " became "
                  + entangled.text(after.expr())
                  + ", which is defined at "
                  + point
                  + ", and no condition says so: "
                  + after.sideConditions().stream().map(entangled::condition).toList());
    }
  }

  private static boolean holds(Outcome outcome) {
    return outcome instanceof Outcome.Truth truth && truth.holds();
  }

  private static boolean agree(BigDecimal left, BigDecimal right) {
    BigDecimal scale = left.abs().add(BigDecimal.ONE);
    return left.subtract(right).abs().compareTo(scale.multiply(TOLERANCE)) <= 0;
  }

  @Property(tries = 300, seed = "21", shrinking = ShrinkingMode.OFF)
  void aSecondTimeChangesNothing(@ForAll long seed, @ForAll @IntRange(min = 1, max = 14) int size) {
    Entangled entangled = new Entangled(seed, size);
    Expr once = new Simplifier(entangled.pool(), List.of()).simplify(entangled.root()).expr();
    Expr twice = new Simplifier(entangled.pool(), List.of()).simplify(once).expr();
    assertSame(once, twice, () -> entangled.text(once) + " became " + entangled.text(twice));
  }

  @Property(tries = 300, seed = "22", shrinking = ShrinkingMode.OFF)
  void theResultIsNoLonger(@ForAll long seed, @ForAll @IntRange(min = 1, max = 14) int size) {
    Entangled entangled = new Entangled(seed, size);
    Simplifier simplifier = new Simplifier(entangled.pool(), List.of());
    Expr result = simplifier.simplify(entangled.root()).expr();
    assertTrue(simplifier.cost(result) <= simplifier.cost(entangled.root()));
  }
}
