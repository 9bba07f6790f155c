package dev.nabla.testing;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Random functions ℝⁿ → ℝᵐ. */
public final class Functions implements Generator<TestFunction> {
  private final Generator<Term> terms;
  private final int dimension;
  private final int fewest;
  private final int most;

  /** Functions for m = 1 to {@code most}; scalar functions for {@code most} = 1. */
  public Functions(Generator<Term> terms, int dimension, int most) {
    this(terms, dimension, 1, most);
  }

  /** Functions with {@code fewest} to {@code most} outputs, which are never cut down to fewer. */
  Functions(Generator<Term> terms, int dimension, int fewest, int most) {
    this.terms = terms;
    this.dimension = dimension;
    this.fewest = fewest;
    this.most = most;
  }

  int dimension() {
    return dimension;
  }

  @Override
  public TestFunction next(RandomGenerator random) {
    int count = fewest + random.nextInt(most - fewest + 1);
    List<Term> outputs = IntStream.range(0, count).mapToObj(i -> terms.next(random)).toList();
    return new TestFunction(dimension, outputs);
  }

  @Override
  public Stream<TestFunction> simpler(TestFunction value) {
    int count = value.outputs().size();
    Stream<TestFunction> fewer =
        count == fewest ? Stream.empty() : IntStream.range(0, count).mapToObj(value::without);
    Stream<TestFunction> shorter =
        IntStream.range(0, count)
            .boxed()
            .flatMap(i -> terms.simpler(value.outputs().get(i)).map(term -> value.with(i, term)));
    return Stream.concat(fewer, shorter);
  }
}
