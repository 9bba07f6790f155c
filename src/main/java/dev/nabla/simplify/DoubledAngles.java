package dev.nabla.simplify;

import dev.nabla.expr.Apply;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Num;
import dev.nabla.expr.Power;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Traversal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Functions of half an angle in those of the whole: tan(u/2) = sin(u)/(1 + cos(u)), sec²(u/2) =
 * 2/(1 + cos(u)) (DLMF 4.21.22), and hyperbolic ones likewise (DLMF 4.35.14).
 *
 * <p>Only for halves of which there are tangents, cotangents and even powers of the others: these
 * have values where the others have.
 */
final class DoubledAngles {
  private static final Set<String> QUOTIENTS = Set.of("tan", "cot", "tanh", "coth");
  private static final Set<String> OTHERS =
      Set.of("sin", "cos", "sec", "csc", "sinh", "cosh", "sech", "csch");

  private final ExprPool pool;
  private final Set<Expr> halves;

  private DoubledAngles(ExprPool pool, Set<Expr> halves) {
    this.pool = pool;
    this.halves = halves;
  }

  /** No angle at all. */
  static DoubledAngles none(ExprPool pool) {
    return new DoubledAngles(pool, Set.of());
  }

  /** The halves in an expression that can be read so. */
  static DoubledAngles of(ExprPool pool, Expr root) {
    Set<Expr> halves = new HashSet<>();
    Set<Expr> others = new HashSet<>();
    for (Expr node : Traversal.postOrder(root)) {
      if (isFunctionOfHalf(pool, node, QUOTIENTS)) {
        halves.add(node.children().get(0));
      }
      for (Expr child : node.children()) {
        if (isFunctionOfHalf(pool, child, OTHERS) && !isEvenPower(node)) {
          others.add(child.children().get(0));
        }
      }
    }
    halves.removeAll(others);
    return new DoubledAngles(pool, halves);
  }

  private static boolean isFunctionOfHalf(ExprPool pool, Expr node, Set<String> functions) {
    return node instanceof Apply apply
        && functions.contains(apply.function().name())
        && !Angle.of(pool, apply.arguments().get(0)).factor().denominator().testBit(0);
  }

  private static boolean isEvenPower(Expr node) {
    return node instanceof Power power
        && power.exponent() instanceof Num num
        && num.value().isInt()
        && num.value().intValue() % 2 == 0;
  }

  boolean isEmpty() {
    return halves.isEmpty();
  }

  private boolean isRead(Apply apply, Set<String> functions) {
    return !halves.isEmpty()
        && functions.contains(apply.function().name())
        && halves.contains(apply.arguments().get(0));
  }

  /** A tangent or cotangent of a half. */
  Optional<Quotient> read(Apply apply, QuotientReader reader) {
    if (!isRead(apply, QUOTIENTS)) {
      return Optional.empty();
    }
    Whole whole = whole(apply, reader);
    QuotientRing ring = reader.ring();
    Quotient below =
        switch (apply.function().name()) {
          case "tan", "tanh" -> whole.onePlusCosine();
          case "cot" -> whole.oneMinusCosine();
          default -> whole.cosineMinusOne();
        };
    return Optional.of(ring.reduced(ring.multiply(whole.sine(), reader.inverse(below, 1, true))));
  }

  /** The square of another function of a half. */
  Optional<Quotient> square(Apply apply, QuotientReader reader) {
    if (!isRead(apply, OTHERS)) {
      return Optional.empty();
    }
    Whole whole = whole(apply, reader);
    Quotient number = constant(Rational.HALF);
    Quotient inverse = constant(Rational.of(2));
    QuotientRing ring = reader.ring();
    return Optional.of(
        switch (apply.function().name()) {
          case "sin" -> ring.multiply(number, whole.oneMinusCosine());
          case "sinh" -> ring.multiply(number, whole.cosineMinusOne());
          case "cos", "cosh" -> ring.multiply(number, whole.onePlusCosine());
          case "csc" -> ring.multiply(inverse, reader.inverse(whole.oneMinusCosine(), 1, true));
          case "csch" -> ring.multiply(inverse, reader.inverse(whole.cosineMinusOne(), 1, true));
          default -> ring.multiply(inverse, reader.inverse(whole.onePlusCosine(), 1, true));
        });
  }

  /** sin and cos, or sinh and cosh, of the whole angle. */
  private record Whole(Quotient sine, Multinomial cosine) {
    Quotient onePlusCosine() {
      return Quotient.of(Multinomial.ONE.add(cosine));
    }

    Quotient oneMinusCosine() {
      return Quotient.of(Multinomial.ONE.subtract(cosine));
    }

    Quotient cosineMinusOne() {
      return Quotient.of(cosine.subtract(Multinomial.ONE));
    }
  }

  private Whole whole(Apply apply, QuotientReader reader) {
    boolean circular = !apply.function().name().endsWith("h");
    Expr angle = Angle.scaled(pool, Rational.of(2), apply.arguments().get(0));
    SinePair pair = reader.functions().pair(angle, circular);
    return new Whole(pair.sine(), pair.cosine().numerator());
  }

  private static Quotient constant(Rational value) {
    return Quotient.of(Multinomial.constant(value));
  }
}
