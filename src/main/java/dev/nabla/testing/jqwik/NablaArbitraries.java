package dev.nabla.testing.jqwik;

import dev.nabla.testing.Expressions;
import dev.nabla.testing.Functions;
import dev.nabla.testing.Generator;
import dev.nabla.testing.Law;
import dev.nabla.testing.Points;
import dev.nabla.testing.Term;
import dev.nabla.testing.TestFunction;
import dev.nabla.testing.Verdict;
import dev.nabla.testing.Vocabulary;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;

/** Arbitraries that shrink to the smallest failing expression, and laws as properties. */
public final class NablaArbitraries {
  private NablaArbitraries() {}

  /** The values of a generator, which shrink to its simpler ones. */
  public static <T> Arbitrary<T> of(Generator<T> generator) {
    return Arbitraries.fromGenerator(
        random -> new SimplerValues<>(generator, generator.next(random)));
  }

  /** Expressions in x₁, …, xₙ of all functions of the table. */
  public static Arbitrary<Term> expressions(int dimension, int size) {
    return of(new Expressions(Vocabulary.standard(), dimension, size));
  }

  /** Functions ℝⁿ → ℝᵐ for m = 1 to {@code most}, of all functions of the table. */
  public static Arbitrary<TestFunction> functions(int dimension, int most, int size) {
    return of(
        new Functions(new Expressions(Vocabulary.standard(), dimension, size), dimension, most));
  }

  /** Points of ℝⁿ. */
  public static Arbitrary<List<Double>> points(int dimension) {
    return of(new Points(dimension));
  }

  /** The cases of a law. */
  public static <T> Arbitrary<T> cases(Law<T> law) {
    return of(law.cases());
  }

  /**
   * Assumes that the law says something of the case, and asserts it.
   *
   * @throws AssertionError where the law is broken
   */
  public static <T> void require(Law<T> law, T value) {
    Verdict verdict = law.verdict(value);
    Assume.that(verdict.isDefined());
    if (verdict instanceof Verdict.Broken broken) {
      throw new AssertionError(law.name() + " is broken:\n" + value + "\n" + broken.explanation());
    }
  }
}
