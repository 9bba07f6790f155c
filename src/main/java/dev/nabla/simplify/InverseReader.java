package dev.nabla.simplify;

import dev.nabla.expr.Apply;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Traversal;
import dev.nabla.function.FunctionTable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Functions of multiples of inverse functions, by roots: sin(acos(u)) = √(1 − u²), cosh(acsch(u)) =
 * √(1 + 1/u²) (DLMF 4.23, 4.37), and e^y = cosh(y) + sinh(y) (DLMF 4.28).
 */
final class InverseReader {
  private static final Set<String> INVERSE =
      Set.of(
          "asin", "acos", "atan", "asec", "acsc", "asinh", "acosh", "atanh", "acoth", "asech",
          "acsch");
  private static final Set<String> READ =
      Set.of(
          "exp", "sin", "cos", "tan", "cot", "sec", "csc", "sinh", "cosh", "tanh", "coth", "sech",
          "csch");
  private static final Rational LARGEST_MULTIPLE = Rational.of(6);

  private final ExprPool pool;
  private final QuotientReader reader;
  private final boolean byRoots;
  private final Set<Apply> met = new LinkedHashSet<>();

  /**
   * A reader of inverse functions.
   *
   * @param byRoots whether functions of inverse functions are read by roots; else they are atoms
   */
  InverseReader(ExprPool pool, QuotientReader reader, boolean byRoots) {
    this.pool = pool;
    this.reader = reader;
    this.byRoots = byRoots;
  }

  /** Whether a function of an inverse function occurs, so that there are two ways of reading. */
  static boolean occursIn(ExprPool pool, Expr root) {
    return Traversal.postOrder(root).stream()
        .anyMatch(
            node ->
                node instanceof Apply apply
                    && READ.contains(apply.function().name())
                    && Angle.of(pool, apply.arguments().get(0)).direction() instanceof Apply inner
                    && INVERSE.contains(inner.function().name()));
  }

  /** The inverse hyperbolic functions whose exponentials were read. */
  Set<Apply> met() {
    return met;
  }

  /** e^(factor·inverse) by roots. */
  Optional<Quotient> exponential(Expr inverse, Rational factor) {
    if (!byRoots || !(inverse instanceof Apply apply) || !isModest(factor)) {
      return Optional.empty();
    }
    return hyperbolic(apply).map(pair -> noted(apply, power(pair, factor)));
  }

  private Quotient noted(Apply apply, Quotient quotient) {
    met.add(apply);
    return quotient;
  }

  private static boolean isModest(Rational factor) {
    return factor.isInteger() && factor.abs().compareTo(LARGEST_MULTIPLE) <= 0;
  }

  /** (cosh(y) + sinh(y))ᵏ; its inverse is cosh(y) − sinh(y). */
  Quotient power(SinePair pair, Rational factor) {
    QuotientRing ring = reader.ring();
    Quotient sine = ring.multiply(pair.sine(), constant(Rational.of(factor.signum())));
    Quotient single = ring.sum(List.of(pair.cosine(), sine));
    Quotient result = Quotient.ONE;
    for (int k = Math.abs(factor.intValue()); k > 0; k--) {
      result = ring.reduced(ring.multiply(result, single));
    }
    return result;
  }

  private static Quotient constant(Rational value) {
    return Quotient.of(Multinomial.constant(value));
  }

  /** sin and cos, or sinh and cosh, of factor·inverse by roots. */
  Optional<SinePair> pair(Expr inverse, Rational factor, boolean circular) {
    if (!byRoots || !(inverse instanceof Apply apply) || !isModest(factor)) {
      return Optional.empty();
    }
    return (circular ? circular(apply) : hyperbolic(apply))
        .map(pair -> pair.multiple(reader.ring(), factor.intValue(), circular));
  }

  private Optional<SinePair> circular(Apply inverse) {
    Expr u = inverse.arguments().get(0);
    Expr one = pool.one();
    return switch (inverse.function().name()) {
      case "asin" -> pair(u, pool.sqrt(pool.subtract(one, square(u))));
      case "acos" -> pair(pool.sqrt(pool.subtract(one, square(u))), u);
      case "atan" -> {
        Expr hypotenuse = pool.sqrt(pool.sum(one, square(u)));
        yield pair(pool.divide(u, hypotenuse), pool.reciprocal(hypotenuse));
      }
      case "asec" -> pair(pool.sqrt(pool.subtract(one, pool.power(u, -2))), pool.reciprocal(u));
      case "acsc" -> pair(pool.reciprocal(u), pool.sqrt(pool.subtract(one, pool.power(u, -2))));
      default -> Optional.empty();
    };
  }

  Optional<SinePair> hyperbolic(Apply inverse) {
    Expr u = inverse.arguments().get(0);
    Expr one = pool.one();
    return switch (inverse.function().name()) {
      case "asinh" -> pair(u, pool.sqrt(pool.sum(one, square(u))));
      case "acosh" -> pair(pool.sqrt(pool.subtract(square(u), one)), u);
      case "atanh" -> {
        Expr root = pool.sqrt(pool.subtract(one, square(u)));
        yield pair(pool.divide(u, root), pool.reciprocal(root));
      }
      case "acoth" -> {
        Expr root = pool.sqrt(pool.subtract(square(u), one));
        Expr absolute = pool.apply(FunctionTable.get("abs"), u);
        yield pair(pool.divide(absolute, pool.product(u, root)), pool.divide(absolute, root));
      }
      case "asech" -> {
        Expr root = pool.sqrt(pool.subtract(one, square(u)));
        yield pair(pool.divide(root, u), pool.reciprocal(u));
      }
      case "acsch" -> pair(pool.reciprocal(u), pool.sqrt(pool.sum(one, pool.power(u, -2))));
      default -> Optional.empty();
    };
  }

  private Expr square(Expr u) {
    return pool.power(u, 2);
  }

  private Optional<SinePair> pair(Expr sine, Expr cosine) {
    return Optional.of(new SinePair(reader.read(sine), reader.read(cosine)));
  }
}
