package dev.nabla.matrix;

import dev.nabla.expr.Rational;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A·x + B·x → (A + B)·x: what two terms have in common, drawn out wherever that is not longer. In a
 * matrix product only the ends can be common.
 */
final class CommonFactors {
  /** More terms than this are left as they are: every pair is looked at. */
  private static final int MOST_TERMS = 24;

  /** Pairs looked at in one recognition: beyond, sums stay as they are. */
  private static final int MOST_PAIRS = 2_000;

  /** What stands between two terms. */
  private static final int PLUS = 3;

  private record Pair(MatrixForm first, MatrixForm second) {}

  private final MatrixAlgebra algebra;
  private final Map<Pair, List<MatrixForm>> known = new HashMap<>();

  CommonFactors(MatrixAlgebra algebra) {
    this.algebra = algebra;
  }

  /** The terms after everything worth it has been drawn out. */
  List<MatrixForm> drawnOut(List<MatrixForm> terms) {
    List<MatrixForm> current = new ArrayList<>(terms);
    while (current.size() > 1 && current.size() <= MOST_TERMS && drawOutOne(current)) {
      // each round leaves one term less
    }
    return current;
  }

  private boolean drawOutOne(List<MatrixForm> terms) {
    int mostSaved = -1;
    int first = 0;
    int second = 0;
    List<MatrixForm> best = new ArrayList<>();
    for (int p = 0; p < terms.size(); p++) {
      for (int q = p + 1; q < terms.size(); q++) {
        for (MatrixForm candidate : candidates(terms.get(p), terms.get(q))) {
          int before = terms.get(p).length() + terms.get(q).length() + PLUS;
          int saved = before - length(candidate, terms.size() > 2);
          if (saved > mostSaved) {
            mostSaved = saved;
            first = p;
            second = q;
            best = List.of(candidate);
          }
        }
      }
    }
    if (best.isEmpty()) {
      return false;
    }
    terms.remove(second);
    terms.remove(first);
    if (best.get(0) instanceof MatrixForm.Plus plus) {
      terms.addAll(plus.terms());
    } else {
      terms.add(best.get(0));
    }
    return true;
  }

  private static int length(MatrixForm candidate, boolean among) {
    // A minus in front becomes the sign between the terms.
    return candidate.length() - (among && FormWriter.isNegative(candidate) ? 1 : 0);
  }

  private List<MatrixForm> candidates(MatrixForm p, MatrixForm q) {
    Pair pair = new Pair(p, q);
    List<MatrixForm> found = known.get(pair);
    if (found == null) {
      found = known.size() < MOST_PAIRS ? combined(p, q) : List.of();
      known.put(pair, found);
    }
    return found;
  }

  private List<MatrixForm> combined(MatrixForm p, MatrixForm q) {
    Factors a = Factors.of(p);
    Factors b = Factors.of(q);
    List<MatrixForm> result = new ArrayList<>();
    numbers(a, b).ifPresent(result::add);
    if (a.arrays().size() == 1 && b.arrays().size() == 1) {
      diagonals(a, b).ifPresent(result::add);
      ends(a, b, a.arrays().get(0), b.arrays().get(0), a.scalars(), b.scalars(), result);
    } else if (a.arrays().isEmpty() && b.arrays().isEmpty()) {
      for (MatrixForm left : a.scalars()) {
        for (MatrixForm right : b.scalars()) {
          if (left instanceof MatrixForm.Chain && right instanceof MatrixForm.Chain) {
            ends(
                a, b, left, right, without(a.scalars(), left), without(b.scalars(), right), result);
          }
        }
      }
    } else {
      elementwise(a, b).ifPresent(result::add);
    }
    return result;
  }

  private static List<MatrixForm> without(List<MatrixForm> forms, MatrixForm one) {
    List<MatrixForm> rest = new ArrayList<>(forms);
    rest.remove(one);
    return rest;
  }

  /** c·s·A ± c·s²·B → c·s·(A ± s·B). */
  private Optional<MatrixForm> numbers(Factors a, Factors b) {
    Map<MatrixForm, Rational> left = powers(a.scalars());
    Map<MatrixForm, Rational> right = powers(b.scalars());
    Map<MatrixForm, Rational> shared = new LinkedHashMap<>();
    left.forEach(
        (base, exponent) -> {
          Rational other = right.getOrDefault(base, Rational.ZERO);
          boolean integral = exponent.subtract(other).isInteger();
          if (integral && other.signum() * exponent.signum() > 0) {
            shared.put(base, exponent.abs().compareTo(other.abs()) < 0 ? exponent : other);
          }
        });
    boolean sameNumber =
        a.coefficient().abs().equals(b.coefficient().abs()) && !a.coefficient().abs().isOne();
    if ((shared.isEmpty() && !sameNumber) || a.arrays().isEmpty() != b.arrays().isEmpty()) {
      return Optional.empty();
    }
    Rational number = sameNumber ? a.coefficient() : Rational.ONE;
    List<MatrixForm> factors = product(shared);
    factors.add(algebra.plus(rest(a, left, shared, number), rest(b, right, shared, number)));
    return Optional.of(algebra.scale(number, algebra.times(factors)));
  }

  /** Scalar factors as bases with rational exponents. */
  private static Map<MatrixForm, Rational> powers(List<MatrixForm> scalars) {
    Map<MatrixForm, Rational> powers = new LinkedHashMap<>();
    for (MatrixForm scalar : scalars) {
      if (scalar instanceof MatrixForm.Power power
          && power.exponent() instanceof MatrixForm.Numeral exponent) {
        powers.put(power.base(), exponent.value());
      } else {
        powers.put(scalar, Rational.ONE);
      }
    }
    // s·s⁻¹ has s twice: then the factors are taken as they are.
    return powers.size() == scalars.size() ? powers : Map.of();
  }

