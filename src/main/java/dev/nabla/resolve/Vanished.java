package dev.nabla.resolve;

import dev.nabla.expr.Constant;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.expr.Num;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the text holds and its value does without: log(x) of {@code 0*log(x)}. The function still
 * has a value only where all of it has one.
 */
final class Vanished {
  private final ExprPool pool;
  private final List<Expr> met = new ArrayList<>();

  Vanished(ExprPool pool) {
    this.pool = pool;
  }

  void add(Expr expr) {
    boolean isTotal =
        expr instanceof Num
            || expr instanceof Constant
            || expr instanceof Index
            || expr instanceof Element;
    if (!isTotal) {
      met.add(expr);
    }
  }

  void addAll(List<Expr> others) {
    met.addAll(others);
  }

  /** How many there are, to tell later ones from these. */
  int count() {
    return met.size();
  }

  /** Those behind the first {@code count}. */
  List<Expr> since(int count) {
    return List.copyOf(met.subList(count, met.size()));
  }

  /** Those behind the first {@code count} are needed only where a condition holds, or fails. */
  void restrict(int count, Expr condition, boolean holds) {
    for (int i = count; i < met.size(); i++) {
      Expr needed = met.get(i);
      met.set(
          i, pool.select(condition, holds ? needed : pool.zero(), holds ? pool.zero() : needed));
    }
  }

  /** All of them, with the sizes that have been found. */
  List<Expr> all(SizeEquality equality) {
    Set<Expr> all = new LinkedHashSet<>();
    met.forEach(expr -> all.add(equality.complete(expr)));
    return List.copyOf(all);
  }
}
