package dev.nabla.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.nabla.diff.DerivativeTemplates;
import dev.nabla.expr.Expr;
import dev.nabla.function.ElementaryFunction;
import dev.nabla.function.FunctionTable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The laws hold; where one is broken, the smallest case is found. */
class LawsTest {
  private static final int TRIES = 20;

  @TestFactory
  Stream<DynamicTest> theEngineObeysEveryLaw() {
    return Laws.standard().all().stream()
        .map(law -> dynamicTest(law.name(), () -> law.check(TRIES, 20261124)));
  }

  private static Laws with(String function, int argument, String derivative) {
    ElementaryFunction broken = FunctionTable.get(function);
    return new Laws(
        Vocabulary.standard(), DerivativeTemplates.standard().with(broken, argument, derivative));
  }

  private static String smallest(Law<?> law) {
    return law.counterexample(3000, 1).map(Object::toString).orElse("none");
  }

  @Test
  void aWrongDerivativeIsShrunkToItsFunctionAtASmallNumber() {
    assertEquals(
        """
        f(x, y) = tanh(x)
        at x = 1, y = 0
        the derivative is 1.5800256583859739, differences give 0.41997434161402607\
        """,
        smallest(with("tanh", 0, "1 + tanh(x)^2").numericReference()));
  }

  @Test
  void aWrongPartialDerivativeIsShrunkToo() {
    assertEquals(
        """
        f(x, y) = atan2(x, 1)
        at x = 0, y = 0
        the derivative is -1, differences give 1\
        """,
        smallest(with("atan2", 0, "-y/(x^2 + y^2)").numericReference()));
  }

  @Test
  void aWrongDerivativeDoesNotFitTheInverse() {
    assertEquals(
        """
        f(x) = sin(x)
        g(x) = asin(x)
        at x = 0
        2 is not 1\
        """,
        smallest(with("asin", 0, "2/sqrt(1 - x^2)").inverse()));
  }

  @Test
  void mixedPartialsDifferWhereOneOfTwoIsWrong() {
    String found = smallest(with("hypot", 1, "y/hypot(x, y)^2").mixedPartials());
    assertTrue(found.startsWith("f(x, y) = hypot("), found);
  }

  @Test
  void eulersTheoremNoticesAWrongDegree() {
    String found = smallest(with("hypot", 0, "x").euler());
    assertTrue(found.startsWith("f(x, y) = hypot(x, "), found);
  }

  /** D(f·g) = Df·Dg, as Leibniz first had it. */
  @Test
  void aWrongLawIsRefutedByTheSimplestFunctions() {
    Law<Case> wrong =
        new Law<>(
            "D(f*g) = Df*Dg",
            Cases.of(new Expressions(Vocabulary.standard(), 1, 6), 1, 2),
            value -> {
              Setting s = new Setting(value, DerivativeTemplates.standard());
              Expr f = s.function(0);
              Expr g = s.function(1);
              return new Equation(
                      s.derivative(s.pool().product(f, g), 0),
                      s.pool().product(s.derivative(f, 0), s.derivative(g, 0)))
                  .at(s.inputs(), s.decimals());
            });
    assertEquals("f(x) = 1\ng(x) = x\nat x = 0\n1 is not 0", smallest(wrong));
    AssertionError error = assertThrows(AssertionError.class, wrong::check);
    assertTrue(error.getMessage().startsWith("D(f*g) = Df*Dg is broken (seed 1):"));
  }

  @Test
  void aLawThatSaysNothingIsAnError() {
    Law<List<Double>> empty =
        new Law<>("empty", new Points(1), point -> new Verdict.Undefined("nothing is said"));
    AssertionError error = assertThrows(AssertionError.class, () -> empty.check(10, 1));
    assertTrue(
        error.getMessage().startsWith("empty says something of 0 of 200 cases only (seed 1)"),
        error.getMessage());
    assertEquals(Optional.empty(), empty.counterexample(10, 1));
  }

  /** Each function is drawn, and has a value in most of the terms that it is drawn in. */
  @Test
  void everyFunctionOfTheTableIsDrawn() {
    Set<String> missing =
        FunctionTable.all().stream()
            .map(ElementaryFunction::name)
            .collect(Collectors.toCollection(TreeSet::new));
    Expressions expressions = new Expressions(Vocabulary.standard(), 2, 6);
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 1000; i++) {
      remove(expressions.next(random), missing);
    }
    assertEquals(new TreeSet<>(), missing);
  }

  private static void remove(Term term, Set<String> names) {
    if (term instanceof Term.Call call) {
      names.remove(call.function().name());
    }
    term.operands().forEach(operand -> remove(operand, names));
  }

  @TestFactory
  Stream<DynamicTest> mostTermsOfAFunctionAreInItsDomain() {
    return FunctionTable.all().stream()
        .map(
            function ->
                dynamicTest(
                    function.name(),
                    () -> {
                      Law<Case> law = valueLaw(Vocabulary.of(function));
                      SplittableRandom random = new SplittableRandom(5);
                      long defined =
                          Stream.generate(() -> law.verdict(law.cases().next(random)))
                              .limit(60)
                              .filter(Verdict::isDefined)
                              .count();
                      assertTrue(defined >= 30, defined + " of 60");
                    }));
  }

  /** f = f, wherever f has a value. */
  private static Law<Case> valueLaw(Vocabulary vocabulary) {
    return new Law<>(
        "f = f",
        Cases.of(new Expressions(vocabulary, 1, 3), 1, 1),
        value -> {
          Setting s = new Setting(value, DerivativeTemplates.standard());
          return new Equation(s.function(0), s.function(0)).at(s.inputs(), s.decimals());
        });
  }
}
