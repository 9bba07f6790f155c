package dev.nabla.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.expr.Compare;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The assumptions kept are those that are needed, found by a bounded number of trials. */
class RelianceTest {
  private static final int MOST_TRIALS = 64;
  private final ExprPool pool = new ExprPool();
  private final List<List<Expr>> trials = new ArrayList<>();

  private List<Expr> assumptions(int count) {
    return IntStream.range(0, count)
        .mapToObj(k -> pool.element(new Symbol("p" + k, Symbol.Kind.PARAMETER, k)))
        .map(p -> pool.compare(Compare.Relation.LT, pool.zero(), p))
        .toList();
  }

  private List<Expr> reliance(List<Expr> assumptions, List<Expr> needed) {
    trials.clear();
    return Reliance.of(
        assumptions,
        some -> {
          trials.add(some);
          return some.containsAll(needed);
        });
  }

  @Test
  void exactlyWhatIsNeededIsKept() {
    Random random = new Random(5);
    for (int count = 0; count <= 20; count++) {
      List<Expr> all = assumptions(count);
      for (int k = 0; k < 20; k++) {
        List<Expr> needed = all.stream().filter(one -> random.nextInt(3) == 0).toList();
        assertEquals(needed, reliance(all, needed));
      }
    }
  }

  @Test
  void eitherOfTwoThatSufficeIsKeptAlone() {
    List<Expr> all = assumptions(6);
    List<Expr> either = List.of(all.get(1), all.get(4));
    List<Expr> kept = Reliance.of(all, some -> some.stream().anyMatch(either::contains));
    assertEquals(1, kept.size());
    assertTrue(either.containsAll(kept));
  }

  /** One needed of n: at each halving the half without it goes as a whole. */
  @ParameterizedTest
  @CsvSource({"1, 1", "2, 3", "4, 5", "8, 7", "1024, 21", "0, 0"})
  void aNeededOneIsFoundByHalving(int count, int expectedTrials) {
    List<Expr> all = assumptions(count);
    List<Expr> last = all.subList(Math.max(0, count - 1), count);
    assertEquals(last, reliance(all, last));
    assertEquals(expectedTrials, trials.size());
  }

  @Test
  void allGoAtOnceWhereNoneIsNeeded() {
    assertEquals(List.of(), reliance(assumptions(100), List.of()));
    assertEquals(List.of(List.of()), trials);
  }

  @Test
  void theTrialsAreBoundedAndWhatIsKeptSuffices() {
    List<Expr> all = assumptions(100);
    List<Expr> needed = IntStream.range(0, 50).mapToObj(k -> all.get(2 * k)).toList();
    List<Expr> kept = reliance(all, needed);
    assertEquals(MOST_TRIALS, trials.size());
    assertTrue(kept.containsAll(needed));
  }
}
