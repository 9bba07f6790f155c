package dev.nabla.simplify;

import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Num;
import dev.nabla.expr.Power;
import dev.nabla.expr.Product;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Sum;
import dev.nabla.expr.Traversal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * c·x·(c·x)ⁿ → (c·x)ⁿ⁺¹ and cⁿ·(x + y)ⁿ → (c·x + c·y)ⁿ where that is shorter (DLMF 4.4): a factor
 * joins the power of what contains it, as tables write it.
 */
final class JoinedPowers implements Move {
  private static final int MOST_FACTORS = 12;
  private static final int MOST_TERMS = 4;
  private static final Rational LARGEST_STEP = Rational.of(8);

  private final ExprPool pool;
  private final Cost cost;
  private final Cost favouringFactors = Cost.favouringFactors();

  JoinedPowers(ExprPool pool, Cost cost) {
    this.pool = pool;
    this.cost = cost;
  }

  @Override
  public String name() {
    return "joined-powers";
  }

  @Override
  public List<Expr> images(Expr expr) {
    Map<Expr, Expr> images = new HashMap<>();
    for (Expr node : Traversal.postOrder(expr)) {
      List<Expr> children = node.children().stream().map(images::get).toList();
      Expr rebuilt = children.equals(node.children()) ? node : node.rebuild(pool, children);
      images.put(node, apply(rebuilt));
    }
    Expr image = images.get(expr);
    Set<Expr> result = new LinkedHashSet<>(Set.of(image));
    // What is left outside may become shorter: 1/sec·tan.
    result.addAll(steps(image));
    result.remove(expr);
    return List.copyOf(result);
  }

  /** The shorter form, or the node itself. */
  Expr apply(Expr node) {
    Expr result = node;
    for (Expr next = joined(node); next != result; next = joined(next)) {
      result = next;
    }
    return result;
  }

  private Expr joined(Expr node) {
    if (!(node instanceof Product product) || product.factors().size() > MOST_FACTORS) {
      return node;
    }
    Powers powers = Powers.of(pool, product);
    Expr best = node;
    for (Map.Entry<Expr, Expr> power : powers.exponents().entrySet()) {
      if (power.getKey() instanceof Sum sum && power.getValue() instanceof Num exponent) {
        best = shorter(best, intoSum(powers, sum, exponent.value()));
      }
    }
    for (Expr step : steps(node)) {
      best = shorter(best, step);
    }
    return best;
  }

  private Expr shorter(Expr first, Expr second) {
    return cost.of(second) < cost.of(first)
            && favouringFactors.of(second) < favouringFactors.of(first)
        ? second
        : first;
  }

  /** A product as powers of different bases. */
  private record Powers(Expr product, Rational coefficient, Map<Expr, Expr> exponents) {
    static Powers of(ExprPool pool, Product product) {
      Map<Expr, Expr> exponents = new LinkedHashMap<>();
      for (Expr factor : Keys.factors(product)) {
        Expr base = factor instanceof Power power ? power.base() : factor;
        Expr exponent = factor instanceof Power power ? power.exponent() : pool.one();
        Expr other = exponents.putIfAbsent(base, exponent);
        if (other != null) {
          // In x²·x⁻¹ a power stands for itself; x beside it can not, it is the base.
          boolean isBase = factor == base;
          exponents.put(base, isBase ? exponent : other);
          exponents.put(isBase ? pool.power(base, other) : factor, pool.one());
        }
      }
      return new Powers(product, product.coefficient(), exponents);
    }

    /** The exponent if it is a number, 0 for a base that does not occur. */
    Rational number(Expr base) {
      return exponents.get(base) instanceof Num num ? num.value() : Rational.ZERO;
    }

    Expr rebuilt(ExprPool pool, Rational number, Map<Expr, Expr> changes) {
      Map<Expr, Expr> all = new LinkedHashMap<>(exponents);
      all.putAll(changes);
      List<Expr> factors = new ArrayList<>();
      factors.add(pool.num(coefficient.multiply(number)));
      all.forEach((base, exponent) -> factors.add(pool.power(base, exponent)));
      return pool.product(factors);
    }
  }

