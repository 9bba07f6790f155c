package dev.nabla.testing;

import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * A set of test values: how to draw one, and which ones are simpler than another.
 *
 * @param <T> the values, immutable
 */
public interface Generator<T> {
  /** A value; the same for the same numbers of {@code random}. */
  T next(RandomGenerator random);

  /** The values of this set that are one step simpler, the simplest first; every chain ends. */
  Stream<T> simpler(T value);
}
