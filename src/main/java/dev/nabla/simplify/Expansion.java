package dev.nabla.simplify;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Num;
import dev.nabla.expr.Power;
import dev.nabla.expr.Product;
import dev.nabla.expr.Sum;
import java.util.ArrayList;
import java.util.List;

/** (a + b)·c → a·c + b·c for one sum in each term, denominators left as they are. */
final class Expansion implements Move {
  private static final int MOST_TERMS = 24;

  private final ExprPool pool;

  Expansion(ExprPool pool) {
    this.pool = pool;
  }

  @Override
  public String name() {
    return "expand";
  }

  @Override
  public List<Expr> images(Expr expr) {
    if (!(expr instanceof Sum) && !(expr instanceof Product) && !(expr instanceof Power)) {
      return List.of();
    }
    List<Expr> terms = new ArrayList<>();
    for (Expr term : expr instanceof Sum sum ? sum.terms() : List.of(expr)) {
      terms.addAll(expanded(term));
    }
    Expr image = pool.sum(terms);
    return terms.size() > MOST_TERMS || image == expr ? List.of() : List.of(image);
  }

  private List<Expr> expanded(Expr term) {
    List<Expr> factors = term instanceof Product product ? product.factors() : List.of(term);
    for (int i = 0; i < factors.size(); i++) {
      if (sumOf(factors.get(i)) instanceof Sum sum) {
        List<Expr> rest = new ArrayList<>(factors);
        Expr power = rest.remove(i);
        if (power instanceof Power copies) {
          long n = ((Num) copies.exponent()).value().intValue();
          rest.add(pool.power(sum, n - 1));
        }
        return sum.terms().stream().map(part -> times(rest, part)).toList();
      }
    }
    return List.of(term);
  }

  private Expr times(List<Expr> rest, Expr part) {
    List<Expr> factors = new ArrayList<>(rest);
    factors.add(part);
    return pool.product(factors);
  }

  /** The sum of which the factor is a power with exponent 1, 2, 3 or 4; or the factor itself. */
  private static Expr sumOf(Expr factor) {
    return factor instanceof Power power
            && power.exponent() instanceof Num num
            && num.value().isInt()
            && num.value().intValue() > 1
            && num.value().intValue() <= 4
        ? power.base()
        : factor;
  }
}
