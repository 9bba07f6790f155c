package dev.nabla.testing;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * A statement that holds in every case, with a generator of cases.
 *
 * <p>For JUnit: {@code dynamicTest(law.name(), law::check)}.
 *
 * @param <T> the cases
 */
public final class Law<T> {
  /** The number of cases of a check by default. */
  public static final int TRIES = 100;

  private static final long SEED = 1;

  /** Draws in all, as a multiple of the cases of which the law says something. */
  private static final int MOST_DRAWS_EACH = 20;

  private static final int MOST_SIMPLIFICATIONS = 500;

  private final String name;
  private final Generator<T> cases;
  private final Function<T, Verdict> statement;

  /**
   * A law of its own.
   *
   * @param statement what it says of a case
   */
  public Law(String name, Generator<T> cases, Function<T, Verdict> statement) {
    this.name = name;
    this.cases = cases;
    this.statement = statement;
  }

  /** What it is called. */
  public String name() {
    return name;
  }

  /** The cases of which it says something. */
  public Generator<T> cases() {
    return cases;
  }

  /** What it says of a case. */
  public Verdict verdict(T value) {
    return statement.apply(value);
  }

  /**
   * Checks {@link #TRIES} cases, always the same.
   *
   * @throws AssertionError with the smallest failing case
   */
  public void check() {
    check(TRIES, SEED);
  }

  /**
   * Checks cases that {@code seed} determines.
   *
   * @throws AssertionError with the smallest failing case; also if hardly a case is in the law's
   *     domain, so that nothing would be tested
   */
  public void check(int tries, long seed) {
    Run<T> run = run(tries, seed);
    run.failure()
        .ifPresent(
            failure -> {
              throw new AssertionError(
                  String.format("%s is broken (seed %d):%n%s", name, seed, smallest(failure)));
            });
    if (run.cases() < tries) {
      throw new AssertionError(
          String.format(
              "%s says something of %d of %d cases only (seed %d), such as not of this one: %s",
              name, run.cases(), run.draws(), seed, run.lastUndefined()));
    }
  }

  /** The first case that breaks the law among those of {@code seed}, made as simple as can be. */
  public Optional<Counterexample<T>> counterexample(int tries, long seed) {
    return run(tries, seed).failure().map(this::smallest);
  }

  /** Whether some case of {@code seed} breaks the law, which is not made simpler. */
  public boolean isBroken(int tries, long seed) {
    return run(tries, seed).failure().isPresent();
  }

  private record Failure<T>(T value, Verdict.Broken verdict) {}

  private record Run<T>(int cases, int draws, String lastUndefined, Optional<Failure<T>> failure) {}

  private Run<T> run(int tries, long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    int defined = 0;
    int draws = 0;
    String undefined = "none";
    while (defined < tries && draws < MOST_DRAWS_EACH * tries) {
      T value = cases.next(random);
      draws++;
      Verdict verdict = verdict(value);
      if (verdict instanceof Verdict.Broken broken) {
        return new Run<>(defined + 1, draws, undefined, Optional.of(new Failure<>(value, broken)));
      }
      if (verdict instanceof Verdict.Undefined reason) {
        undefined = value + ": " + reason.reason();
      } else {
        defined++;
      }
    }
    return new Run<>(defined, draws, undefined, Optional.empty());
  }

  private Counterexample<T> smallest(Failure<T> first) {
    Failure<T> current = first;
    int steps = 0;
    Optional<Failure<T>> next = simplerFailure(current);
    while (next.isPresent() && steps < MOST_SIMPLIFICATIONS) {
      current = next.get();
      steps++;
      next = simplerFailure(current);
    }
    return new Counterexample<>(current.value(), current.verdict().explanation(), steps);
  }

  private Optional<Failure<T>> simplerFailure(Failure<T> failure) {
    return cases
        .simpler(failure.value())
        .flatMap(
            simpler ->
                verdict(simpler) instanceof Verdict.Broken broken
                    ? Stream.of(new Failure<>(simpler, broken))
                    : Stream.empty())
        .findFirst();
  }

  @Override
  public String toString() {
    return name;
  }
}
