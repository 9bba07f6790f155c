package dev.nabla.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nabla.Certificate;
import dev.nabla.CheckRequest;
import dev.nabla.check.CheckReport;
import dev.nabla.check.NumericReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A certificate as JSON: the same certificate gives the same bytes. */
final class CertificateWriter {
  /** Many entries are at their worst at the same point, which may have many coordinates. */
  private final Map<List<Double>, Integer> visited = new LinkedHashMap<>();

  private CertificateWriter() {}

  static String write(Certificate certificate) {
    return new CertificateWriter().object(certificate).toPrettyString() + "\n";
  }

  private ObjectNode object(Certificate certificate) {
    ObjectNode object = Json.object();
    object.put("format", certificate.versions().format());
    object.put("nabla", certificate.versions().nabla());
    object.put("java", certificate.versions().java());
    CheckReport report = certificate.report();
    object.put("result", report.passed() ? "PASS" : "FAIL");
    function(object.putObject("function"), certificate);
    formulas(object, certificate);
    ObjectNode points = object.putObject("points");
    points(points, certificate.request(), report);
    reference(object.putObject("reference"), certificate.reference());
    strings(object.putArray("problems"), report.problems());
    ArrayNode entries = object.putArray("entries");
    report.entries().forEach(entry -> entry(entries.addObject(), entry));
    ArrayNode coordinates = points.putArray("visited");
    visited.keySet().forEach(point -> numbers(coordinates.addArray(), point));
    return object;
  }

  private static void function(ObjectNode object, Certificate certificate) {
    CheckRequest request = certificate.request();
    object.put("text", request.text());
    object.put("digest", certificate.digest());
    object.put("name", request.function());
    ObjectNode sizes = object.putObject("sizes");
    request.sizes().forEach(sizes::put);
    strings(object.putArray("variables"), request.variables());
    object.put("evaluator", request.evaluator().name().toLowerCase(Locale.ROOT));
  }

  private static void formulas(ObjectNode object, Certificate certificate) {
    ArrayNode formulas = object.putArray("formulas");
    for (Certificate.Formula formula : certificate.formulas()) {
      ObjectNode node = formulas.addObject();
      node.put("left", formula.left());
      node.put("right", formula.right());
      strings(node.putArray("sideConditions"), formula.sideConditions());
    }
    strings(object.putArray("sideConditions"), certificate.sideConditions());
    strings(object.putArray("assumptions"), certificate.assumptions());
  }

  private static void points(ObjectNode object, CheckRequest request, CheckReport report) {
    object.put("seed", request.seed());
    object.put("requested", request.points());
    object.put("checked", report.points());
    object.put("drawnOutsideTheDomain", report.outside());
    strings(object.putArray("inputs"), report.inputNames());
  }

  private static void reference(ObjectNode object, NumericReference.Method method) {
    object.put("method", method.text());
    ArrayNode levels = object.putArray("levels");
    for (NumericReference.Level level : method.levels()) {
      levels.addObject().put("digits", level.digits()).put("stepDigits", level.step());
    }
  }

  private void entry(ObjectNode object, CheckReport.Entry entry) {
    object.put("entry", entry.label());
    object.put("verdict", entry.verdict().name());
    object.put("compared", entry.checked());
    object.put("illConditioned", entry.illConditioned());
    comparison(object, "worst", entry.worst());
    comparison(object, "worstWellConditioned", entry.wellConditioned());
    ArrayNode excluded = object.putArray("excluded");
    entry.excluded().forEach((reason, met) -> excluded(excluded.addObject(), reason, met));
  }

  private void comparison(ObjectNode object, String name, Optional<CheckReport.Comparison> found) {
    if (found.isEmpty()) {
      object.putNull(name);
      return;
    }
    CheckReport.Comparison comparison = found.get();
    ObjectNode node = object.putObject(name);
    node.set("ulps", Json.number(comparison.ulps()));
    node.set("condition", Json.number(comparison.condition()));
    node.set("value", Json.number(comparison.computed()));
    node.set("reference", Json.number(comparison.exact()));
    node.put("at", number(comparison.point()));
  }

  private void excluded(
      ObjectNode object, CheckReport.Exclusion reason, CheckReport.Encounter met) {
    object.put("reason", reason.text());
    object.put("count", met.count());
    CheckReport.Example example = met.example().orElseThrow();
    object.put("of", example.text());
    object.put("at", number(example.point()));
  }

  /** The place of the point among those that are visited. */
  private int number(List<Double> point) {
    return visited.computeIfAbsent(point, none -> visited.size());
  }

  private static void strings(ArrayNode array, List<String> strings) {
    strings.forEach(array::add);
  }

  private static void numbers(ArrayNode array, List<Double> numbers) {
    numbers.forEach(number -> Json.add(array, number));
  }
}
