package dev.nabla.testing;

import dev.nabla.expr.Rational;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Intervals that an argument a is brought into by c + s·a/(1 + a²), in which |a/(1 + a²)| ≤ ½: so
 * that only arithmetic is added to what is tested.
 */
enum Interval {
  REALS(0, 0, "-2.37", "-0.61", "0.29", "1.83", "3.1"),
  /** [½, 3/2]. */
  POSITIVE(Rational.ONE, "0.5", "0.93", "1.5"),
  /** [−½, ½]. */
  SMALL(Rational.ZERO, "-0.5", "0.03", "0.5"),
  /** [¼, ¾]. */
  FRACTION(Rational.HALF, Rational.HALF, "0.25", "0.53", "0.75"),
  /** [3/2, 5/2]. */
  LARGE(Rational.of(2), "1.5", "1.93", "2.5"),
  /** [−3/2, −½]. */
  NEGATIVE(Rational.of(-1), "-0.5", "-0.93", "-1.5"),
  /** [−5/2, −3/2]. */
  FAR_BELOW(Rational.of(-2), "-1.5", "-1.93", "-2.5"),
  /** 0, 1, 2, 3: for an argument that has no derivative. */
  WHOLE(0, 0, "0", "1", "2", "3");

  private final Rational centre;
  private final Rational scale;
  private final List<BigDecimal> examples;

  Interval(int centre, int scale, String... examples) {
    this(Rational.of(centre), Rational.of(scale), examples);
  }

  Interval(Rational centre, String... examples) {
    this(centre, Rational.ONE, examples);
  }

  Interval(Rational centre, Rational scale, String... examples) {
    this.centre = centre;
    this.scale = scale;
    this.examples = Arrays.stream(examples).map(BigDecimal::new).toList();
  }

  /** Those for an argument that is differentiated. */
  static List<Interval> ofArguments() {
    return Arrays.stream(values()).filter(interval -> interval != WHOLE).toList();
  }

  /** Some members, its ends among them. */
  List<BigDecimal> examples() {
    return examples;
  }

  /** A term with values in this interval, made of {@code argument}. */
  Term bring(Term argument, RandomGenerator random) {
    if (this == REALS) {
      return argument;
    }
    if (this == WHOLE) {
      return Term.number(random.nextInt(examples.size()), 1);
    }
    Term bounded =
        Term.of(
            Operator.QUOTIENT,
            argument,
            Term.of(Operator.SUM, Term.ONE, Term.of(Operator.POWER, argument, Term.TWO)));
    Term scaled =
        scale.isOne() ? bounded : Term.of(Operator.PRODUCT, new Term.Number(scale), bounded);
    return centre.isZero() ? scaled : Term.of(Operator.SUM, new Term.Number(centre), scaled);
  }
}
