package dev.nabla.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.nabla.Certificate;
import dev.nabla.CheckRequest;
import dev.nabla.Evaluator;
import dev.nabla.Versions;
import dev.nabla.check.CheckReport;
import dev.nabla.check.NumericReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** JSON → {@link Certificate}; every field must be there, and no other. */
final class CertificateReader {
  private CertificateReader() {}

  /**
   * The certificate.
   *
   * @throws WrongInput if it is none, or of another format
   */
  static Certificate read(String text) {
    try {
      return certificate(Json.parse(text));
    } catch (JsonProcessingException malformed) {
      throw new WrongInput(
          "line "
              + malformed.getLocation().getLineNr()
              + ", column "
              + malformed.getLocation().getColumnNr()
              + " is not JSON: "
              + malformed.getOriginalMessage());
    }
  }

  private static Certificate certificate(JsonNode node) {
    if (!node.isObject() || !node.path("format").isInt()) {
      throw new WrongInput("there is no field 'format', a number: this is no certificate");
    }
    if (node.get("format").intValue() != Versions.FORMAT) {
      throw new WrongInput(
          "it has format "
              + node.get("format")
              + "; this version of Nabla reads format "
              + Versions.FORMAT);
    }
    return JsonFields.read("", node, CertificateReader::certificate);
  }

  private static Certificate certificate(JsonFields fields) {
    Subject subject = fields.object("function", CertificateReader::subject);
    Points points = fields.object("points", CertificateReader::points);
    CheckReport report =
        new CheckReport(
            fields.objects("entries", entry -> entry(entry, points)),
            points.inputs(),
            points.seed(),
            points.requested(),
            points.checked(),
            points.outside(),
            fields.strings("problems"));
    if (fields.word("result", Map.of("PASS", true, "FAIL", false)) != report.passed()) {
      throw new WrongInput("the field 'result' says otherwise than the entries");
    }
    return new Certificate(
        new Versions(fields.count("format"), fields.text("nabla"), fields.text("java")),
        subject.request(points),
        subject.digest(),
        fields.object("reference", CertificateReader::reference),
        fields.objects("formulas", CertificateReader::formula),
        fields.strings("sideConditions"),
        fields.strings("assumptions"),
        report);
  }

  /** The field {@code function}. */
  private record Subject(
      String text,
      String digest,
      String name,
      SortedMap<String, Integer> sizes,
      List<String> variables,
      Evaluator evaluator) {
    CheckRequest request(Points points) {
      return new CheckRequest(
          text, name, sizes, variables, evaluator, points.requested(), points.seed());
    }
  }

  private static Subject subject(JsonFields fields) {
    return new Subject(
        fields.text("text"),
        fields.text("digest"),
        fields.text("name"),
        fields.counts("sizes"),
        fields.strings("variables"),
        fields.word(
            "evaluator",
            words(Evaluator.values(), evaluator -> evaluator.name().toLowerCase(Locale.ROOT))));
  }

  /** The field {@code points}. */
  private record Points(
      long seed,
      int requested,
      int checked,
      int outside,
      List<String> inputs,
      List<List<Double>> visited) {
    List<Double> at(JsonFields fields) {
      int number = fields.count("at");
      if (number >= visited.size()) {
        throw new WrongInput("there is no point " + number + " in the field 'points.visited'");
      }
      return visited.get(number);
    }
  }

  private static Points points(JsonFields fields) {
    return new Points(
        fields.whole("seed"),
        fields.count("requested"),
        fields.count("checked"),
        fields.count("drawnOutsideTheDomain"),
        fields.strings("inputs"),
        fields.rows("visited"));
  }

  private static NumericReference.Method reference(JsonFields fields) {
    return new NumericReference.Method(
        fields.text("method"), fields.objects("levels", CertificateReader::level));
  }

  private static NumericReference.Level level(JsonFields fields) {
    return new NumericReference.Level(fields.count("digits"), fields.count("stepDigits"));
  }

  private static Certificate.Formula formula(JsonFields fields) {
    return new Certificate.Formula(
        fields.text("left"), fields.text("right"), fields.strings("sideConditions"));
  }

  private static CheckReport.Entry entry(JsonFields fields, Points points) {
    SortedMap<CheckReport.Exclusion, CheckReport.Encounter> excluded = new TreeMap<>();
    fields
        .objects("excluded", one -> excluded(one, points))
        .forEach(
            one -> {
              if (excluded.put(one.getKey(), one.getValue()) != null) {
                throw new WrongInput("a reason occurs twice: " + one.getKey().text());
              }
            });
    return new CheckReport.Entry(
        fields.text("entry"),
        fields.word("verdict", words(CheckReport.Verdict.values(), CheckReport.Verdict::name)),
        fields.count("compared"),
        fields.optional("worst", one -> comparison(one, points)),
        fields.optional("worstWellConditioned", one -> comparison(one, points)),
        fields.count("illConditioned"),
        excluded);
  }

  private static CheckReport.Comparison comparison(JsonFields fields, Points points) {
    return new CheckReport.Comparison(
        fields.number("ulps"),
        fields.number("condition"),
        fields.number("value"),
        fields.number("reference"),
        points.at(fields));
  }

  private static Map.Entry<CheckReport.Exclusion, CheckReport.Encounter> excluded(
      JsonFields fields, Points points) {
    CheckReport.Example example = new CheckReport.Example(points.at(fields), fields.text("of"));
    return Map.entry(
        fields.word("reason", words(CheckReport.Exclusion.values(), CheckReport.Exclusion::text)),
        new CheckReport.Encounter(fields.count("count"), Optional.of(example)));
  }

  private static <T> Map<String, T> words(T[] values, Function<T, String> word) {
    Map<String, T> words = new LinkedHashMap<>();
    for (T value : values) {
      words.put(word.apply(value), value);
    }
    return words;
  }
}
