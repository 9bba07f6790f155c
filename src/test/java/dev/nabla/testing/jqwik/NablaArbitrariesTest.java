package dev.nabla.testing.jqwik;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.VectorFunction;
import dev.nabla.testing.Case;
import dev.nabla.testing.Law;
import dev.nabla.testing.Laws;
import dev.nabla.testing.Points;
import dev.nabla.testing.Term;
import dev.nabla.testing.TestFunction;
import dev.nabla.testing.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Shrinkable;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class NablaArbitrariesTest {
  private final Law<Case> product = Laws.standard().product();

  @Provide
  Arbitrary<Case> products() {
    return NablaArbitraries.cases(product);
  }

  @Property(seed = "51", tries = 30)
  void aLawIsAProperty(@ForAll("products") Case value) {
    NablaArbitraries.require(product, value);
  }

  @Provide
  Arbitrary<TestFunction> functions() {
    return NablaArbitraries.functions(2, 3, 5);
  }

  @Property(seed = "52", tries = 50)
  void aFunctionIsReadFromItsText(@ForAll("functions") TestFunction function) {
    VectorFunction read = function.parse();
    assertEquals(function.outputs().size(), read.outputCount());
  }

  /** As jqwik shrinks: to a simpler value that still fails, until there is none. */
  private static <T> T smallest(Arbitrary<T> arbitrary, Predicate<T> fails) {
    Random random = new Random(1);
    Shrinkable<T> current = arbitrary.generator(1000).next(random);
    while (!fails.test(current.value())) {
      current = arbitrary.generator(1000).next(random);
    }
    Optional<Shrinkable<T>> next = Optional.of(current);
    while (next.isPresent()) {
      Shrinkable<T> last = next.get();
      next = last.shrink().filter(candidate -> fails.test(candidate.value())).findFirst();
      next.ifPresent(found -> assertTrue(found.distance().compareTo(last.distance()) < 0));
      current = last;
    }
    return current.value();
  }

  @Test
  void anExpressionShrinksOnItsStructure() {
    Term smallest =
        smallest(NablaArbitraries.expressions(2, 6), term -> term.toString().contains("tanh"));
    assertTrue(
        smallest instanceof Term.Call call && call.operands().equals(List.of(Term.number(0, 1))),
        smallest.toString());
  }

  @Test
  void aPointShrinksToSmallWholeNumbers() {
    assertEquals(
        List.of(1.0, -1.0),
        smallest(
            NablaArbitraries.of(new Points(2)), point -> point.get(0) > 0 && point.get(1) < -0.5));
  }

  @Test
  void aCaseOutsideTheDomainIsAssumedAwayAndABrokenLawFails() {
    Law<Integer> law =
        new Law<>(
            "none is odd",
            new dev.nabla.testing.Generator<>() {
              @Override
              public Integer next(java.util.random.RandomGenerator random) {
                return random.nextInt();
              }

              @Override
              public java.util.stream.Stream<Integer> simpler(Integer value) {
                return java.util.stream.Stream.empty();
              }
            },
            n ->
                n < 0
                    ? new Verdict.Undefined("negative")
                    : n % 2 == 0 ? Verdict.holds() : new Verdict.Broken("odd"));
    NablaArbitraries.require(law, 2);
    assertThrows(TestAbortedException.class, () -> NablaArbitraries.require(law, -1));
    AssertionError error =
        assertThrows(AssertionError.class, () -> NablaArbitraries.require(law, 3));
    assertEquals("none is odd is broken:\n3\nodd", error.getMessage());
  }
}
