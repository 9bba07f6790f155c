package dev.nabla.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonLinesTest {
  private static void assertAnswers(String request, String answer) {
    assertEquals(answer, JsonLines.answer(request));
  }

  @Test
  void formsValuesAndPartialsOfTheQuickStart() {
    assertAnswers(
        "{\"id\":7,\"function\":\"f(x,y) = [x^2*y, x*y^2]\",\"wrt\":[\"x\",\"y\"],"
            + "\"at\":{\"x\":1,\"y\":2}}",
        "{\"id\":7,\"text\":[[\"2*x*y\",\"x^2\"],[\"y^2\",\"2*x*y\"]],"
            + "\"latex\":[[\"2 x y\",\"x^{2}\"],[\"y^{2}\",\"2 x y\"]],"
            + "\"value\":[2.0,4.0],\"partials\":[[4.0,1.0],[4.0,4.0]]}");
  }

  @Test
  void withoutAPointThereAreNoNumbers() {
    assertAnswers("{\"function\":\"f(x) = x^2\"}", "{\"text\":[[\"2*x\"]],\"latex\":[[\"2 x\"]]}");
  }

  @Test
  void aChosenVariableIsTheOnlyColumn() {
    assertAnswers(
        "{\"id\":1,\"function\":\"f(x,y) = x*y\",\"wrt\":[\"y\"]}",
        "{\"id\":1,\"text\":[[\"x\"]],\"latex\":[[\"x\"]]}");
  }

  @Test
  void arraysAreRowMajorAndNotANumberIsAString() {
    assertAnswers(
        "{\"id\":\"a\",\"function\":\"f(A[2,2])[i] = A[i,1]*A[i,2]\","
            + "\"at\":{\"A\":[[1,2],[3,\"Infinity\"]]}}",
        "{\"id\":\"a\",\"text\":[[\"A[1,2]\",\"A[1,1]\",\"0\",\"0\"],[\"0\",\"0\",\"A[2,2]\",\"A[2,1]\"]],"
            + "\"latex\":[[\"A_{1,2}\",\"A_{1,1}\",\"0\",\"0\"],[\"0\",\"0\",\"A_{2,2}\",\"A_{2,1}\"]],"
            + "\"value\":[2.0,\"Infinity\"],"
            + "\"partials\":[[2.0,1.0,0.0,0.0],[0.0,0.0,\"Infinity\",3.0]]}");
  }

  @Test
  void higherOrderKeepsTheValueOfTheFunction() {
    assertAnswers(
        "{\"id\":9,\"function\":\"f(x) = x^4\",\"order\":3,\"at\":{\"x\":2}}",
        "{\"id\":9,\"text\":[[\"24*x\"]],\"latex\":[[\"24 x\"]],\"value\":[16.0],"
            + "\"partials\":[[48.0]]}");
  }

  @Test
  void aSizeIsGivenWithTheRequest() {
    assertAnswers(
        "{\"id\":2,\"function\":\"f(x[n]) = sum(x)\",\"dim\":{\"n\":2}}",
        "{\"id\":2,\"text\":[[\"1\",\"1\"]],\"latex\":[[\"1\",\"1\"]]}");
  }

  @Test
  void anErrorHasItsPlaceAndNothingElse() {
    assertAnswers(
        "{\"id\":8,\"function\":\"f(x) = 1/2x\"}",
        "{\"id\":8,\"error\":{\"message\":\"this can be read as (1/2)*x or as 1/(2*x)\","
            + "\"line\":1,\"column\":8,\"hint\":\"write the one you mean\"}}");
  }

  @Test
  void everyBadRequestIsAnswered() {
    for (String request :
        List.of(
            "not json",
            "[]",
            "17",
            "{}",
            "{\"function\":5}",
            "{\"function\":\"f(x) = x\",\"wrt\":\"x\"}",
            "{\"function\":\"f(x) = x\",\"wrt\":[\"y\"]}",
            "{\"function\":\"f(x) = x\",\"at\":{}}",
            "{\"function\":\"f(x) = x\",\"at\":{\"x\":\"one\"}}",
            "{\"function\":\"f(x) = x\",\"at\":{\"x\":[1,2]}}",
            "{\"function\":\"f(x) = x\",\"at\":3}",
            "{\"function\":\"f(x,y) = x\",\"order\":2}",
            "{\"function\":\"f(x) = x\",\"order\":0}",
            "{\"function\":\"f(x) = x\",\"order\":1.5}",
            "{\"function\":\"f(x[n]) = sum(x)\",\"dim\":{\"n\":0}}",
            "{\"function\":\"f(x) = x\",\"colour\":1}",
            "{\"function\":\"\"}",
            "{\"function\":\"f(x) = x\"")) {
      String answer = JsonLines.answer(request);
      assertTrue(answer.contains("\"error\":{\"message\":"), request + " → " + answer);
      assertFalse(answer.contains("internal error"), request + " → " + answer);
      assertFalse(answer.contains("\"text\""), request + " → " + answer);
    }
  }

  @Test
  void aBadRequestDoesNotEndTheStream() {
    String requests =
        "nonsense\n\n{\"id\":1,\"function\":\"f(x) = \"}\n{\"id\":2,\"function\":\"f(x) = x\"}\n";
    CommandRun run = CommandRun.withInput(requests.getBytes(StandardCharsets.UTF_8), "--jsonl");
    assertEquals(0, run.status());
    List<String> lines = run.out().lines().toList();
    assertEquals(3, lines.size());
    assertEquals("{\"id\":2,\"text\":[[\"1\"]],\"latex\":[[\"1\"]]}", lines.get(2));
  }
}
