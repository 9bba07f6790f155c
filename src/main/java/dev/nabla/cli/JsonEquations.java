package dev.nabla.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nabla.print.Equations;
import java.util.List;

/** Equations as JSON: each side as text and as LaTeX. */
final class JsonEquations {
  private JsonEquations() {}

  static String render(Equations equations) {
    ObjectNode object = Json.object();
    object.put("title", equations.title());
    add(object.putArray("equations"), equations.equations());
    add(object.putArray("where"), equations.where());
    ArrayNode notes = object.putArray("notes");
    equations.notes().forEach(notes::add);
    return object.toPrettyString();
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
