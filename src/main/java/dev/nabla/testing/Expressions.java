package dev.nabla.testing;

import dev.nabla.function.ElementaryFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Random terms in x₁, …, xₙ, made of arithmetic, choices and the functions of a vocabulary. */
public final class Expressions implements Generator<Term> {
  private static final long[][] NUMBERS = {
    {1, 1}, {2, 1}, {3, 1}, {-1, 1}, {-2, 1}, {1, 2}, {1, 3}, {-3, 2}, {5, 4}
  };

  private final Vocabulary vocabulary;
  private final int dimension;
  private final int size;
  private final boolean hasChoices;

  /**
   * Terms of a kind.
   *
   * @param dimension n
   * @param size the most leaves that a term is grown from
   */
  public Expressions(Vocabulary vocabulary, int dimension, int size) {
    this(vocabulary, dimension, size, true);
  }

  private Expressions(Vocabulary vocabulary, int dimension, int size, boolean hasChoices) {
    this.vocabulary = vocabulary;
    this.dimension = dimension;
    this.size = size;
    this.hasChoices = hasChoices;
  }

  /** The same without conditionals, for what needs an adjoint. */
  public Expressions withoutChoices() {
    return new Expressions(vocabulary, dimension, size, false);
  }

  @Override
  public Term next(RandomGenerator random) {
    return grow(1 + random.nextInt(size), random);
  }

  @Override
  public Stream<Term> simpler(Term value) {
    return value.simpler();
  }

  private Term grow(int leaves, RandomGenerator random) {
    int kind = random.nextInt(20);
    if (kind < 9 && leaves > 0) {
      return call(leaves - 1, random);
    }
    if (leaves <= 1) {
      return leaf(random);
    }
    int left = 1 + random.nextInt(leaves - 1);
    Term a = grow(left, random);
    Term b = grow(leaves - left, random);
    return switch (kind) {
      case 9, 10 -> Term.of(Operator.SUM, a, b);
      case 11 -> Term.of(Operator.DIFFERENCE, a, b);
      case 12, 13, 14 -> Term.of(Operator.PRODUCT, a, b);
      case 15 -> Term.of(Operator.QUOTIENT, a, b);
      case 16 -> Term.of(Operator.POWER, a, Term.number(random.nextInt(6) - 2, 1));
      case 17 -> Term.of(Operator.POWER, Interval.POSITIVE.bring(a, random), b);
      case 18 ->
          Term.of(
              Operator.POWER,
              Interval.POSITIVE.bring(a, random),
              Term.number(2 * random.nextInt(4) - 3, 2));
      default ->
          hasChoices
              ? Term.of(Operator.CHOICE, leaf(random), number(random), a, b)
              : Term.of(Operator.PRODUCT, a, b);
    };
  }

  private Term call(int leaves, RandomGenerator random) {
    ElementaryFunction function = vocabulary.any(random);
    List<Term> arguments = new ArrayList<>();
    for (int i = 0; i < function.arity(); i++) {
      arguments.add(grow(leaves / function.arity(), random));
    }
    return vocabulary.call(function, arguments, random);
  }

  private Term leaf(RandomGenerator random) {
    return random.nextInt(4) == 0 ? number(random) : Term.variable(random.nextInt(dimension));
  }

  private static Term number(RandomGenerator random) {
    long[] number = NUMBERS[random.nextInt(NUMBERS.length)];
    return Term.number(number[0], number[1]);
  }
}
