package dev.nabla.simplify;

import dev.nabla.expr.Apply;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Num;
import dev.nabla.expr.Power;
import dev.nabla.expr.Product;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Sum;
import dev.nabla.expr.Traversal;
import dev.nabla.expr.Unfolding;
import dev.nabla.function.FunctionTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Forms that doubles evaluate without cancellation, for the same values: p − p·tanh²u is p·sech²u.
 *
 * <p>For evaluators only; a person reads the form that was derived. Each form replaces a difference
 * that loses digits where its parts are nearly equal (see Higham, Accuracy and Stability of
 * Numerical Algorithms, §1.7), and holds at every point.
 */
public final class StableForms {
  private final ExprPool pool;
  private final Map<Expr, Expr> memo = new HashMap<>();
  private final Set<Expr> exponentials = new HashSet<>();

  public StableForms(ExprPool pool) {
    this.pool = pool;
  }

  /** The same values in stable form; linear in the DAG. */
  public List<Expr> apply(List<Expr> roots) {
    List<Expr> unfolded = new Unfolding(pool).apply(roots);
    List<Expr> nodes = Traversal.postOrder(unfolded);
    nodes.stream().filter(StableForms::isExponential).forEach(exponentials::add);
    for (Expr node : nodes) {
      memo.computeIfAbsent(node, this::stable);
    }
    return unfolded.stream().map(memo::get).toList();
  }

  private Expr stable(Expr node) {
    List<Expr> children = node.children().stream().map(memo::get).toList();
    Expr rebuilt = children.equals(node.children()) ? node : node.rebuild(pool, children);
    if (rebuilt instanceof Sum sum) {
      return ofSum(sum);
    }
    if (rebuilt instanceof Apply apply && apply.function().name().equals("log")) {
      return ofLog(apply);
    }
    return isExponential(rebuilt) ? ofExponential(rebuilt) : rebuilt;
  }

  private static boolean isExponential(Expr node) {
    return node instanceof Apply apply && apply.function().name().equals("exp");
  }

  /**
   * exp(u + v) = exp(u)·exp(v), where both are computed anyway: that is cheaper, and the rounding
   * of u + v is not amplified by its size.
   */
  private Expr ofExponential(Expr exponential) {
    if (exponential.children().get(0) instanceof Sum sum) {
      List<Expr> factors = sum.terms().stream().map(term -> call("exp", term)).toList();
      if (exponentials.containsAll(factors)) {
        return pool.product(factors);
      }
    }
    return exponential;
  }

  /** log(1 + u) = log1p(u). */
  private Expr ofLog(Apply log) {
    if (log.arguments().get(0) instanceof Sum sum && sum.terms().contains(pool.one())) {
      List<Expr> rest = new ArrayList<>(sum.terms());
      rest.remove(pool.one());
      return pool.apply(FunctionTable.get("log1p"), pool.sum(rest));
    }
    return log;
  }

  /** Pairs of terms p and ∓p·g become p·(1 ∓ g) in its stable form. */
  private Expr ofSum(Sum sum) {
    Set<Expr> terms = new LinkedHashSet<>(sum.terms());
    for (Expr term : sum.terms()) {
      if (terms.contains(term)) {
        combine(term, terms);
      }
    }
    return terms.size() == sum.terms().size() ? sum : pool.sum(terms);
  }

  private void combine(Expr term, Set<Expr> terms) {
    List<Expr> factors = term instanceof Product product ? product.factors() : List.of(term);
    for (int i = 0; i < factors.size(); i++) {
      for (Split split : splits(factors.get(i))) {
        List<Expr> others = new ArrayList<>(factors);
        others.set(i, split.rest());
        Expr partner = pool.product(others);
        Expr opposite = pool.negate(partner);
        if (terms.contains(opposite)) {
          terms.remove(term);
          terms.remove(opposite);
          terms.add(pool.product(opposite, split.oneMinus()));
          return;
        }
        if (split.onePlus().isPresent() && terms.contains(partner)) {
          terms.remove(term);
          terms.remove(partner);
          terms.add(pool.product(partner, split.onePlus().get()));
          return;
        }
      }
    }
  }

  /**
   * A factor as rest·g.
   *
   * @param rest what is left of the factor without g
   * @param oneMinus 1 − g without cancellation
   * @param onePlus 1 + g without cancellation, where that needs a form of its own
   */
  private record Split(Expr rest, Expr oneMinus, Optional<Expr> onePlus) {}

  private List<Split> splits(Expr factor) {
    if (factor instanceof Apply apply) {
      return ofApply(apply).stream().toList();
    }
    if (factor instanceof Power power && power.exponent() == pool.num(2)) {
      return List.of(ofSquare(power.base()));
    }
    if (factor instanceof Power power
        && power.base() instanceof Apply apply
        && power.exponent() instanceof Num exponent
        && exponent.value().isInt()
        && exponent.value().intValue() >= 2) {
      int n = exponent.value().intValue();
      if (apply.function().name().equals("tanh")) {
        Expr sech = call("sech", apply.arguments().get(0));
        Expr rest = pool.power(apply, n - 2L);
        return List.of(new Split(rest, pool.power(sech, 2), Optional.empty()));
      }
    }
    return List.of();
  }

  /** 1 − u² = (1 − u)·(1 + u), and 1 − tanh²u = sech²u. */
  private Split ofSquare(Expr base) {
    if (base instanceof Apply apply && apply.function().name().equals("tanh")) {
      Expr sech = call("sech", apply.arguments().get(0));
      return new Split(pool.one(), pool.power(sech, 2), Optional.empty());
    }
    Expr factored = pool.product(pool.subtract(pool.one(), base), pool.sum(pool.one(), base));
    return new Split(pool.one(), factored, Optional.empty());
  }

  private Optional<Split> ofApply(Apply apply) {
    Expr u = apply.arguments().get(0);
    return switch (apply.function().name()) {
      case "erf" -> split(call("erfc", u), Optional.of(call("erfc", pool.negate(u))));
      case "sigmoid" -> split(call("sigmoid", pool.negate(u)), Optional.empty());
      case "exp" -> split(pool.negate(call("expm1", u)), Optional.empty());
      case "cos" -> {
        Expr half = call("sin", pool.scale(Rational.HALF, u));
        yield split(pool.product(pool.num(2), pool.power(half, 2)), Optional.empty());
      }
      default -> Optional.empty();
    };
  }

  private Optional<Split> split(Expr oneMinus, Optional<Expr> onePlus) {
    return Optional.of(new Split(pool.one(), oneMinus, onePlus));
  }

  private Expr call(String function, Expr argument) {
    return pool.apply(FunctionTable.get(function), argument);
  }
}
