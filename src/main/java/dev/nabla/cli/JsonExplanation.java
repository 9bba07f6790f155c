package dev.nabla.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nabla.explain.Explanation;
import dev.nabla.print.Equations.Rendering;

/** A derivation as JSON: each line as text and as LaTeX. */
final class JsonExplanation {
  private JsonExplanation() {}

  static String render(Explanation explanation) {
    ObjectNode object = Json.object();
    object.put("title", explanation.title());
    object.put("left", explanation.left().text());
    object.put("leftLatex", explanation.left().latex());
    ArrayNode lines = object.putArray("lines");
    for (Explanation.Line line : explanation.lines()) {
      ObjectNode node = lines.addObject();
      if (!line.rule().isEmpty()) {
        node.put("rule", line.rule());
      }
      node.put("text", line.form().text());
      node.put("latex", line.form().latex());
    }
    if (!explanation.conditions().isEmpty()) {
      ArrayNode conditions = object.putArray("conditions");
      explanation.conditions().stream().map(Rendering::text).forEach(conditions::add);
    }
    object.put("holds", explanation.verdict().holds());
    object.put("points", explanation.verdict().points());
    explanation
        .verdict()
        .failure()
        .ifPresent(
            failure -> {
              ObjectNode node = object.putObject("failure");
              node.put("line", failure.line() + 1);
              node.put("reason", failure.reason());
            });
    return object.toPrettyString();
  }
}
