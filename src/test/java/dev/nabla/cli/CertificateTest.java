package dev.nabla.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.nabla.Certificate;
import dev.nabla.CheckRequest;
import dev.nabla.Evaluator;
import dev.nabla.Reproduction;
import dev.nabla.source.NablaException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A certificate says everything, says it again on a second run, and no part of it can be changed.
 */
class CertificateTest {
  private static final String PIECEWISE =
      "g(x, y; k > 0) = [x^2/x*sqrt(k^2), if y > 0 then y*log(y) else 1/y, atan2(x, y)]";
  private static final String SCALED =
      "scaled(z[n]; c > 0)[i] = sqrt(c^2)*z[i]^3/z[i] + sum(k, exp(z[k]))";

  private static Certificate certify(String text, Evaluator evaluator, int points) {
    String name = text.substring(0, text.indexOf('('));
    SortedMap<String, Integer> sizes = new TreeMap<>();
    if (text.contains("[n]")) {
      sizes.put("n", 3);
    }
    return new CheckRequest(text, name, sizes, List.of(), evaluator, points, 7).run().certificate();
  }

  private static Certificate piecewise() {
    return certify(PIECEWISE, Evaluator.STRAIGHT, 12);
  }

  @ParameterizedTest
  @EnumSource
  void aSecondRunWritesTheSameBytes(Evaluator evaluator) {
    String first = CertificateWriter.write(certify(SCALED, evaluator, 5));
    assertEquals(first, CertificateWriter.write(certify(SCALED, evaluator, 5)));
    assertEquals(first, CertificateWriter.write(CertificateReader.read(first)));
  }

  @ParameterizedTest
  @EnumSource
  void aSecondRunFromTheCertificateAloneFindsTheSame(Evaluator evaluator) {
    Certificate read =
        CertificateReader.read(CertificateWriter.write(certify(SCALED, evaluator, 5)));
    Reproduction reproduction = read.reproduce();
    assertEquals(List.of(), reproduction.differences());
    assertTrue(reproduction.reservation().isEmpty());
    assertTrue(reproduction.found().report().passed());
  }

  @Test
  void closedFormsAreThereWithWhatTheyHoldUnder() {
    Certificate certificate = piecewise();
    Certificate.Formula first = certificate.formulas().get(0);
    assertEquals(new Certificate.Formula("∂g[1]/∂x", "k", List.of("x != 0")), first);
    assertEquals(List.of("x != 0"), certificate.sideConditions());
    assertEquals(List.of("k > 0"), certificate.assumptions());
    Certificate rolled = certify(SCALED, Evaluator.ROLLED, 1);
    assertEquals("∂scaled[i]/∂z[k]", rolled.formulas().get(0).left());
    assertEquals(List.of("c > 0"), rolled.assumptions());
    assertEquals(1, rolled.sideConditions().size(), rolled.sideConditions().toString());
  }

  @Test
  void excludedPointsHaveTheirReason() {
    String json = CertificateWriter.write(certify(PIECEWISE, Evaluator.STRAIGHT, 60));
    assertTrue(json.contains("\"reason\" : \"pole\""), json);
    assertTrue(json.contains("\"reason\" : \"side condition\""), json);
    assertTrue(json.contains("\"of\" : \"x != 0\""), json);
  }

