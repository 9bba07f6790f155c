package dev.nabla.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.resolve.FunctionReader;
import dev.nabla.source.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What is drawn is well-typed, and what is simpler leads to an end. */
class GeneratorTest {
  private static final Expressions EXPRESSIONS = new Expressions(Vocabulary.standard(), 3, 8);
  private static final int MOST_STEPS = 300;

  /** The text of a function is read as the same expressions. */
  @Property(seed = "41", tries = 100)
  void theTextOfAFunctionIsTheFunction(@ForAll long seed) {
    Functions functions = new Functions(EXPRESSIONS, 3, 3);
    TestFunction function = functions.next(new SplittableRandom(seed));
    Source source = new Source("<test>", function.text());
    List<Long> read =
        new FunctionReader(source, Optional.empty(), Map.of())
            .read().outputs().stream().map(Expr::structure).toList();
    ExprPool pool = new ExprPool();
    List<Expr> drawn = function.in(pool, function.symbols(pool));
    assertEquals(drawn.stream().map(Expr::structure).toList(), read, function.text());
    assertEquals(functions.next(new SplittableRandom(seed)), function);
  }

  /** Whatever is picked among the simpler ones, it ends, and soon. */
  @Property(seed = "42", tries = 60)
  void everyChainOfSimplerTermsEnds(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Term term = EXPRESSIONS.next(random);
    int size = term.size();
    int steps = 0;
    List<Term> simpler = term.simpler().toList();
    while (!simpler.isEmpty()) {
      // The last ones change the least.
      term = simpler.get(simpler.size() - 1 - random.nextInt(Math.min(3, simpler.size())));
      assertTrue(term.size() <= size);
      steps++;
      assertTrue(steps < MOST_STEPS, term.toString());
      simpler = term.simpler().toList();
    }
    assertEquals(Term.Numeral.ZERO, term);
  }

  @Property(seed = "43", tries = 300)
  void everyChainOfSimplerPointsEnds(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Points points = new Points(2);
    List<Double> point = points.next(random);
    int steps = 0;
    List<List<Double>> simpler = points.simpler(point).toList();
    while (!simpler.isEmpty()) {
      point = simpler.get(random.nextInt(simpler.size()));
      steps++;
      assertTrue(steps < 40, point.toString());
      simpler = points.simpler(point).toList();
    }
    assertEquals(List.of(0.0, 0.0), point);
  }

  private static Term smallest(Predicate<Term> fails) {
    Law<Term> law =
        new Law<>(
            "none has that",
            EXPRESSIONS,
            term -> fails.test(term) ? new Verdict.Broken("it has") : Verdict.holds());
    return law.counterexample(1000, 1).orElseThrow().value();
  }

  private static boolean calls(Term term, String function) {
    return (term instanceof Term.Call call && call.function().name().equals(function))
        || term.operands().stream().anyMatch(operand -> calls(operand, function));
  }

  @Test
  void theSmallestTermWithAFunctionIsTheFunctionOfZero() {
    Term smallest = smallest(term -> calls(term, "gelu"));
    assertTrue(
        smallest instanceof Term.Call call && call.operands().equals(List.of(Term.Numeral.ZERO)));
  }

  @Test
  void theSmallestTermWithTwoFunctionsHasNothingElse() {
    assertEquals(3, smallest(term -> calls(term, "tan") && calls(term, "exp")).size(), 1);
  }

  @Test
  void anInverseStaysAnInverseWhenItIsMadeSimpler() {
    InverseCases cases = new InverseCases(Vocabulary.standard());
    SplittableRandom random = new SplittableRandom(9);
    for (int i = 0; i < 100; i++) {
      InverseCase drawn = cases.next(random);
      cases.simpler(drawn).forEach(simpler -> assertTrue(simpler.pairs().size() >= 1));
      assertTrue(drawn.pairs().size() <= 3);
    }
  }

  @Test
  void aHomogeneousTermStaysHomogeneous() {
    HomogeneousExpressions homogeneous = new HomogeneousExpressions(Vocabulary.standard(), 2, 6);
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < 100; i++) {
      Term term = homogeneous.next(random);
      assertTrue(HomogeneousExpressions.degree(term).isPresent(), term.toString());
      assertTrue(
          homogeneous
              .simpler(term)
              .map(HomogeneousExpressions::degree)
              .allMatch(Optional::isPresent));
    }
  }
}
