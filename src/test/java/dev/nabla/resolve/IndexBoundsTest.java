package dev.nabla.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.expr.Num;
import dev.nabla.expr.Substitution;
import dev.nabla.expr.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What is refused for symbolic sizes is outside for every size; what is plainly outside is. */
class IndexBoundsTest {
  private final ExprPool pool = new ExprPool();
  private final Expr n = pool.element(new Symbol("n", Symbol.Kind.DIMENSION, -1));
  private final Expr m = pool.element(new Symbol("m", Symbol.Kind.DIMENSION, -1));
  private final Index i = pool.index("i");
  private final Index j = pool.index("j");

  /** c₀ + Σ c·leaf, mostly with small coefficients. */
  private Expr affine(Random random, List<Expr> leaves) {
    List<Expr> terms = new ArrayList<>();
    terms.add(pool.num(random.nextInt(5) - 2));
    for (Expr leaf : leaves) {
      if (random.nextInt(3) > 0) {
        terms.add(pool.product(pool.num(random.nextInt(10) < 7 ? 1 : -1), leaf));
      }
    }
    return pool.sum(terms);
  }

  private static int value(ExprPool pool, Expr expr, Map<Expr, Expr> at) {
    return ((Num) new Substitution(pool, at).apply(expr)).value().intValue();
  }

  /** Whether some indices within their ranges lead outside, and whether there are any at all. */
  private record Search(boolean holdsAny, boolean leavesAbove, boolean leavesBelow) {}

  private Search search(List<IndexBounds.Range> ranges, Expr index, Expr size, int nn, int mm) {
    boolean any = false;
    boolean above = false;
    boolean below = false;
    Map<Expr, Expr> sizes = Map.of(n, pool.num(nn), m, pool.num(mm));
    IndexBounds.Range outer = ranges.get(1);
    IndexBounds.Range inner = ranges.get(0);
    for (int a = value(pool, outer.lower(), sizes); a <= value(pool, outer.upper(), sizes); a++) {
      Map<Expr, Expr> at = Map.of(n, pool.num(nn), m, pool.num(mm), i, pool.num(a));
      for (int b = value(pool, inner.lower(), at); b <= value(pool, inner.upper(), at); b++) {
        Map<Expr, Expr> all =
            Map.of(n, pool.num(nn), m, pool.num(mm), i, pool.num(a), j, pool.num(b));
        int position = value(pool, index, all);
        any = true;
        above |= position > value(pool, size, all);
        below |= position < 1;
      }
    }
    return new Search(any, above, below);
  }

  @Property(seed = "20261124", tries = 3000)
  void whatIsRefusedIsOutsideForEverySize(@ForAll long seed) {
    Random random = new Random(seed);
    IndexBounds.Range outer =
        new IndexBounds.Range(i, pool.num(1 + random.nextInt(2)), affine(random, List.of(n)));
    Expr lower = random.nextBoolean() ? pool.one() : affine(random, List.of(i));
    Expr upper = affine(random, random.nextBoolean() ? List.of(n, i) : List.of(m));
    List<IndexBounds.Range> ranges = List.of(new IndexBounds.Range(j, lower, upper), outer);
    Expr index = affine(random, List.of(i, j, n));
    Expr size = random.nextBoolean() ? n : pool.sum(m, n);
    IndexBounds bounds = new IndexBounds(pool, ranges);
    boolean above = bounds.above(index, size).isPresent();
    boolean below = bounds.below(index).isPresent();
    for (int nn = 1; nn <= 5; nn++) {
      for (int mm = 1; mm <= 3; mm++) {
        Search found = search(ranges, index, size, nn, mm);
        if (found.holdsAny()) {
          assertTrue(!above || found.leavesAbove(), "above: " + index + " of " + size);
          assertTrue(!below || found.leavesBelow(), "below: " + index);
        }
      }
    }
  }

  @Property(seed = "20261124", tries = 300)
  void aShiftedIndexIsRefusedJustWhereItLeaves(
      @ForAll @IntRange(min = -3, max = 3) int shift,
      @ForAll @IntRange(min = -2, max = 4) int from,
      @ForAll @IntRange(min = -3, max = 3) int to) {
    IndexBounds.Range range = new IndexBounds.Range(i, pool.num(from), pool.sum(n, pool.num(to)));
    IndexBounds bounds = new IndexBounds(pool, List.of(range));
    Expr index = pool.sum(i, pool.num(shift));
    Optional<Expr> above = bounds.above(index, n);
    assertEquals(to + shift > 0, above.isPresent());
    above.ifPresent(most -> assertEquals(pool.sum(n, pool.num(to + shift)), most));
    Optional<Expr> below = bounds.below(index);
    assertEquals(from + shift < 1, below.isPresent());
    below.ifPresent(least -> assertEquals(pool.num(from + shift), least));
  }
}