  /** Each number, string and truth value of a tree, as an action that changes it. */
  private static void changes(JsonNode node, String path, List<Change> changes) {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        String inner = path + "." + field.getKey();
        changes.add(new Change("without " + inner, () -> object.remove(field.getKey())));
        changes(field.getValue(), inner, changes);
        changed(field.getValue(), other -> object.set(field.getKey(), other), inner, changes);
      }
    } else if (node instanceof ArrayNode array) {
      for (int k = 0; k < array.size(); k++) {
        int place = k;
        changes(array.get(k), path + "[" + k + "]", changes);
        changed(array.get(k), other -> array.set(place, other), path + "[" + k + "]", changes);
      }
    }
  }

  private record Change(String what, Runnable apply) {}

  private static void changed(
      JsonNode value, Consumer<JsonNode> set, String path, List<Change> changes) {
    if (value.isNumber()) {
      double number = value.doubleValue();
      JsonNode other =
          value.isIntegralNumber()
              ? IntNode.valueOf(value.intValue() == 0 ? 1 : value.intValue() - 1)
              : DoubleNode.valueOf(Math.nextUp(number));
      changes.add(new Change("another " + path, () -> set.accept(other)));
    } else if (value.isTextual()) {
      String text = value.textValue();
      changes.add(new Change("another " + path, () -> set.accept(TextNode.valueOf(text + " "))));
    }
  }

  @Test
  void whateverIsChangedIsFound() {
    String json = CertificateWriter.write(certify(PIECEWISE, Evaluator.STRAIGHT, 4));
    List<Change> count = new ArrayList<>();
    changes(parse(json), "", count);
    assertTrue(count.size() > 250, () -> count.size() + " changes");
    for (int k = 0; k < count.size(); k++) {
      JsonNode tree = parse(json);
      List<Change> changes = new ArrayList<>();
      changes(tree, "", changes);
      changes.get(k).apply().run();
      String changed = tree.toString();
      assertTrue(isFound(changed), changes.get(k).what() + " passes unnoticed");
    }
  }

  /** Whether the certificate is refused, or not reproduced. */
  private static boolean isFound(String json) {
    try {
      Reproduction reproduction = CertificateReader.read(json).reproduce();
      return !reproduction.holds() || reproduction.reservation().isPresent();
    } catch (WrongInput | NablaException | IllegalArgumentException refused) {
      assertFalse(refused.getMessage().isEmpty());
      return true;
    }
  }

  private static JsonNode parse(String json) {
    try {
      return Json.parse(json);
    } catch (com.fasterxml.jackson.core.JsonProcessingException malformed) {
      throw new AssertionError(malformed);
    }
  }

  private static String changed(String from, String to) {
    String json = CertificateWriter.write(piecewise());
    assertTrue(json.contains(from), json);
    return json.replace(from, to);
  }

  @Test
  void aChangedClosedFormIsNamed() {
    Reproduction reproduction =
        CertificateReader.read(changed("\"right\" : \"k\"", "\"right\" : \"2*k\"")).reproduce();
    assertEquals(
        List.of("∂g[1]/∂x, closed form: the certificate says 2*k, this run k"),
        reproduction.differences().stream().map(Object::toString).toList());
  }

  @Test
  void aChangedTextIsNamed() {
    Reproduction reproduction =
        CertificateReader.read(changed("y*log(y)", "y*log(y)^1")).reproduce();
    assertEquals(
        List.of("the function, digest of its text"),
        reproduction.differences().stream().map(d -> d.of() + ", " + d.figure()).toList());
  }

  @Test
  void ofAnotherVersionOnlyWhatMustBeEqualIsCompared() {
    String json = CertificateWriter.write(piecewise());
    String nabla = json.replaceFirst("\"nabla\" : \"[^\"]*\"", "\"nabla\" : \"0.0.1\"");
    String other = nabla.replace("\"right\" : \"k\"", "\"right\" : \"abs(k)\"");
    Reproduction reproduction = CertificateReader.read(other).reproduce();
    assertTrue(reproduction.holds());
    assertTrue(reproduction.reservation().orElseThrow().contains("0.0.1"));
    String verdict = other.replaceFirst("\"result\" : \"PASS\"", "\"result\" : \"FAIL\"");
    assertThrows(WrongInput.class, () -> CertificateReader.read(verdict));
    String text = other.replace("y*log(y)", "y*log(y)/2");
    assertFalse(CertificateReader.read(text).reproduce().holds());
  }

  @Test
  void onAnotherJavaClosedFormsAreStillCompared() {
    String json = CertificateWriter.write(piecewise());
    String java = json.replaceFirst("\"java\" : \"[^\"]*\"", "\"java\" : \"11.0.1\"");
    Reproduction reproduction = CertificateReader.read(java).reproduce();
    assertTrue(reproduction.holds());
    assertTrue(reproduction.reservation().orElseThrow().contains("11.0.1"));
    String form = java.replace("\"right\" : \"k\"", "\"right\" : \"2*k\"");
    assertFalse(CertificateReader.read(form).reproduce().holds());
  }

  @Test
  void whatIsNoCertificateIsOneMessage() {
    assertRefused("line 2, column", "{\n nonsense");
    assertRefused("no certificate", "[]");
    assertRefused("no certificate", "{}");
    assertRefused("it has format 99", "{\"format\": 99}");
    assertRefused("'function' is missing", "{\"format\": 1}");
    assertRefused(
        "there is no field 'extra'", changed("\"format\" : 1", "\"format\":1,\"extra\":0"));
    assertRefused("'points.seed' is not a whole number", changed("\"seed\" : 7", "\"seed\" : 0.5"));
    assertRefused(
        "not one of straight, derived, rolled",
        changed("\"evaluator\" : \"straight\"", "\"evaluator\":\"\""));
  }

  private static void assertRefused(String message, String json) {
    WrongInput wrong = assertThrows(WrongInput.class, () -> CertificateReader.read(json));
    assertTrue(wrong.getMessage().contains(message), wrong.getMessage());
  }
}
