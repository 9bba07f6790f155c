package dev.nabla.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code nabla explain}: which entry is meant, and what is said where there is no such. */
class ExplainCommandTest {
  private static final String TWO = "f(x,y) = [x^2*y, x*y^2]";

  private static CommandRun explain(String text, String... options) {
    String[] arguments = new String[options.length + 3];
    arguments[0] = "explain";
    arguments[1] = "-e";
    arguments[2] = text;
    System.arraycopy(options, 0, arguments, 3, options.length);
    return CommandRun.of(arguments);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "f(x,y) = [x^2*y, x*y^2]|2,1|∂f[2]/∂x",
        "f(x,y) = [x^2*y, x*y^2]|f[2],x|∂f[2]/∂x",
        "polar(x, y) = [r, s] where r = x*y, s = x/y|s,y|∂s/∂y",
        "f(x,y) = x*y|y|∂f/∂y",
        "f(x[3]) = x[1]*x[2]|x[2]|∂f/∂x[2]",
        "f(x[n]) = sum(i, x[i]^2)|f,x|∂f/∂x[i]",
        "f(x[n]) = sum(i, x[i]^2)|1,1|∂f/∂x[i]",
        "f(W[2,2], x[2]) = W*x|f[1],W[1,2]|∂f[1]/∂W[1,2]"
      })
  void anEntryIsNamedByNumbersOrNames(String text, String entry, String expected) {
    CommandRun run = explain(text, "--entry", entry);
    assertEquals("", run.err());
    assertEquals(0, run.status(), run.out());
    assertTrue(run.out().startsWith(expected + " of "), run.out());
    assertTrue(run.out().contains("checked: each line"), run.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3,1|there is no row '3'; there is 1 = f[1], 2 = f[2]",
        "1,z|there is no column 'z'; there is 1 = x, 2 = y",
        "0,1|there is no row '0'; there is 1 = f[1], 2 = f[2]",
        "1|Give row and column: --entry f[2],x; rows: 1 = f[1], 2 = f[2]; columns: 1 = x, 2 = y",
        "1,2,3|Give row and column: --entry f[2],x; rows: 1 = f[1], 2 = f[2]; columns: 1 = x, 2 = y"
      })
  void anEntryThatThereIsNotIsAnErrorThatSaysWhatThereIs(String entry, String expected) {
    CommandRun run = explain(TWO, "--entry", entry);
    assertEquals(2, run.status());
    assertEquals("nabla: error: --entry " + entry + ": " + expected + "\n", run.err());
  }

  @Test
  void gradientAndHessianHaveEntriesToo() {
    assertTrue(
        explain("f(x,y) = x^2*y", "--of", "gradient", "--entry", "y").out().contains("∂f/∂y"));
    CommandRun run = explain("f(x,y) = x^2*y^3", "--of", "hessian", "--entry", "x,y");
    assertTrue(run.out().startsWith("∂²f/∂x∂y of f(x, y)"), run.out());
    assertTrue(run.out().contains("6*x*y^2"), run.out());
    CommandRun array = explain("f(x[n]) = sum(i, x[i]^3)", "--of", "hessian");
    assertTrue(array.out().startsWith("∂²f/∂x[i]∂x[j] of f(x)"), array.out() + array.err());
    assertEquals(2, explain(TWO, "--of", "hessian").status());
  }

  @Test
  void withoutSimplificationTheChainRuleHasTheLastWord() {
    CommandRun run = explain("f(x) = sin(x)/cos(x)", "--simplify", "none");
    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().lines().allMatch(line -> !line.contains("tan")), run.out());
  }

  @Test
  void jsonHoldsEachLineWithItsRule() throws Exception {
    JsonNode node = Json.parse(explain("f(x) = x*exp(x)", "--format", "json").out());
    assertTrue(node.get("holds").asBoolean());
    assertEquals(8, node.get("points").asInt());
    JsonNode lines = node.get("lines");
    assertEquals("⟦∂/∂x(x*exp(x))⟧", lines.get(0).get("text").asText());
    assertTrue(lines.get(1).get("rule").asText().startsWith("product rule"));
  }
}
