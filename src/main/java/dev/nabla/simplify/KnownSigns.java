package dev.nabla.simplify;

import dev.nabla.expr.Apply;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Num;
import dev.nabla.expr.Power;
import dev.nabla.expr.Rational;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Signs that follow from an expression's having a value: where √(1 − u²) has one, 1 + u ≥ 0; where
 * √(u² − 1) has one, u ≠ 0; acosh(u) says u ≥ 1 (DLMF 4.23, 4.37).
 */
final class KnownSigns {
  private static final int MOST_DEMANDS = 16;

  private final ExprPool pool;
  private final Ranges ranges;
  private final QuotientReader reader;
  private final List<Expr> demands;
  private Optional<List<Multinomial>> polynomials = Optional.empty();
  private boolean open;

  KnownSigns(ExprPool pool, Ranges ranges, QuotientReader reader, Expr root) {
    this.pool = pool;
    this.ranges = ranges;
    this.reader = reader;
    this.demands = demands(root);
  }

  /** Whether the polynomial is never negative where the expression has a value. */
  boolean isNonNegative(Multinomial a) {
    return demanded().stream()
        .anyMatch(demand -> exceeds(a, demand) || isFactorOfNonNegative(a, demand));
  }

  /** Whether the polynomial is 0 nowhere where the expression has a value. */
  boolean isNonZero(Multinomial a) {
    List<Multinomial> known = demanded();
    if (known.isEmpty()) {
      return false;
    }
    Multinomial square = reader.ring().product(a, a);
    return known.stream()
        .anyMatch(
            demand ->
                exceeding(a, demand).filter(this::isPositive).isPresent()
                    || exceeding(square, demand).filter(this::isPositive).isPresent());
  }

  /** a ≥ λ·demand for the λ &gt; 0 for which the leading terms cancel. */
  private boolean exceeds(Multinomial a, Multinomial demand) {
    return exceeding(a, demand).filter(rest -> range(rest).isNonNegative()).isPresent();
  }

  private static Optional<Multinomial> exceeding(Multinomial a, Multinomial demand) {
    return factor(a, demand)
        .filter(factor -> factor.signum() > 0)
        .map(factor -> a.subtract(demand.scale(factor)));
  }

  /** p·q ≥ 0 and p + λ·q &gt; 0 say that neither is negative. */
  private boolean isFactorOfNonNegative(Multinomial a, Multinomial demand) {
    return demand
        .divide(a)
        .filter(other -> !other.isConstant())
        .flatMap(
            other ->
                factor(a, other)
                    .filter(factor -> factor.signum() < 0)
                    .map(factor -> a.subtract(other.scale(factor))))
        .filter(this::isPositive)
        .isPresent();
  }

  private static Optional<Rational> factor(Multinomial a, Multinomial b) {
    Rational under = b.terms().getOrDefault(a.terms().firstKey(), Rational.ZERO);
    return under.isZero() ? Optional.empty() : Optional.of(a.leading().divide(under));
  }

  private boolean isPositive(Multinomial a) {
    return range(a).isPositive();
  }

  private Interval range(Multinomial a) {
    return ranges.of(reader.generators().expression(a));
  }

  /** Polynomials that are never negative, each the product of a quotient's two sides. */
  private List<Multinomial> demanded() {
    if (open) {
      return List.of();
    }
    if (polynomials.isEmpty()) {
      open = true;
      List<Multinomial> found = new ArrayList<>();
      for (Expr demand : demands) {
        Quotient quotient = reader.read(demand);
        Multinomial product = quotient.numerator();
        for (Map.Entry<Multinomial, Integer> factor : quotient.denominator().entrySet()) {
          if (factor.getValue() % 2 != 0) {
            product = reader.ring().product(product, factor.getKey());
          }
        }
        if (!product.isConstant()) {
          found.add(product);
        }
      }
      polynomials = Optional.of(found);
      open = false;
    }
    return polynomials.orElseThrow();
  }

  /** What must not be negative wherever all of the expression is evaluated. */
  private List<Expr> demands(Expr root) {
    Set<Expr> found = new LinkedHashSet<>();
    Set<Expr> seen = new LinkedHashSet<>();
    Deque<Expr> rest = new ArrayDeque<>(List.of(root));
    while (!rest.isEmpty() && found.size() < MOST_DEMANDS) {
      Expr node = rest.pop();
      if (seen.add(node) && isStrict(node)) {
        ofNode(node).filter(demand -> !ranges.of(demand).isNonNegative()).ifPresent(found::add);
        node.children().forEach(rest::push);
      }
    }
    return List.copyOf(found);
  }

  /** Whether the node has a value only where all its operands have one. */
  private static boolean isStrict(Expr node) {
    return Simplifier.isArithmetic(node)
        || (node instanceof Apply apply && apply.function().definition().isEmpty());
  }

  private Optional<Expr> ofNode(Expr node) {
    if (node instanceof Power power) {
      boolean root = power.exponent() instanceof Num num && !num.value().isInteger();
      return root ? Optional.of(power.base()) : Optional.empty();
    }
    if (node instanceof Apply apply && apply.arguments().size() == 1) {
      Expr u = apply.arguments().get(0);
      Expr square = pool.power(u, 2);
      return switch (apply.function().name()) {
        case "log", "asech" -> Optional.of(u);
        case "acosh" -> Optional.of(pool.subtract(u, pool.one()));
        case "asin", "acos", "atanh" -> Optional.of(pool.subtract(pool.one(), square));
        case "asec", "acsc", "acoth" -> Optional.of(pool.subtract(square, pool.one()));
        default -> Optional.empty();
      };
    }
    return Optional.empty();
  }
}
