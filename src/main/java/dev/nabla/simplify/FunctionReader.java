package dev.nabla.simplify;

import dev.nabla.expr.Apply;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Rational;
import dev.nabla.function.FunctionTable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Functions that satisfy an algebraic equation, in terms of few of them: circular ones of all
 * multiples of an angle by sin and cos of one, sin² = 1 − cos²; hyperbolic ones likewise; |u|² =
 * u².
 */
final class FunctionReader {
  private static final int LARGEST_MULTIPLE = 8;

  private final ExprPool pool;
  private final Ranges ranges;
  private final QuotientReader reader;
  private final Set<AnglePair> pairs = new LinkedHashSet<>();

  FunctionReader(ExprPool pool, Ranges ranges, QuotientReader reader) {
    this.pool = pool;
    this.ranges = ranges;
    this.reader = reader;
  }

  /** The angles read so far. */
  Set<AnglePair> pairs() {
    return pairs;
  }

  Quotient read(Apply apply) {
    Expr argument = apply.arguments().get(0);
    return switch (apply.function().name()) {
      case "exp" -> reader.exponentials().read(argument);
      case "sin" -> circular(argument).sine();
      case "cos" -> circular(argument).cosine();
      case "tan" -> over(circular(argument).sine(), circular(argument).cosine());
      case "cot" -> over(circular(argument).cosine(), circular(argument).sine());
      case "sec" -> over(Quotient.ONE, circular(argument).cosine());
      case "csc" -> over(Quotient.ONE, circular(argument).sine());
      case "sinh" -> hyperbolic(argument).sine();
      case "cosh" -> hyperbolic(argument).cosine();
      case "tanh" -> over(hyperbolic(argument).sine(), hyperbolic(argument).cosine());
      case "coth" -> over(hyperbolic(argument).cosine(), hyperbolic(argument).sine());
      case "sech" -> over(Quotient.ONE, hyperbolic(argument).cosine());
      case "csch" -> over(Quotient.ONE, hyperbolic(argument).sine());
      case "abs" -> absolute(argument);
      case "sign" -> sign(apply, argument);
      case "log" -> logarithm(apply, argument);
      default -> reader.atom(apply);
    };
  }

  private Quotient over(Quotient numerator, Quotient denominator) {
    QuotientRing ring = reader.ring();
    return ring.reduced(ring.multiply(numerator, reader.inverse(denominator, 1, true)));
  }

  private SinePair circular(Expr argument) {
    Angle angle = Angle.of(pool, argument);
    return reader
        .inverses()
        .pair(angle.direction(), angle.factor(), true)
        .orElseGet(() -> pair(angle, "sin", "cos", Rational.MINUS_ONE));
  }

  private SinePair hyperbolic(Expr argument) {
    Angle angle = Angle.of(pool, argument);
    return reader
        .inverses()
        .pair(angle.direction(), angle.factor(), false)
        .orElseGet(() -> pair(angle, "sinh", "cosh", Rational.ONE));
  }

  /** sin and cos of an angle, or sinh and cosh, as polynomials in those of its unit. */
  SinePair pair(Expr argument, boolean circular) {
    Angle angle = Angle.of(pool, argument);
    return circular
        ? pair(angle, "sin", "cos", Rational.MINUS_ONE)
        : pair(angle, "sinh", "cosh", Rational.ONE);
  }

  /**
   * sin(k·u) and cos(k·u) by angle addition.
   *
   * @param sign of sin·sin in cos(a + b)
   */
  private SinePair pair(Angle angle, String sine, String cosine, Rational sign) {
    Rational unit = reader.requirements().unit(angle);
    Rational multiple = angle.factor().divide(unit);
    if (!multiple.isInteger() || multiple.abs().compareTo(Rational.of(LARGEST_MULTIPLE)) > 0) {
      throw new TooLargeException();
    }
    Expr single = Angle.scaled(pool, unit, angle.direction());
    boolean circular = sign.signum() < 0;
    Multinomial s;
    Multinomial c;
    if (circular) {
      c = variable(cosine, single);
      s = variable(sine, single);
      relate(s, Multinomial.ONE.subtract(c.multiply(c)));
    } else {
      s = variable(sine, single);
      c = variable(cosine, single);
      relate(c, Multinomial.ONE.add(s.multiply(s)));
    }
    pairs.add(new AnglePair(number(s), number(c), circular, single));
    QuotientRing ring = reader.ring();
    Multinomial sineOfMultiple = s;
    Multinomial cosineOfMultiple = c;
    int k = Math.abs(multiple.intValue());
    for (int i = 1; i < k; i++) {
      Multinomial next = ring.product(sineOfMultiple, c).add(ring.product(cosineOfMultiple, s));
      cosineOfMultiple =
          ring.reduce(
              ring.product(cosineOfMultiple, c).add(ring.product(sineOfMultiple, s).scale(sign)));
      sineOfMultiple = ring.reduce(next);
    }
    if (multiple.signum() < 0) {
      sineOfMultiple = sineOfMultiple.scale(Rational.MINUS_ONE);
    }
    return new SinePair(Quotient.of(sineOfMultiple), Quotient.of(cosineOfMultiple));
  }

