package dev.nabla.simplify;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Rational;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What reading an expression found out about the generators it needs: into how many parts exponents
 * are divided, which radicands stand for themselves, which angle others are multiples of.
 */
final class Requirements {
  private final ExprPool pool;
  private final Map<List<Expr>, Integer> scales = new HashMap<>();
  private final Map<Expr, Rational> angles = new HashMap<>();
  private final Set<Expr> radicands = new LinkedHashSet<>();
  private final Map<Expr, Boolean> signs = new HashMap<>();
  private final Set<Expr> exponents = new LinkedHashSet<>();
  private boolean splitting;
  private boolean changed;

  Requirements(ExprPool pool) {
    this.pool = pool;
  }

  /** Whether something was found since the last call: then the expression is to be read again. */
  boolean takeChanged() {
    boolean result = changed;
    changed = false;
    return result;
  }

  /** The least common denominator of the exponents of base^unit so far, this one among them. */
  int scale(Expr base, Expr unit, BigInteger denominator) {
    List<Expr> key = List.of(base, unit);
    int known = scales.getOrDefault(key, 1);
    BigInteger common =
        denominator
            .multiply(BigInteger.valueOf(known))
            .divide(denominator.gcd(BigInteger.valueOf(known)));
    if (common.bitLength() > 6) {
      throw new TooLargeException();
    }
    if (common.intValue() != known) {
      scales.put(key, common.intValue());
      changed = true;
    }
    return common.intValue();
  }

  /** Whether e^(a + b) is to be read as e^a·e^b, since parts of exponents occur in others. */
  boolean splitsExponents(Expr exponent) {
    if (!splitting && exponents.add(exponent) && exponents.size() > 1) {
      Set<Expr> seen = new HashSet<>();
      for (Expr other : exponents) {
        for (ExponentTerm term : ExponentTerm.of(pool, other)) {
          boolean shared = !seen.add(term.unit());
          splitting |= shared;
          changed |= shared;
        }
      }
    }
    return splitting;
  }

  /** Whether e^(−unit) stands for the exponentials of all multiples: the sign met first decides. */
  boolean isNegative(Expr unit, boolean negative) {
    return signs.computeIfAbsent(unit, key -> negative);
  }

  /**
   * Notes a radicand.
   *
   * @param related whether it divides another one, or is divided by one
   */
  void radicand(Expr expr, boolean related) {
    changed |= radicands.add(expr) && related;
  }

  Set<Expr> radicands() {
    return radicands;
  }

  /** Notes factor·direction, and gives the unit that all its factors so far are multiples of. */
  Rational unit(Angle angle) {
    Rational known = angles.get(angle.direction());
    Rational unit = angle.factor().abs();
    if (known != null) {
      unit = common(known, unit);
      changed |= !unit.equals(known);
    }
    angles.put(angle.direction(), unit);
    return unit;
  }

  private static Rational common(Rational a, Rational b) {
    BigInteger denominator =
        a.denominator().multiply(b.denominator()).divide(a.denominator().gcd(b.denominator()));
    BigInteger p = a.numerator().multiply(denominator.divide(a.denominator()));
    BigInteger q = b.numerator().multiply(denominator.divide(b.denominator()));
    return new Rational(p.gcd(q), denominator);
  }
}