  /** aᵐ·(x + y)ⁿ is a^(m − n)·(a·x + a·y)ⁿ, for as many such a as make it shorter. */
  private Expr intoSum(Powers powers, Sum sum, Rational exponent) {
    Expr best = powers.product();
    if (exponent.isOne()
        || exponent.equals(Rational.MINUS_ONE)
        || sum.terms().size() > MOST_TERMS) {
      return best;
    }
    Expr multiple = pool.one();
    Map<Expr, Expr> changes = new LinkedHashMap<>();
    changes.put(sum, pool.zero());
    for (Expr base : powers.exponents().keySet()) {
      Rational own = powers.number(base);
      Rational rest = own.subtract(exponent);
      // Neither a new pole nor a root of what was not under one.
      boolean reaches =
          (rest.isZero() || rest.signum() == exponent.signum())
              && (exponent.isInteger() || !own.isInteger());
      if (reaches && base instanceof Element && !Traversal.postOrder(sum).contains(base)) {
        Expr product = pool.product(multiple, base);
        Map<Expr, Expr> next = new LinkedHashMap<>(changes);
        next.put(base, pool.num(rest));
        Expr inside = pool.sum(sum.terms().stream().map(t -> pool.product(product, t)).toList());
        next.put(inside, pool.num(exponent));
        Expr image = powers.rebuilt(pool, Rational.ONE, next);
        if (shorter(best, image) == image) {
          best = image;
          multiple = product;
          changes.put(base, pool.num(rest));
        }
      }
    }
    return best;
  }

  /** xᵐ·yᵏ·(x·y)ⁿ as xᵐ⁻ᵏ·(x·y)ⁿ⁺ᵏ, for every power of a product among the factors. */
  private List<Expr> steps(Expr node) {
    if (!(node instanceof Product product) || product.factors().size() > MOST_FACTORS) {
      return List.of();
    }
    List<Expr> result = new ArrayList<>();
    Powers powers = Powers.of(pool, product);
    for (Map.Entry<Expr, Expr> power : powers.exponents().entrySet()) {
      if (power.getKey() instanceof Product multiple) {
        Map<Expr, Expr> parts = Powers.of(pool, multiple).exponents();
        for (Map.Entry<Expr, Expr> part : parts.entrySet()) {
          if (part.getValue() instanceof Num inner) {
            Rational step = powers.number(part.getKey()).divide(inner.value());
            if (step.isInteger() && !step.isZero() && step.abs().compareTo(LARGEST_STEP) <= 0) {
              result.add(stepped(powers, multiple, power.getValue(), step, parts));
            }
          }
        }
      }
    }
    return result;
  }

  private Expr stepped(
      Powers powers, Product multiple, Expr exponent, Rational step, Map<Expr, Expr> parts) {
    Map<Expr, Expr> changes = new LinkedHashMap<>();
    Expr sum = pool.sum(exponent, pool.num(step));
    for (Map.Entry<Expr, Expr> part : parts.entrySet()) {
      if (!(part.getValue() instanceof Num inner)
          || !(powers.exponents().getOrDefault(part.getKey(), pool.zero()) instanceof Num outer)) {
        return powers.product();
      }
      Rational rest = outer.value().subtract(inner.value().multiply(step));
      if (!keepsDomain(exponent, step, outer.value(), rest)) {
        return powers.product();
      }
      changes.put(part.getKey(), pool.num(rest));
    }
    changes.put(multiple, sum);
    return powers.rebuilt(pool, multiple.coefficient().pow(step.negate().intValue()), changes);
  }

  /**
   * Whether xᵐ⁻ᵏ·(x·y)ⁿ⁺ᵏ has a value where xᵐ·(x·y)ⁿ has: with a root below the bar nothing is 0;
   * otherwise no pole may come in.
   */
  private static boolean keepsDomain(
      Expr exponent, Rational step, Rational before, Rational after) {
    if (exponent instanceof Num number && number.value().signum() < 0) {
      return !number.value().isInteger();
    }
    boolean noPole = after.signum() >= 0 || after.compareTo(before) >= 0;
    return step.signum() > 0 ? noPole : before.signum() < 0 && noPole;
  }
}
