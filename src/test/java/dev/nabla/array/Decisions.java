package dev.nabla.array;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * A sequence of numbers that settles every choice of a generator, and 0 when it is used up: where
 * the first choice is the simplest, shrinking the numbers shrinks what is generated.
 */
final class Decisions {
  private final List<Integer> numbers;
  private int used;

  private Decisions(List<Integer> numbers) {
    this.numbers = numbers;
  }

  static Arbitrary<Decisions> most(int count) {
    return Arbitraries.integers()
        .between(0, 5039)
        .list()
        .ofMinSize(count / 2)
        .ofMaxSize(count)
        .map(Decisions::new);
  }

  /** A number below the bound. */
  int next(int bound) {
    return used < numbers.size() ? numbers.get(used++) % bound : 0;
  }

  <T> T of(List<T> choices) {
    return choices.get(next(choices.size()));
  }
}
