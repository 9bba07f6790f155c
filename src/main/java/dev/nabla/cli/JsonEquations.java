package dev.nabla.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nabla.print.Equations;
import dev.nabla.print.Premises;
import java.util.List;

/** Equations as JSON: each side as text and as LaTeX. */
final class JsonEquations {
  private JsonEquations() {}

  static String render(Equations equations) {
    ObjectNode object = Json.object();
    object.put("title", equations.title());
    add(object.putArray("equations"), equations.equations());
    add(object.putArray("where"), equations.where());
    Premises premises = equations.premises();
    addText(object.putArray("conditions"), premises.sideConditions());
    addText(object.putArray("assumptions"), premises.assumptions());
    ArrayNode notes = object.putArray("notes");
    equations.notes().forEach(notes::add);
    return object.toPrettyString();
  }

  private static void addText(ArrayNode array, List<Equations.Rendering> renderings) {
    renderings.forEach(rendering -> array.add(rendering.text()));
  }

  private static void add(ArrayNode array, List<Equations.Equation> equations) {
    for (Equations.Equation equation : equations) {
      ObjectNode node = array.addObject();
      node.put("left", equation.left().text());
      node.put("right", equation.right().text());
      node.put("leftLatex", equation.left().latex());
      node.put("rightLatex", equation.right().latex());
      if (!equation.shape().isEmpty()) {
        node.put("shape", equation.shape());
      }
    }
  }
}
