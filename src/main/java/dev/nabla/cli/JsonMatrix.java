package dev.nabla.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nabla.ClosedForm;
import dev.nabla.Evaluation;
import dev.nabla.Jacobian;
import dev.nabla.array.SparsityPattern;
import java.util.Arrays;
import java.util.List;

/** A matrix of derivatives and its values as JSON. */
final class JsonMatrix {
  private JsonMatrix() {}

  static String render(Jacobian jacobian) {
    ObjectNode object = Json.object();
    object.put("function", jacobian.functionName());
    ArrayNode rows = object.putArray("rows");
    jacobian.rowLabels().forEach(rows::add);
    ArrayNode columns = object.putArray("columns");
    jacobian.columnLabels().forEach(columns::add);
    addForms(object, jacobian);
    return object.toPrettyString();
  }

  static String render(Evaluation evaluation) {
    ObjectNode object = Json.object();
    addNumbers(object, evaluation);
    addTexts(object, "conditions", evaluation.conditions());
    return object.toString();
  }

  /** The entries as text and as LaTeX, and the conditions under which they hold. */
  static void addForms(ObjectNode object, Jacobian jacobian) {
    ArrayNode text = object.putArray("text");
    ArrayNode latex = object.putArray("latex");
    for (int i = 0; i < jacobian.rowCount(); i++) {
      ArrayNode textRow = text.addArray();
      ArrayNode latexRow = latex.addArray();
      for (int j = 0; j < jacobian.columnCount(); j++) {
        ClosedForm entry = jacobian.entry(i, j);
        textRow.add(entry.toString());
        latexRow.add(entry.toLatex());
      }
    }
    if (!jacobian.keptDerivatives().isEmpty()) {
      ArrayNode where = object.putArray("where");
      jacobian
          .keptDerivatives()
          .forEach(
              (name, value) -> {
                ObjectNode line = where.addObject();
                line.put("text", name + " = " + value);
                line.put("latex", name.toLatex() + " = " + value.toLatex());
              });
    }
    if (!jacobian.ownRules().isEmpty()) {
      ArrayNode rules = object.putArray("rules");
      jacobian.ownRules().forEach(rules::add);
    }
    addConditions(object, "conditions", jacobian.sideConditions());
    addConditions(object, "assumptions", jacobian.assumptions());
  }

  private static void addConditions(ObjectNode object, String name, List<ClosedForm> conditions) {
    addTexts(object, name, conditions.stream().map(ClosedForm::toString).toList());
  }

  private static void addTexts(ObjectNode object, String name, List<String> texts) {
    if (!texts.isEmpty()) {
      ArrayNode array = object.putArray(name);
      texts.forEach(array::add);
    }
  }

  static void addNumbers(ObjectNode object, Evaluation evaluation) {
    ArrayNode value = object.putArray("value");
    evaluation.values().forEach(number -> Json.add(value, number));
    ArrayNode partials = object.putArray("partials");
    int columns = evaluation.columnLabels().size();
    for (int i = 0; i < evaluation.rowLabels().size(); i++) {
      ArrayNode row = partials.addArray();
      for (int j = 0; j < columns; j++) {
        Json.add(row, evaluation.partial(i, j));
      }
    }
    addTexts(object, "remarks", evaluation.remarks());
  }

  /** Row, column and value of each nonzero; values at one place add up. */
  static String coordinates(SparsityPattern pattern, double[] value, double[] nonzeros) {
    ObjectNode object = sparse(pattern, value);
    ArrayNode rows = object.putArray("rows");
    ArrayNode columns = object.putArray("columns");
    for (int k = 0; k < pattern.count(); k++) {
      rows.add(pattern.row(k));
      columns.add(pattern.column(k));
    }
    addAll(object.putArray("partials"), nonzeros);
    return object.toString();
  }

  /** Compressed columns: where each starts, and row and value of each nonzero. */
  static String compressed(SparsityPattern pattern, double[] value, double[] nonzeros) {
    SparsityPattern.Compressed columns = pattern.toCsc();
    ObjectNode object = sparse(pattern, value);
    ArrayNode starts = object.putArray("starts");
    Arrays.stream(columns.starts()).forEach(starts::add);
    ArrayNode rows = object.putArray("rows");
    Arrays.stream(columns.indices()).forEach(rows::add);
    addAll(object.putArray("partials"), columns.arrange(nonzeros));
    return object.toString();
  }

  private static ObjectNode sparse(SparsityPattern pattern, double[] value) {
    ObjectNode object = Json.object();
    object.put("rowCount", pattern.rowCount());
    object.put("columnCount", pattern.columnCount());
    addAll(object.putArray("value"), value);
    return object;
  }

  private static void addAll(ArrayNode array, double[] numbers) {
    Arrays.stream(numbers).forEach(number -> Json.add(array, number));
  }
}
