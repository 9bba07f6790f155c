package dev.nabla.testing.jqwik;

import dev.nabla.testing.Generator;
import java.util.stream.Stream;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;

/** A value that shrinks as its generator says; each step is one nearer to the end. */
record SimplerValues<T>(Generator<T> generator, T value, long stepsLeft) implements Shrinkable<T> {
  private static final long MOST_STEPS = 1_000_000;

  SimplerValues(Generator<T> generator, T value) {
    this(generator, value, MOST_STEPS);
  }

  @Override
  public Stream<Shrinkable<T>> shrink() {
    return generator
        .simpler(value)
        .map(simpler -> new SimplerValues<>(generator, simpler, stepsLeft - 1));
  }

  @Override
  public ShrinkingDistance distance() {
    return ShrinkingDistance.of(stepsLeft);
  }
}
