package dev.nabla.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nabla.InputValues;
import dev.nabla.Jacobian;
import dev.nabla.Nabla;
import dev.nabla.VectorFunction;
import dev.nabla.function.JavaFunctions;
import dev.nabla.source.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A request: {@code function} (a text), and optionally {@code wrt}, {@code at}, {@code order},
 * {@code dim} and {@code name} (which function of the text).
 */
final class JsonRequest {
  private static final Set<String> FIELDS =
      Set.of("id", "function", "wrt", "at", "order", "dim", "name");

  private final JsonNode request;
  private final JavaFunctions java;

  JsonRequest(JsonNode request, JavaFunctions java) {
    this.request = request;
    this.java = java;
  }

  void answer(ObjectNode answer) {
    if (!request.isObject()) {
      throw new WrongInput("a request is a JSON object: {\"id\":1,\"function\":\"f(x) = x^2\"}");
    }
    request
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!FIELDS.contains(name)) {
                throw new WrongInput(
                    "a request has no field '"
                        + name
                        + "'; it has id, function, wrt, at, order,"
                        + " dim, name");
              }
            });
    VectorFunction function =
        Nabla.parse(
            new Source(
                "<request>",
                text("function")
                    .orElseThrow(() -> new WrongInput("the field 'function' is missing"))),
            text("name"),
            sizes(),
            java);
    Jacobian jacobian = jacobian(function);
    JsonMatrix.addForms(answer, jacobian);
    if (request.hasNonNull("at")) {
      JsonMatrix.addNumbers(answer, jacobian.evaluate(point(function)));
    }
  }

  private Jacobian jacobian(VectorFunction function) {
    if (!request.hasNonNull("order")) {
      return function.jacobian(variables());
    }
    JsonNode order = request.get("order");
    if (!order.canConvertToInt() || !order.isIntegralNumber()) {
      throw new WrongInput("order is a whole number from 1");
    }
    return order.intValue() == 1
        ? function.jacobian(variables())
        : function.derivative(variables(), order.intValue());
  }

  private Optional<String> text(String field) {
    JsonNode node = request.get(field);
    if (node == null || node.isNull()) {
      return Optional.empty();
    }
    if (!node.isTextual()) {
      throw new WrongInput("the field '" + field + "' is a string");
    }
    return Optional.of(node.textValue());
  }

  private List<String> variables() {
    JsonNode node = request.get("wrt");
    List<String> names = new ArrayList<>();
    if (node == null || node.isNull()) {
      return names;
    }
    if (!node.isArray()) {
      throw new WrongInput("the field 'wrt' is an array of names");
    }
    node.forEach(name -> names.add(name.asText()));
    return names;
  }

  private Map<String, Integer> sizes() {
    Map<String, Integer> sizes = new LinkedHashMap<>();
    JsonNode node = request.get("dim");
    if (node == null || node.isNull()) {
      return sizes;
    }
    node.properties()
        .forEach(
            field -> {
              if (!field.getValue().canConvertToInt() || field.getValue().intValue() < 1) {
                throw new WrongInput("dim." + field.getKey() + ": a size is a whole number from 1");
              }
              sizes.put(field.getKey(), field.getValue().intValue());
            });
    return sizes;
  }

  private InputValues point(VectorFunction function) {
    InputValues.Builder values = function.inputs();
    JsonNode at = request.get("at");
    if (!at.isObject()) {
      throw new WrongInput("the field 'at' is an object: {\"x\":1}");
    }
    at.properties()
        .forEach(
            field -> values.put(field.getKey(), Inputs.numbers(field.getKey(), field.getValue())));
    return values.build();
  }
}
