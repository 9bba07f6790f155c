package dev.nabla.array;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Num;
import dev.nabla.expr.Power;
import dev.nabla.expr.Product;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Substitution;
import dev.nabla.expr.Sum;
import dev.nabla.index.FreeIndices;
import dev.nabla.index.IndexMatcher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a node in terms of a named array T: where it is T, some terms of a sum are T, or some
 * factors of a product are, such as 3·a·b² = 3·T·b for T = a·b.
 */
final class PartMatcher {
  private final ExprPool pool;
  private final IndexMatcher matcher;
  private final Definition definition;
  private final FreeIndices free = new FreeIndices();

  PartMatcher(ExprPool pool, IndexMatcher matcher, Definition definition) {
    this.pool = pool;
    this.matcher = matcher;
    this.definition = definition;
  }

  /** The node in terms of the array, if the array is found in it. */
  Optional<Expr> replaced(Expr node) {
    Optional<Expr> whole =
        matcher
            .match(definition.element(), definition.indices(), node)
            .map(subscripts -> definition.at(pool, subscripts));
    if (whole.isPresent()) {
      return whole;
    }
    if (node instanceof Sum sum && definition.element() instanceof Sum part) {
      return inSum(sum, part);
    }
    if (node instanceof Product product) {
      return inProduct(product);
    }
    return definition.element() instanceof Power part && node instanceof Power power
        ? inPower(power, part)
        : Optional.empty();
  }

  private Expr at(Expr expr, List<Expr> subscripts) {
    Map<Expr, Expr> images = new HashMap<>();
    for (int d = 0; d < subscripts.size(); d++) {
      images.put(definition.indices().get(d), subscripts.get(d));
    }
    return new Substitution(pool, images).apply(expr);
  }

  /** Whether the indices of all axes are seen in this operand, so that it tells the subscripts. */
  private boolean isTelling(Expr operand) {
    return free.of(operand).containsAll(definition.indices());
  }

  private Optional<Expr> inSum(Sum sum, Sum part) {
    for (Expr pivot : part.terms()) {
      if (!isTelling(pivot)) {
        continue;
      }
      for (Expr term : sum.terms()) {
        Optional<List<Expr>> subscripts = matcher.match(pivot, definition.indices(), term);
        if (subscripts.isPresent()) {
          List<Expr> rest = new ArrayList<>(sum.terms());
          List<Expr> found = new ArrayList<>();
          part.terms().forEach(own -> found.add(at(own, subscripts.get())));
          if (rest.containsAll(found)) {
            rest.removeAll(found);
            rest.add(definition.at(pool, subscripts.get()));
            return Optional.of(pool.sum(rest));
          }
        }
      }
      return Optional.empty();
    }
    return Optional.empty();
  }

  /** b^q in terms of T = b^p. */
  private Optional<Expr> inPower(Power power, Power part) {
    return exponent(power, part)
        .flatMap(
            exponent ->
                matcher
                    .match(part.base(), definition.indices(), power.base())
                    .map(
                        subscripts ->
                            pool.power(definition.at(pool, subscripts), pool.num(exponent))));
  }

  /** q/p, where that is whole. */
  private static Optional<Rational> exponent(Power power, Power part) {
    if (power.exponent() instanceof Num q && part.exponent() instanceof Num p) {
      Rational quotient = q.value().divide(p.value());
      return quotient.isInteger() ? Optional.of(quotient) : Optional.empty();
    }
    return Optional.empty();
  }

  // ---- products

  /** A product as its number and the exponent of each base. */
  private record Monomial(Rational coefficient, Map<Expr, Rational> exponents) {}

  private static Optional<Monomial> monomial(Expr expr) {
    Rational coefficient = Rational.ONE;
    Map<Expr, Rational> exponents = new LinkedHashMap<>();
    for (Expr factor : expr instanceof Product product ? product.factors() : List.of(expr)) {
      if (factor instanceof Num num) {
        coefficient = coefficient.multiply(num.value());
      } else if (factor instanceof Power power && power.exponent() instanceof Num exponent) {
        exponents.merge(power.base(), exponent.value(), Rational::add);
      } else {
        exponents.merge(factor, Rational.ONE, Rational::add);
      }
    }
    return exponents.isEmpty()
        ? Optional.empty()
        : Optional.of(new Monomial(coefficient, exponents));
  }

  private Optional<Expr> inProduct(Product product) {
    Optional<Monomial> whole = monomial(product);
    Optional<Monomial> part = monomial(definition.element());
    if (whole.isEmpty() || part.isEmpty() || part.get().exponents().size() < 2) {
      return Optional.empty();
    }
    for (Expr pivot : part.get().exponents().keySet()) {
      if (!isTelling(pivot)) {
        continue;
      }
      for (Expr base : whole.get().exponents().keySet()) {
        for (Expr candidate : List.of(base, opposite(base))) {
          Optional<Expr> quotient =
              matcher
                  .match(pivot, definition.indices(), candidate)
                  .flatMap(subscripts -> divided(whole.get(), part.get(), subscripts));
          if (quotient.isPresent()) {
            return quotient;
          }
        }
      }
      return Optional.empty();
    }
    return Optional.empty();
  }

  /** −a + b for a − b; else the expression itself. */
  private Expr opposite(Expr base) {
    return base instanceof Sum sum
        ? pool.sum(sum.terms().stream().map(pool::negate).toList())
        : base;
  }

  /** whole = T[subscripts]·rest, if every factor of T is in the whole. */
  private Optional<Expr> divided(Monomial whole, Monomial part, List<Expr> subscripts) {
    Map<Expr, Rational> rest = new LinkedHashMap<>(whole.exponents());
    Rational coefficient = whole.coefficient().divide(part.coefficient());
    for (Map.Entry<Expr, Rational> entry : part.exponents().entrySet()) {
      Expr base = at(entry.getKey(), subscripts);
      Rational wanted = entry.getValue();
      if (!rest.containsKey(base) && wanted.isInteger()) {
        Expr opposite = opposite(base);
        if (rest.containsKey(opposite)) {
          base = opposite;
          boolean isOdd = wanted.numerator().testBit(0);
          coefficient = isOdd ? coefficient.negate() : coefficient;
        }
      }
      Rational present = rest.getOrDefault(base, Rational.ZERO);
      boolean holds =
          present.signum() == wanted.signum() && present.abs().compareTo(wanted.abs()) >= 0;
      if (!holds) {
        return Optional.empty();
      }
      rest.put(base, present.subtract(wanted));
    }
    List<Expr> factors = new ArrayList<>(List.of(pool.num(coefficient)));
    factors.add(definition.at(pool, subscripts));
    rest.forEach(
        (base, exponent) -> {
          if (!exponent.isZero()) {
            factors.add(pool.power(base, pool.num(exponent)));
          }
        });
    return Optional.of(pool.product(factors));
  }
}
