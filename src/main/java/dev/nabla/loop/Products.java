package dev.nabla.loop;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Num;
import dev.nabla.expr.Power;
import dev.nabla.expr.Product;
import dev.nabla.expr.Rational;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * ∏ factors as one quotient, and powers by multiplication.
 *
 * <p>A coefficient whose inverse is a double, and which is none itself, divides; any other one is
 * multiplied, rounded to a double. Then its error and that of the product are together as large as
 * the two of p·x/q, which would divide in every iteration.
 */
final class Products {
  private static final int LARGEST_CHAIN = 8;
  private static final int EXACT_BITS = 53;

  private final NestBuilder nest;
  private final Values values;
  private final ExprPool pool;

  Products(NestBuilder nest, Values values) {
    this.nest = nest;
    this.values = values;
    this.pool = nest.facts().pool();
  }

  /** The term without a minus sign in front, if it has one. */
  Expr withoutSign(Expr term) {
    return term instanceof Product product && product.coefficient().signum() < 0
        ? pool.negate(term)
        : term;
  }

  /** What has to be computed for the product: the bases of divisors, the other factors. */
  List<Expr> operands(Product product) {
    List<Expr> operands = new ArrayList<>();
    for (Expr factor : product.factors()) {
      if (!(factor instanceof Num)) {
        operands.add(isDivisor(factor) ? ((Power) factor).base() : factor);
      }
    }
    return operands;
  }

  int lower(Product product) {
    List<Integer> numerator = new ArrayList<>();
    List<Integer> denominator = new ArrayList<>();
    Rational coefficient = product.coefficient();
    boolean isNegative = coefficient.signum() < 0;
    for (Expr factor : product.factors()) {
      if (isDivisor(factor)) {
        Power power = (Power) factor;
        denominator.add(magnitude(power.base(), exponent(power).abs()));
      } else if (!(factor instanceof Num)) {
        // The sign goes to a factor that is known outside of the loop: there it costs nothing.
        boolean takesSign = isNegative && nest.home(factor) != nest.current();
        numerator.add(takesSign ? negated(factor) : values.number(factor));
        isNegative &= !takesSign;
      }
    }
    addCoefficient(coefficient.abs(), numerator, denominator);
    int quotient = numerator.isEmpty() ? nest.constant(1) : productOf(numerator);
    if (isNegative) {
      quotient = nest.compute(Operation.NEGATE, quotient, quotient);
    }
    return denominator.isEmpty()
        ? quotient
        : nest.compute(Operation.DIVIDE, quotient, productOf(denominator));
  }

  private int negated(Expr factor) {
    return nest.once(
        pool.negate(factor),
        () -> {
          int value = values.number(factor);
          return nest.compute(Operation.NEGATE, value, value);
        });
  }

  private void addCoefficient(
      Rational coefficient, List<Integer> numerator, List<Integer> denominator) {
    Rational inverse = Rational.ONE.divide(coefficient);
    if (coefficient.isOne()) {
      return;
    }
    if (!isDouble(coefficient) && isDouble(inverse)) {
      denominator.add(constant(inverse));
    } else {
      numerator.add(constant(coefficient));
    }
  }

  private int constant(Rational value) {
    return nest.constant(value.doubleValue());
  }

  private static boolean isDouble(Rational value) {
    return value.denominator().bitCount() == 1
        && value.denominator().bitLength() <= EXACT_BITS
        && value.numerator().bitLength() <= EXACT_BITS;
  }

  private int productOf(List<Integer> factors) {
    return Trees.combine(factors, (a, b) -> nest.compute(Operation.MULTIPLY, a, b));
  }

  private static Rational exponent(Power power) {
    return ((Num) power.exponent()).value();
  }

  /** Whether the exponent is k or k/2, and so small that multiplications are as exact as pow. */
  static boolean isChain(Power power) {
    return power.exponent() instanceof Num num
        && !num.value().isZero()
        && (num.value().isInteger() || num.value().denominator().equals(BigInteger.TWO))
        && num.value().abs().compareTo(Rational.of(LARGEST_CHAIN + 1)) < 0;
  }

  private static boolean isDivisor(Expr factor) {
    return factor instanceof Power power && isChain(power) && exponent(power).signum() < 0;
  }

  /** base^exponent for a {@linkplain #isChain chain}. */
  int chain(Power power) {
    Rational exponent = exponent(power);
    int magnitude = magnitude(power.base(), exponent.abs());
    return exponent.signum() > 0
        ? magnitude
        : nest.compute(Operation.DIVIDE, nest.constant(1), magnitude);
  }

  private int magnitude(Expr base, Rational exponent) {
    if (exponent.isInteger()) {
      return power(base, exponent.intValue());
    }
    int whole = exponent.numerator().intValue() / 2;
    int root = root(base);
    return whole == 0 ? root : nest.compute(Operation.MULTIPLY, power(base, whole), root);
  }

  private int root(Expr base) {
    int term = values.number(base);
    return nest.once(pool.sqrt(base), () -> nest.compute(Operation.SQUARE_ROOT, term, term));
  }

  private int power(Expr base, int exponent) {
    if (exponent == 1) {
      return values.number(base);
    }
    int part = exponent % 2 == 0 ? exponent / 2 : exponent - 1;
    int left = power(base, part);
    int right = power(base, exponent - part);
    return nest.once(
        pool.power(base, exponent), () -> nest.compute(Operation.MULTIPLY, left, right));
  }
}
