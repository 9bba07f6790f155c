package dev.nabla.testing;

import dev.nabla.expr.Rational;
import dev.nabla.function.ElementaryFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Random terms with f(λ·x) = λ^k·f(x) for λ &gt; 0 and some k. */
public final class HomogeneousExpressions implements Generator<Term> {
  private static final Set<String> OF_DEGREE_ONE = Set.of("abs", "min", "max", "hypot", "relu");
  private static final Set<String> OF_DEGREE_ZERO = Set.of("sign", "atan2");

  private final Vocabulary vocabulary;
  private final int dimension;
  private final int size;
  private final List<ElementaryFunction> homogeneous;

  /**
   * Terms of a kind.
   *
   * @param size the most leaves that a term is grown from
   */
  public HomogeneousExpressions(Vocabulary vocabulary, int dimension, int size) {
    this.vocabulary = vocabulary;
    this.dimension = dimension;
    this.size = size;
    this.homogeneous =
        vocabulary.functions().stream()
            .filter(function -> OF_DEGREE_ONE.contains(function.name()))
            .toList();
  }

  /** k, where the form of the term shows that it is homogeneous. */
  public static Optional<Rational> degree(Term term) {
    if (term instanceof Term.Variable) {
      return Optional.of(Rational.ONE);
    }
    if (term instanceof Term.Numeral) {
      return Optional.of(Rational.ZERO);
    }
    List<Rational> degrees = new ArrayList<>();
    for (Term operand : term.operands()) {
      Optional<Rational> degree = degree(operand);
      if (degree.isEmpty()) {
        return degree;
      }
      degrees.add(degree.get());
    }
    return term instanceof Term.Call call
        ? ofCall(call.function().name(), degrees)
        : ofOperation((Term.Operation) term, degrees);
  }

  private static Optional<Rational> ofCall(String function, List<Rational> degrees) {
    Rational first = degrees.get(0);
    if (degrees.stream().allMatch(Rational::isZero)) {
      return Optional.of(Rational.ZERO);
    }
    if (degrees.stream().anyMatch(degree -> !degree.equals(first))) {
      return Optional.empty();
    }
    if (OF_DEGREE_ONE.contains(function)) {
      return Optional.of(first);
    }
    if (OF_DEGREE_ZERO.contains(function)) {
      return Optional.of(Rational.ZERO);
    }
    return function.equals("cbrt") ? Optional.of(first.divide(Rational.of(3))) : Optional.empty();
  }

  private static Optional<Rational> ofOperation(Term.Operation term, List<Rational> degrees) {
    Rational a = degrees.get(0);
    Rational b = degrees.get(1);
    return switch (term.operator()) {
      case SUM, DIFFERENCE -> a.equals(b) ? Optional.of(a) : Optional.empty();
      case PRODUCT -> Optional.of(a.add(b));
      case QUOTIENT -> Optional.of(a.subtract(b));
      case POWER ->
          term.operands().get(1) instanceof Term.Numeral exponent
              ? Optional.of(a.multiply(exponent.value()))
              : Optional.of(Rational.ZERO).filter(zero -> a.isZero() && b.isZero());
      case CHOICE ->
          Optional.of(degrees.get(2))
              .filter(degree -> a.equals(b) && degree.equals(degrees.get(3)));
    };
  }

  @Override
  public Term next(RandomGenerator random) {
    return grow(random.nextInt(5) - 1, 1 + random.nextInt(size), random);
  }

  @Override
  public Stream<Term> simpler(Term value) {
    return value.simpler().filter(term -> degree(term).isPresent());
  }

  private Term grow(int degree, int leaves, RandomGenerator random) {
    if (leaves <= 1) {
      return leaf(degree, random);
    }
    int left = 1 + random.nextInt(leaves - 1);
    int right = leaves - left;
    int kind = random.nextInt(10);
    int other = random.nextInt(3) - 1;
    if (kind < 2) {
      return Term.of(Operator.SUM, grow(degree, left, random), grow(degree, right, random));
    }
    if (kind < 4) {
      return Term.of(
          Operator.PRODUCT, grow(other, left, random), grow(degree - other, right, random));
    }
    if (kind == 4) {
      return Term.of(
          Operator.QUOTIENT, grow(degree + other, left, random), grow(other, right, random));
    }
    if (kind == 5) {
      Term square = Term.of(Operator.POWER, grow(degree, left, random), Term.Numeral.TWO);
      return Term.of(Operator.POWER, square, Term.number(1, 2));
    }
    if (kind < 8 && !homogeneous.isEmpty()) {
      ElementaryFunction function = homogeneous.get(random.nextInt(homogeneous.size()));
      return new Term.Call(function, arguments(function, degree, left, random));
    }
    return degree == 0
        ? constantAlongRays(leaves - 1, random)
        : Term.of(Operator.PRODUCT, grow(degree, 1, random), constantAlongRays(leaves - 1, random));
  }

  /** A function of terms of degree 0; of equal degrees, where the function allows it. */
  private Term constantAlongRays(int leaves, RandomGenerator random) {
    ElementaryFunction function = vocabulary.any(random);
    if (OF_DEGREE_ZERO.contains(function.name())) {
      return new Term.Call(function, arguments(function, random.nextInt(2), leaves, random));
    }
    return vocabulary.call(function, arguments(function, 0, leaves, random), random);
  }

  private List<Term> arguments(
      ElementaryFunction function, int degree, int leaves, RandomGenerator random) {
    List<Term> arguments = new ArrayList<>();
    for (int i = 0; i < function.arity(); i++) {
      arguments.add(grow(degree, Math.max(1, leaves / function.arity()), random));
    }
    return arguments;
  }

  private Term leaf(int degree, RandomGenerator random) {
    Term variable = Term.variable(random.nextInt(dimension));
    return switch (degree) {
      case 0 -> Term.of(Operator.QUOTIENT, Term.variable(0), Term.variable(dimension - 1));
      case 1 -> variable;
      default -> Term.of(Operator.POWER, variable, Term.number(degree, 1));
    };
  }
}
