package dev.nabla.simplify;

import dev.nabla.expr.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which assumptions a result relies on: a smallest set of them under which it comes out the same.
 *
 * <p>Found by leaving assumptions out, not by watching who reads them: a guard that is read need
 * not lead to a rewrite, and a range that is never asked for may have narrowed another.
 */
public final class Reliance {
  /** Trials in all; with more assumptions the set may not be the smallest, but it suffices. */
  private static final int MOST_TRIALS = 64;

  private final Predicate<List<Expr>> suffices;
  private List<Expr> kept;
  private int trials;

  private Reliance(List<Expr> assumptions, Predicate<List<Expr>> suffices) {
    this.kept = assumptions;
    this.suffices = suffices;
  }

  /**
   * The assumptions relied on.
   *
   * @param assumptions all that were made
   * @param suffices whether the result comes out the same under some of them
   */
  public static List<Expr> of(List<Expr> assumptions, Predicate<List<Expr>> suffices) {
    Reliance reliance = new Reliance(List.copyOf(assumptions), suffices);
    reliance.leaveOut(reliance.kept);
    return reliance.kept;
  }

  /** Leaves out as many of {@code some} as can be: all, else of each half. */
  private void leaveOut(List<Expr> some) {
    if (some.isEmpty() || trials++ >= MOST_TRIALS) {
      return;
    }
    List<Expr> rest = new ArrayList<>(kept);
    rest.removeAll(some);
    if (suffices.test(List.copyOf(rest))) {
      kept = List.copyOf(rest);
    } else if (some.size() > 1) {
      int middle = some.size() / 2;
      leaveOut(some.subList(0, middle));
      leaveOut(some.subList(middle, some.size()));
    }
  }
}