  private List<MatrixForm> product(Map<MatrixForm, Rational> powers) {
    List<MatrixForm> factors = new ArrayList<>();
    powers.forEach(
        (base, exponent) -> {
          if (!exponent.isZero()) {
            factors.add(algebra.power(base, MatrixAlgebra.numeral(exponent)));
          }
        });
    return factors;
  }

  private MatrixForm rest(
      Factors factors,
      Map<MatrixForm, Rational> powers,
      Map<MatrixForm, Rational> shared,
      Rational number) {
    Map<MatrixForm, Rational> left = new LinkedHashMap<>(powers);
    shared.forEach((base, exponent) -> left.put(base, left.get(base).subtract(exponent)));
    List<MatrixForm> rest = powers.isEmpty() ? new ArrayList<>(factors.scalars()) : product(left);
    rest.addAll(factors.arrays());
    return algebra.scale(factors.coefficient().divide(number), algebra.times(rest));
  }

  /** L·A + L·B → L·(A + B), and the same on the right. */
  private void ends(
      Factors a,
      Factors b,
      MatrixForm left,
      MatrixForm right,
      List<MatrixForm> leftScalars,
      List<MatrixForm> rightScalars,
      List<MatrixForm> result) {
    List<MatrixForm> p = Factors.links(left);
    List<MatrixForm> q = Factors.links(right);
    int n = Math.min(p.size(), q.size());
    int start = 0;
    while (start < n && p.get(start).equals(q.get(start))) {
      start++;
    }
    int end = 0;
    while (end < n && p.get(p.size() - 1 - end).equals(q.get(q.size() - 1 - end))) {
      end++;
    }
    if (start > 0) {
      int keep = start;
      inner(p.subList(start, p.size()), q.subList(start, q.size()), a, b, leftScalars, rightScalars)
          .ifPresent(
              inner -> {
                List<MatrixForm> chain = new ArrayList<>(p.subList(0, keep));
                chain.add(inner);
                result.add(algebra.chain(chain));
              });
    }
    if (end > 0) {
      int kept = end;
      inner(
              p.subList(0, p.size() - end),
              q.subList(0, q.size() - end),
              a,
              b,
              leftScalars,
              rightScalars)
          .ifPresent(
              inner -> {
                List<MatrixForm> chain = new ArrayList<>(List.of(inner));
                chain.addAll(p.subList(p.size() - kept, p.size()));
                result.add(algebra.chain(chain));
              });
    }
  }

  private Optional<MatrixForm> inner(
      List<MatrixForm> p,
      List<MatrixForm> q,
      Factors a,
      Factors b,
      List<MatrixForm> leftScalars,
      List<MatrixForm> rightScalars) {
    Optional<MatrixForm> left = product(p, q);
    Optional<MatrixForm> right = product(q, p);
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        algebra.plus(
            scaled(a.coefficient(), leftScalars, left.get()),
            scaled(b.coefficient(), rightScalars, right.get())));
  }

  private MatrixForm scaled(Rational coefficient, List<MatrixForm> scalars, MatrixForm array) {
    List<MatrixForm> factors = new ArrayList<>(scalars);
    factors.add(array);
    return algebra.scale(coefficient, algebra.times(factors));
  }

  /** The product of what is left of a term; where nothing is, the identity beside a square one. */
  private Optional<MatrixForm> product(List<MatrixForm> links, List<MatrixForm> others) {
    if (!links.isEmpty()) {
      return Optional.of(algebra.chain(links));
    }
    if (others.isEmpty()) {
      return Optional.empty();
    }
    Shape shape = algebra.chain(others).shape();
    return shape.isMatrix() && shape.rows().equals(shape.columns())
        ? Optional.of(new MatrixForm.Identity(shape.rows().orElseThrow()))
        : Optional.empty();
  }

  /** diag(x) + diag(y) → diag(x + y). */
  private Optional<MatrixForm> diagonals(Factors a, Factors b) {
    if (a.arrays().get(0) instanceof MatrixForm.Diagonal left
        && b.arrays().get(0) instanceof MatrixForm.Diagonal right) {
      return Optional.of(
          algebra.diagonal(
              algebra.plus(
                  scaled(a.coefficient(), a.scalars(), left.column()),
                  scaled(b.coefficient(), b.scalars(), right.column()))));
    }
    return Optional.empty();
  }

  /** x ⊙ y + x ⊙ z → x ⊙ (y + z). */
  private Optional<MatrixForm> elementwise(Factors a, Factors b) {
    List<MatrixForm> shared = new ArrayList<>(a.arrays());
    shared.retainAll(b.arrays());
    if (shared.isEmpty()) {
      return Optional.empty();
    }
    List<MatrixForm> left = new ArrayList<>(a.scalars());
    left.addAll(a.arrays());
    List<MatrixForm> right = new ArrayList<>(b.scalars());
    right.addAll(b.arrays());
    shared.forEach(
        factor -> {
          left.remove(factor);
          right.remove(factor);
        });
    List<MatrixForm> factors = new ArrayList<>(shared);
    factors.add(
        algebra.plus(
            algebra.scale(a.coefficient(), algebra.times(left)),
            algebra.scale(b.coefficient(), algebra.times(right))));
    return Optional.of(algebra.times(factors));
  }
}
