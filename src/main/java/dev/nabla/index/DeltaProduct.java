package dev.nabla.index;

import dev.nabla.expr.Delta;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.expr.Num;
import dev.nabla.expr.Product;
import dev.nabla.expr.Select;
import dev.nabla.expr.Substitution;
import dev.nabla.expr.Sum;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** δ(i, j)·a_j = δ(i, j)·a_i, and a·[condition]·b = [condition]·a·b. */
final class DeltaProduct {
  private final IndexAlgebra algebra;
  private final ExprPool pool;

  DeltaProduct(IndexAlgebra algebra) {
    this.algebra = algebra;
    this.pool = algebra.pool();
  }

  /** The product, of operands in normal form. */
  Expr of(Product product) {
    Optional<Expr> guard = product.factors().stream().filter(DeltaProduct::isGuard).findFirst();
    if (guard.isPresent()) {
      Select select = (Select) guard.get();
      List<Expr> factors = new ArrayList<>(product.factors());
      factors.remove(select);
      factors.add(select.whenTrue());
      IndexAlgebra inside = algebra.within(algebra.ranges().where(select.condition()));
      return algebra.guarded(select.condition(), inside.normalize(pool.product(factors)));
    }
    Optional<Expr> guards =
        product.factors().stream().filter(DeltaProduct::isSumOfGuards).findFirst();
    if (guards.isPresent()) {
      return distributed(product, (Sum) guards.get());
    }
    List<Expr> done = new ArrayList<>();
    List<Expr> rest = new ArrayList<>(product.factors());
    boolean changed = false;
    while (true) {
      Optional<Expr> next = rest.stream().filter(factor -> factor instanceof Delta).findFirst();
      if (next.isEmpty()) {
        break;
      }
      Delta delta = (Delta) next.get();
      rest.remove(delta);
      done.add(delta);
      LinearForm form = LinearForm.of(pool.subtract(delta.left(), delta.right()));
      Optional<Index> latest =
          form.solvable().stream().max(Comparator.comparingInt(algebra.ranges()::order));
      if (latest.isPresent()) {
        Expr value = form.solve(pool, latest.get());
        Substitution substitution = new Substitution(pool, Map.of(latest.get(), value));
        for (int i = 0; i < rest.size(); i++) {
          Expr image = substitution.apply(rest.get(i));
          changed |= image != rest.get(i);
          rest.set(i, image);
        }
      }
    }
    if (!changed) {
      return product;
    }
    done.addAll(rest);
    return algebra.normalize(pool.product(done));
  }

  /** a·([c]·b + d) = [c]·a·b + a·d, so that terms under one condition can be joined. */
  private Expr distributed(Product product, Sum sum) {
    List<Expr> others = new ArrayList<>(product.factors());
    others.remove(sum);
    List<Expr> plain = new ArrayList<>();
    List<Expr> terms = new ArrayList<>();
    for (Expr term : sum.terms()) {
      if (isGuard(term)) {
        List<Expr> factors = new ArrayList<>(others);
        factors.add(term);
        terms.add(algebra.normalize(pool.product(factors)));
      } else {
        plain.add(term);
      }
    }
    others.add(pool.sum(plain));
    terms.add(algebra.normalize(pool.product(others)));
    return algebra.normalize(pool.sum(terms));
  }

  private static boolean isSumOfGuards(Expr factor) {
    return factor instanceof Sum sum && sum.terms().stream().anyMatch(DeltaProduct::isGuard);
  }

  /** Whether the factor is 0 where its condition on indices fails. */
  static boolean isGuard(Expr factor) {
    return factor instanceof Select select
        && select.whenFalse() instanceof Num num
        && num.value().isZero()
        && select.condition().isIndexed();
  }
}
