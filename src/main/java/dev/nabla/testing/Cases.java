package dev.nabla.testing;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Random functions at random points. */
public final class Cases implements Generator<Case> {
  private static final List<String> NAMES = List.of("f", "g", "h");

  private final Functions functions;
  private final List<String> names;
  private final List<String> coefficients;
  private final Points points;

  private Cases(Functions functions, List<String> names, List<String> coefficients) {
    this.functions = functions;
    this.names = List.copyOf(names);
    this.coefficients = List.copyOf(coefficients);
    this.points = new Points(functions.dimension() + coefficients.size());
  }

  /** {@code count} functions of {@code dimension} variables, all needed. */
  public static Cases of(Generator<Term> terms, int dimension, int count) {
    return new Cases(new Functions(terms, dimension, count, count), NAMES, List.of());
  }

  /** Functions ℝⁿ → ℝᵐ for m = 1 to {@code most}. */
  public static Cases vectors(Generator<Term> terms, int dimension, int most) {
    return new Cases(new Functions(terms, dimension, most), NAMES, List.of());
  }

  /** The same with numbers that the law needs besides. */
  public Cases withCoefficients(String... coefficients) {
    return new Cases(functions, names, List.of(coefficients));
  }

  /** The same with other names than f, g and h for the functions. */
  Cases named(List<String> others) {
    return new Cases(functions, others, coefficients);
  }

  @Override
  public Case next(RandomGenerator random) {
    return new Case(functions.next(random), names, coefficients, points.next(random));
  }

  @Override
  public Stream<Case> simpler(Case value) {
    return Stream.concat(
        functions.simpler(value.function()).map(value::of),
        points.simpler(value.point()).map(value::at));
  }
}