  private Multinomial variable(String function, Expr argument) {
    Expr value = pool.apply(FunctionTable.get(function), List.of(argument));
    return Multinomial.variable(reader.generators().number(value, pool.one(), 1), 1);
  }

  private void relate(Multinomial variable, Multinomial square) {
    reader.ring().relate(number(variable), 2, square);
  }

  private static int number(Multinomial variable) {
    return variable.terms().firstKey().width() - 1;
  }

  /** log(4) is 2·log(2). */
  private Quotient logarithm(Apply apply, Expr argument) {
    PerfectPower perfect = PerfectPower.of(argument);
    if (perfect.exponent() == 1) {
      return reader.atom(apply);
    }
    Quotient root = reader.atom(pool.apply(apply.function(), List.of(perfect.root(pool))));
    return reader
        .ring()
        .multiply(root, Quotient.of(Multinomial.constant(Rational.of(perfect.exponent()))));
  }

  private Quotient absolute(Expr argument) {
    Quotient inner = reader.read(argument);
    if (inner.numerator().isZero()) {
      return inner;
    }
    Quotient result = absolute(inner.numerator());
    for (Map.Entry<Multinomial, Integer> entry : inner.denominator().entrySet()) {
      Quotient factor = reader.inverse(absolute(entry.getKey()), entry.getValue(), true);
      result = reader.ring().multiply(result, factor);
    }
    return result;
  }

  /** sign(u) is u/|u| where u ≠ 0. */
  private Quotient sign(Apply apply, Expr argument) {
    Quotient inner = reader.read(argument);
    boolean whole = inner.denominator().values().stream().allMatch(exponent -> exponent > 0);
    boolean nonZero =
        ranges.isNonZero(argument) || (whole && reader.signs().isNonZero(inner.numerator()));
    if (inner.numerator().isZero() || !nonZero) {
      return reader.atom(apply);
    }
    QuotientRing ring = reader.ring();
    return ring.reduced(ring.multiply(inner, reader.inverse(absolute(argument), 1, false)));
  }

  /** |c·∏ vᵢ·p| is |c|·∏ |vᵢ|·|p|. */
  Quotient absolute(Multinomial polynomial) {
    Rational content = polynomial.content();
    Quotient result = Quotient.of(Multinomial.constant(content.abs()));
    Multinomial rest = polynomial.primitive();
    if (reader.signs().isNonNegative(rest)) {
      return Quotient.of(polynomial.scale(Rational.of(content.signum())));
    }
    Monomial monomial = rest.commonMonomial();
    for (int v = 0; v < monomial.width(); v++) {
      int degree = monomial.degree(v);
      if (degree > 0) {
        Multinomial power = Multinomial.variable(v, degree);
        rest = rest.divide(power).orElseThrow();
        Multinomial factor =
            degree % 2 == 0 || reader.isPositive(v)
                ? power
                : absoluteOf(v).multiply(over(power, v));
        result = reader.ring().multiply(result, Quotient.of(factor));
      }
    }
    if (rest.isOne()) {
      return result;
    }
    Expr expr = reader.generators().expression(rest);
    Interval range = ranges.of(expr);
    Multinomial factor = rest;
    if (range.isNonPositive()) {
      factor = rest.scale(Rational.MINUS_ONE);
    } else if (!range.isNonNegative()) {
      factor = variable("abs", expr);
      relate(factor, reader.ring().product(rest, rest));
    }
    return reader.ring().multiply(result, Quotient.of(factor));
  }

  private static Multinomial over(Multinomial power, int variable) {
    return power.divide(Multinomial.variable(variable, 1)).orElseThrow();
  }

  private Multinomial absoluteOf(int variable) {
    Multinomial absolute =
        variable("abs", reader.generators().expression(Monomial.of(variable, 1), Rational.ONE));
    Multinomial plain = Multinomial.variable(variable, 1);
    relate(absolute, reader.ring().reduce(plain.multiply(plain)));
    return absolute;
  }
}
