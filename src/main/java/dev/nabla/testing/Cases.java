package dev.nabla.testing;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Random functions at random points. */
public final class Cases implements Generator<Case> {
  private final Generator<Term> terms;
  private final int dimension;
  private final int fewest;
  private final int most;
  private final List<String> coefficients;
  private final Points points;

  private Cases(
      Generator<Term> terms,
      int dimension,
      int fewest,
      int most,
      List<String> coefficients) {
    this.terms = terms;
    this.dimension = dimension;
    this.fewest = fewest;
    this.most = most;
    this.coefficients = List.copyOf(coefficients);
    this.points = new Points(dimension + coefficients.size());
  }

  /** {@code count} functions of {@code dimension} variables, all needed. */
  public static Cases of(Generator<Term> terms, int dimension, int count) {
    return new Cases(terms, dimension, count, count, List.of());
  }

  /** Functions ℝⁿ → ℝᵐ for m = 1 to {@code most}. */
  public static Cases vectors(Generator<Term> terms, int dimension, int most) {
    return new Cases(terms, dimension, 1, most, List.of());
  }

  /** The same with numbers that the law needs besides. */
  public Cases withCoefficients(String... names) {
    return new Cases(terms, dimension, fewest, most, List.of(names));
  }

  @Override
  public Case next(RandomGenerator random) {
    int count = fewest + random.nextInt(most - fewest + 1);
    List<Term> outputs = IntStream.range(0, count).mapToObj(i -> terms.next(random)).toList();
    return new Case(new TestFunction(dimension, outputs), coefficients, points.next(random));
  }

  @Override
  public Stream<Case> simpler(Case value) {
    TestFunction function = value.function();
    int count = function.outputs().size();
    Stream<Case> fewer =
        count == fewest
            ? Stream.empty()
            : IntStream.range(0, count).mapToObj(i -> value.of(function.without(i)));
    Stream<Case> shorter =
        IntStream.range(0, count)
            .boxed()
            .flatMap(
                i ->
                    terms
                        .simpler(function.outputs().get(i))
                        .map(term -> value.of(function.with(i, term))));
    Stream<Case> rounder = points.simpler(value.point()).map(value::at);
    return Stream.of(fewer, shorter, rounder).flatMap(each -> each);
  }
}
