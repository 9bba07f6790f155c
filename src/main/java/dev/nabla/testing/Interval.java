package dev.nabla.testing;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Intervals that an argument a is brought into by c + s·a/(1 + a²), in which |a/(1 + a²)| ≤ ½: so
 * that only arithmetic is added to what is tested.
 */
enum Interval {
  REALS(0, 0, "-2.37 -0.61 0.29 1.83 3.1"),
  /** [½, 3/2]. */
  POSITIVE(2, 2, "0.5 0.93 1.5"),
  /** [−½, ½]. */
  SMALL(0, 2, "-0.5 0.03 0.5"),
  /** [¼, ¾]. */
  FRACTION(1, 1, "0.25 0.53 0.75"),
  /** [3/2, 5/2]. */
  LARGE(4, 2, "1.5 1.93 2.5"),
  /** [−3/2, −½]. */
  NEGATIVE(-2, 2, "-0.5 -0.93 -1.5"),
  /** [−5/2, −3/2]. */
  FAR_BELOW(-4, 2, "-1.5 -1.93 -2.5"),
  /** 0, 1, 2, 3: for an argument that has no derivative. */
  WHOLE(0, 0, "0 1 2 3");

  private final int halvesOfCentre;
  private final int halvesOfScale;
  private final String examples;

  Interval(int halvesOfCentre, int halvesOfScale, String examples) {
    this.halvesOfCentre = halvesOfCentre;
    this.halvesOfScale = halvesOfScale;
    this.examples = examples;
  }

  /** Those for an argument that is differentiated. */
  static List<Interval> ofArguments() {
    return Arrays.stream(values()).filter(interval -> interval != WHOLE).toList();
  }

  /** Some members, its ends among them. */
  List<BigDecimal> examples() {
    return Arrays.stream(examples.split(" ")).map(BigDecimal::new).toList();
  }

  /** A term with values in this interval, made of {@code argument}. */
  Term bring(Term argument, RandomGenerator random) {
    if (this == REALS) {
      return argument;
    }
    if (this == WHOLE) {
      return Term.number(random.nextInt(examples().size()), 1);
    }
    Term square = Term.of(Operator.POWER, argument, Term.Numeral.TWO);
    Term bounded =
        Term.of(Operator.QUOTIENT, argument, Term.of(Operator.SUM, Term.Numeral.ONE, square));
    Term scaled =
        halvesOfScale == 2
            ? bounded
            : Term.of(Operator.PRODUCT, Term.number(halvesOfScale, 2), bounded);
    return halvesOfCentre == 0
        ? scaled
        : Term.of(Operator.SUM, Term.number(halvesOfCentre, 2), scaled);
  }
}
