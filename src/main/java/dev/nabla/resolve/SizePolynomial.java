package dev.nabla.resolve;

import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Index;
import dev.nabla.expr.Num;
import dev.nabla.expr.Power;
import dev.nabla.expr.Product;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Sum;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Σ c·∏ leaves, over sizes and indices: what decides whether one size exceeds another. */
record SizePolynomial(Map<List<Expr>, Rational> terms) {
  private static final int MOST_TERMS = 200;
  private static final int LARGEST_POWER = 8;

  SizePolynomial {
    terms =
        terms.entrySet().stream()
            .filter(term -> !term.getValue().isZero())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  static SizePolynomial constant(Rational value) {
    return new SizePolynomial(Map.of(List.of(), value));
  }

  private static SizePolynomial leaf(Expr leaf) {
    return new SizePolynomial(Map.of(List.of(leaf), Rational.ONE));
  }

  /** The polynomial that the expression is; empty where it is none, or a large one. */
  static Optional<SizePolynomial> of(Expr expr) {
    if (expr instanceof Num num) {
      return Optional.of(constant(num.value()));
    }
    if (expr instanceof Index || expr instanceof Element) {
      return Optional.of(leaf(expr));
    }
    if (expr instanceof Sum sum) {
      return fold(sum.terms(), constant(Rational.ZERO), SizePolynomial::plus);
    }
    if (expr instanceof Product product) {
      return fold(product.factors(), constant(Rational.ONE), SizePolynomial::times);
    }
    if (expr instanceof Power power
        && power.exponent() instanceof Num exponent
        && exponent.value().isInt()
        && exponent.value().signum() > 0
        && exponent.value().intValue() <= LARGEST_POWER) {
      List<Expr> factors = Collections.nCopies(exponent.value().intValue(), power.base());
      return fold(factors, constant(Rational.ONE), SizePolynomial::times);
    }
    return Optional.empty();
  }

  /** Whether it has few terms of low degree, so that no step with it takes long. */
  boolean isSmall() {
    return terms.size() <= MOST_TERMS
        && terms.keySet().stream().allMatch(leaves -> leaves.size() <= LARGEST_POWER);
  }

  private interface Combination {
    SizePolynomial of(SizePolynomial left, SizePolynomial right);
  }

  private static Optional<SizePolynomial> fold(
      List<Expr> parts, SizePolynomial start, Combination combination) {
    SizePolynomial result = start;
    for (Expr part : parts) {
      Optional<SizePolynomial> next = of(part);
      if (next.isEmpty() || (long) result.terms.size() * next.get().terms.size() > MOST_TERMS) {
        return Optional.empty();
      }
      result = combination.of(result, next.get());
      if (!result.isSmall()) {
        return Optional.empty();
      }
    }
    return Optional.of(result);
  }

  SizePolynomial plus(SizePolynomial other) {
    Map<List<Expr>, Rational> sum = new HashMap<>(terms);
    other.terms.forEach((leaves, c) -> sum.merge(leaves, c, Rational::add));
    return new SizePolynomial(sum);
  }

  SizePolynomial times(SizePolynomial other) {
    Map<List<Expr>, Rational> product = new HashMap<>();
    terms.forEach(
        (left, c) ->
            other.terms.forEach(
                (right, d) -> product.merge(merged(left, right), c.multiply(d), Rational::add)));
    return new SizePolynomial(product);
  }

  private static List<Expr> merged(List<Expr> left, List<Expr> right) {
    List<Expr> leaves = new ArrayList<>(left);
    leaves.addAll(right);
    leaves.sort(Comparator.comparingInt(Expr::id));
    return List.copyOf(leaves);
  }

  SizePolynomial negated() {
    return times(constant(Rational.MINUS_ONE));
  }

  SizePolynomial minus(SizePolynomial other) {
    return plus(other.negated());
  }

  Set<Expr> leaves() {
    return terms.keySet().stream().flatMap(List::stream).collect(Collectors.toSet());
  }

  /** The factor of a leaf that occurs at most linearly; empty where it does not. */
  Optional<SizePolynomial> slope(Expr leaf) {
    Map<List<Expr>, Rational> slope = new HashMap<>();
    for (Map.Entry<List<Expr>, Rational> term : terms.entrySet()) {
      List<Expr> rest = new ArrayList<>(term.getKey());
      if (rest.remove(leaf)) {
        if (rest.contains(leaf)) {
          return Optional.empty();
        }
        slope.put(List.copyOf(rest), term.getValue());
      }
    }
    return Optional.of(new SizePolynomial(slope));
  }

  /** The polynomial with another in place of a leaf. */
  SizePolynomial with(Expr leaf, SizePolynomial value) {
    SizePolynomial result = constant(Rational.ZERO);
    for (Map.Entry<List<Expr>, Rational> term : terms.entrySet()) {
      SizePolynomial product = constant(term.getValue());
      for (Expr factor : term.getKey()) {
        product = product.times(factor == leaf ? value : leaf(factor));
      }
      result = result.plus(product);
    }
    return result;
  }

  /** Whether it is ≥ {@code bound} for all sizes from 1, as far as the signs of terms tell. */
  boolean isAtLeast(Rational bound) {
    SizePolynomial shifted = minus(constant(bound));
    for (Expr leaf : leaves()) {
      shifted = shifted.with(leaf, leaf(leaf).plus(constant(Rational.ONE)));
    }
    return shifted.terms.values().stream().allMatch(c -> c.signum() >= 0);
  }
}
