package dev.nabla.symja;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nabla.simplify.Simplification;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A shorter form is taken only if it is the same function on the whole domain. */
class SymjaSimplifierTest {
  /** Symja says that the first output is the second. */
  private static Suggestion suggested(String function) {
    Asked asked = Asked.of(function);
    return asked
        .simplifier((expression, limit) -> new Reply.Expression(asked.output(1)))
        .suggestion(asked.output(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sqrt(x^2 + 2*x + 1) | x + 1 | another value",
        "log(x^2)/2 + y | log(x) + y | no value",
        "x + sin(x)*cos(x) - x*cos(x)^2 | x | another value",
        "x/2 + abs(x)/2 + x*y | x + x*y | another value",
        "(x + 1e-9*x)*y | x*y | another value",
        "x + (if x > 1e15 then 1 else 0) | x | another value"
      })
  void aWrongFormIsRefuted(String right, String wrong, String reason) {
    Suggestion suggestion = suggested("f(x, y) = [" + right + ", " + wrong + "]");
    String refusal = assertInstanceOf(Suggestion.Refuted.class, suggestion).reason();
    assertTrue(refusal.contains(reason), refusal);
  }

  @Test
  void aRightFormIsTaken() {
    Suggestion suggestion = suggested("f(x, y) = [sin(x)^2*y + cos(x)^2*y, y]");
    Simplification found = assertInstanceOf(Suggestion.Shorter.class, suggestion).simplification();
    assertEquals(List.of(), found.sideConditions());
  }

  @Test
  void aWiderDomainIsASideCondition() {
    Suggestion suggestion = suggested("f(x, y) = [exp(log(x)*3)*y, x^3*y]");
    Simplification found = assertInstanceOf(Suggestion.Shorter.class, suggestion).simplification();
    assertEquals(1, found.sideConditions().size());
  }

  @Test
  void aRemovedPoleIsASideCondition() {
    Asked asked = Asked.of("f(x) = (x^2 - 1)/(x - 1)");
    Simplification found = asked.simplifier().shorter(asked.output(0)).orElseThrow();
    assertSame(asked.pool().sum(asked.input(0), asked.pool().one()), found.expr());
    assertEquals(1, found.sideConditions().size());
  }

  @Test
  void assumptionsAreSymjasToo() {
    Asked asked = Asked.of("f(x > 0) = sqrt(x^2) + 1");
    assertEquals(
        Optional.of(asked.pool().sum(asked.input(0), asked.pool().one())),
        asked.simplifier().shorter(asked.output(0)).map(Simplification::expr));
  }

  @Test
  void aLongerFormIsNotTaken() {
    assertInstanceOf(Suggestion.NotShorter.class, suggested("f(x) = [tan(x), sin(x)/cos(x)]"));
  }

  @Test
  void noAnswerIsSaid() {
    Asked asked = Asked.of("f(x) = sin(x)");
    Suggestion suggestion =
        asked.simplifier((e, limit) -> new Reply.None("tired")).suggestion(asked.output(0));
    assertEquals(Optional.of("tired"), suggestion.obstacle());
  }
}
