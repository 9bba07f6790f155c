package dev.nabla.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.nabla.Nabla;
import dev.nabla.simplify.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code nabla rules} lists what the simplifier does, all of it or what is asked for. */
class RulesCommandTest {
  private static List<Rule> all() {
    return Nabla.rules().stream().flatMap(family -> family.rules().stream()).toList();
  }

  @Test
  void everyRuleHasItsLine() {
    CommandRun run = CommandRun.of("rules");
    assertEquals(0, run.status(), run.err());
    for (Rule rule : all()) {
      String sides = rule.left() + " → " + rule.right();
      assertTrue(
          run.out().lines().anyMatch(l -> l.startsWith("  " + rule.name()) && l.contains(sides)),
          rule.name());
    }
  }

  @Test
  void aWordFindsRulesByNameAndByForm() {
    assertTrue(CommandRun.of("rules", "sin-of-asin").out().contains("sin(asin(a)) → a"));
    CommandRun run = CommandRun.of("rules", "SINH(A) * cosh(b)");
    assertTrue(run.out().contains("sinh-of-sum"), run.out());
    assertEquals(
        """
        exponential: exponentials and logarithms to all bases

          log1p-of-expm1  log1p(expm1(a)) → a

        1 rule; a rule applies where it makes an expression shorter.
        """,
        CommandRun.of("rules", "log1p(expm1").out());
  }

  @Test
  void conditionsAreSaid() {
    String line =
        CommandRun.of("rules", "atan-of-tan")
            .out()
            .lines()
            .filter(l -> l.contains("→"))
            .findAny()
            .get();
    assertEquals("  atan-of-tan  atan(tan(a)) → a  where -pi/2 <= a <= pi/2  (+)", line);
  }

  @Test
  void familiesGoByTheFirstLettersOfTheirNames() {
    String full = CommandRun.of("rules", "--family", "hyperbolic").out();
    assertEquals(full, CommandRun.of("rules", "--family", "hyp").out());
    assertTrue(full.startsWith("hyperbolic: hyperbolic functions\n"), full);
  }

  @Test
  void jsonHoldsEveryRule() throws JsonProcessingException {
    JsonNode root = Json.parse(CommandRun.of("rules", "--format", "json").out());
    int count = 0;
    for (JsonNode family : root.get("families")) {
      count += family.get("rules").size();
    }
    assertEquals(all().size(), count);
    JsonNode first = root.get("families").get(0).get("rules").get(0);
    assertEquals(all().get(0).left(), first.get("left").asText());
    assertTrue(first.get("exact").asBoolean());
  }

  @Test
  void markdownHasATableForEachFamily() {
    String text = CommandRun.of("rules", "--format", "markdown").out();
    assertEquals(Nabla.rules().size(), text.lines().filter(l -> l.startsWith("## ")).count());
    assertEquals(
        all().size(), text.lines().filter(l -> l.startsWith("| ") && l.contains("` |")).count());
  }

  @Test
  void whatThereIsNotIsAnError() {
    CommandRun word = CommandRun.of("rules", "frobnicate");
    assertEquals(2, word.status());
    assertTrue(word.err().contains("no rule has 'frobnicate' in it"), word.err());
    CommandRun family = CommandRun.of("rules", "--family", "matrix");
    assertEquals(2, family.status());
    assertTrue(
        family.err().contains("the families are exponential, power, circular"), family.err());
  }
}
