package dev.nabla.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The fields of a JSON object, each of which must be there, of its type, and asked for. */
final class JsonFields {
  private final String path;
  private final JsonNode object;
  private final Set<String> read = new HashSet<>();

  private JsonFields(String path, JsonNode object) {
    this.path = path;
    this.object = object;
  }

  /**
   * Reads an object.
   *
   * @param path where it stands, for messages; empty for the whole
   * @throws WrongInput if it is no object, or has a field that {@code reader} does not ask for
   */
  static <T> T read(String path, JsonNode node, Function<JsonFields, T> reader) {
    if (!node.isObject()) {
      throw new WrongInput((path.isEmpty() ? "this" : path) + " is no JSON object");
    }
    JsonFields fields = new JsonFields(path, node);
    T result = reader.apply(fields);
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!fields.read.contains(name)) {
                throw new WrongInput("there is no field '" + fields.path(name) + "'");
              }
            });
    return result;
  }

  private String path(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private JsonNode field(String name) {
    read.add(name);
    JsonNode field = object.get(name);
    if (field == null) {
      throw new WrongInput("the field '" + path(name) + "' is missing");
    }
    return field;
  }

  private WrongInput wrong(String name, String wanted) {
    return new WrongInput("the field '" + path(name) + "' is not " + wanted);
  }

  String text(String name) {
    JsonNode field = field(name);
    if (!field.isTextual()) {
      throw wrong(name, "a string");
    }
    return field.textValue();
  }

  /** What a word stands for. */
  <T> T word(String name, Map<String, T> words) {
    T meaning = words.get(text(name));
    if (meaning == null) {
      throw wrong(name, "one of " + String.join(", ", words.keySet()));
    }
    return meaning;
  }

  int count(String name) {
    JsonNode field = field(name);
    if (!field.isIntegralNumber() || !field.canConvertToInt() || field.intValue() < 0) {
      throw wrong(name, "a count");
    }
    return field.intValue();
  }

  long whole(String name) {
    JsonNode field = field(name);
    if (!field.isIntegralNumber() || !field.canConvertToLong()) {
      throw wrong(name, "a whole number");
    }
    return field.longValue();
  }

  double number(String name) {
    return number(name, field(name));
  }

  /** A JSON number, or one of the strings NaN, Infinity, -Infinity. */
  private double number(String name, JsonNode node) {
    if (node.isNumber()) {
      return node.doubleValue();
    }
    return switch (node.isTextual() ? node.textValue() : "") {
      case "NaN" -> Double.NaN;
      case "Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> throw wrong(name, "a number");
    };
  }

  /** An array of arrays of numbers. */
  List<List<Double>> rows(String name) {
    List<List<Double>> rows = new ArrayList<>();
    for (JsonNode row : array(name)) {
      if (!row.isArray()) {
        throw wrong(name, "an array of arrays of numbers");
      }
      List<Double> numbers = new ArrayList<>();
      row.forEach(node -> numbers.add(number(name, node)));
      rows.add(numbers);
    }
    return rows;
  }

  List<String> strings(String name) {
    List<String> strings = new ArrayList<>();
    for (JsonNode node : array(name)) {
      if (!node.isTextual()) {
        throw wrong(name, "an array of strings");
      }
      strings.add(node.textValue());
    }
    return strings;
  }

  /** An object of counts. */
  SortedMap<String, Integer> counts(String name) {
    return read(
        path(name),
        field(name),
        fields -> {
          SortedMap<String, Integer> counts = new TreeMap<>();
          fields.object.fieldNames().forEachRemaining(key -> counts.put(key, fields.count(key)));
          return counts;
        });
  }

  private JsonNode array(String name) {
    JsonNode field = field(name);
    if (!field.isArray()) {
      throw wrong(name, "an array");
    }
    return field;
  }

  <T> T object(String name, Function<JsonFields, T> reader) {
    return read(path(name), field(name), reader);
  }

  /** An object, or null for none. */
  <T> Optional<T> optional(String name, Function<JsonFields, T> reader) {
    JsonNode field = field(name);
    return field.isNull() ? Optional.empty() : Optional.of(read(path(name), field, reader));
  }

  /** An array of objects. */
  <T> List<T> objects(String name, Function<JsonFields, T> reader) {
    List<T> objects = new ArrayList<>();
    for (JsonNode node : array(name)) {
      objects.add(read(path(name) + "[" + objects.size() + "]", node, reader));
    }
    return objects;
  }
}
