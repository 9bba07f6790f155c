package dev.nabla.resolve;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Substitution;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether an index leaves 1..size for some values of the indices that it is made of, whatever the
 * sizes are: only what is certainly outside is refused, all else waits until sizes are numbers.
 */
final class IndexBounds {
  /** An index and its inclusive limits. */
  record Range(Index index, Expr lower, Expr upper) {}

  private final ExprPool pool;
  private final List<Range> innermostFirst;

  IndexBounds(ExprPool pool, List<Range> innermostFirst) {
    this.pool = pool;
    this.innermostFirst = List.copyOf(innermostFirst);
  }

  /** The largest value of the index where that is certainly above {@code size}. */
  Optional<Expr> above(Expr index, Expr size) {
    return excess(pool.subtract(index, size)) ? extreme(index, size) : Optional.empty();
  }

  /** The smallest value of the index where that is certainly below 1. */
  Optional<Expr> below(Expr index) {
    Expr missing = pool.subtract(pool.one(), index);
    return excess(missing)
        ? extreme(pool.negate(index), pool.one()).map(pool::negate)
        : Optional.empty();
  }

  private boolean excess(Expr difference) {
    return areNeverEmpty()
        && SizePolynomial.of(difference)
            .flatMap(this::largest)
            .filter(most -> most.isAtLeast(Rational.ONE))
            .isPresent();
  }

  /** The index at the limits that make it largest, as an expression. */
  private Optional<Expr> extreme(Expr index, Expr otherwise) {
    Expr result = index;
    for (Range range : innermostFirst) {
      Optional<SizePolynomial> slope =
          SizePolynomial.of(result).flatMap(p -> p.slope(range.index()));
      if (slope.isEmpty()) {
        return Optional.of(otherwise);
      }
      Expr limit = slope.get().isAtLeast(Rational.ZERO) ? range.upper() : range.lower();
      result = new Substitution(pool, Map.of(range.index(), limit)).apply(result);
    }
    return Optional.of(result);
  }

  /** A range that depends on an index must hold something for each value of that index. */
  private boolean areNeverEmpty() {
    for (Range range : innermostFirst) {
      boolean dependent = range.lower().isIndexed() || range.upper().isIndexed();
      if (dependent
          && SizePolynomial.of(pool.subtract(range.lower(), range.upper()))
              .flatMap(this::largest)
              .filter(most -> most.negated().isAtLeast(Rational.ZERO))
              .isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private Optional<SizePolynomial> largest(SizePolynomial polynomial) {
    SizePolynomial current = polynomial;
    for (Range range : innermostFirst) {
      Optional<SizePolynomial> slope = current.slope(range.index());
      if (slope.isEmpty() || hasIndex(slope.get().leaves())) {
        return Optional.empty();
      }
      boolean rising = slope.get().isAtLeast(Rational.ZERO);
      if (!rising && !slope.get().negated().isAtLeast(Rational.ZERO)) {
        return Optional.empty();
      }
      Optional<SizePolynomial> limit = SizePolynomial.of(rising ? range.upper() : range.lower());
      if (limit.isEmpty()) {
        return Optional.empty();
      }
      current = current.with(range.index(), limit.get());
      if (!current.isSmall()) {
        return Optional.empty();
      }
    }
    return hasIndex(current.leaves()) ? Optional.empty() : Optional.of(current);
  }

  private static boolean hasIndex(Set<Expr> leaves) {
    return leaves.stream().anyMatch(Index.class::isInstance);
  }
}
