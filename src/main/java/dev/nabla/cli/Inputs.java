package dev.nabla.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nabla.InputValues;
import dev.nabla.VectorFunction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values of {@code --at} and of a request's {@code "at"} as arrays of doubles. */
final class Inputs {
  private Inputs() {}

  /** {@code x=1,y=[2,3]}: names with a number or a bracketed list. */
  static void addText(InputValues.Builder values, String text) {
    ofText(List.of(text)).forEach(values::put);
  }

  /** The same as a map from names to the elements. */
  static Map<String, double[]> ofText(List<String> texts) {
    Map<String, double[]> values = new LinkedHashMap<>();
    for (String text : texts) {
      for (String assignment : splitOutsideBrackets(text)) {
        int equals = assignment.indexOf('=');
        if (equals < 0) {
          throw new WrongInput("--at " + assignment.strip() + ": write name=value");
        }
        String name = assignment.substring(0, equals).strip();
        values.put(name, numbers(name, assignment.substring(equals + 1)));
      }
    }
    return values;
  }

  /** The sizes that a point tells: x=[1,2,3] of an argument x[n] says n = 3. */
  static Map<String, Integer> sizes(VectorFunction function, List<String> at) {
    Map<String, List<String>> declared = function.argumentSizes();
    Map<String, Integer> sizes = new LinkedHashMap<>();
    for (String text : at) {
      for (String assignment : splitOutsideBrackets(text)) {
        int equals = Math.max(0, assignment.indexOf('='));
        List<String> names =
            declared.getOrDefault(assignment.substring(0, equals).strip(), List.of());
        List<Integer> shape = shape(assignment.substring(equals + 1).strip());
        if (shape.size() == names.size()) {
          for (int d = 0; d < names.size(); d++) {
            sizes.putIfAbsent(names.get(d), shape.get(d));
          }
        }
      }
    }
    sizes.keySet().retainAll(function.openSizes());
    return sizes;
  }

  /** The number of elements along each axis of a nested list, by its first elements. */
  private static List<Integer> shape(String text) {
    List<Integer> shape = new ArrayList<>();
    String rest = text;
    while (rest.startsWith("[") && rest.endsWith("]")) {
      List<String> elements = splitOutsideBrackets(rest.substring(1, rest.length() - 1));
      shape.add(elements.size());
      rest = elements.get(0).strip();
    }
    return shape;
  }

  private static List<String> splitOutsideBrackets(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char symbol = text.charAt(i);
      if (symbol == '[') {
        depth++;
      } else if (symbol == ']') {
        depth--;
      } else if (symbol == ',' && depth == 0) {
        parts.add(text.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(text.substring(start));
    return parts;
  }

  private static double[] numbers(String name, String text) {
    String flat = text.replace('[', ' ').replace(']', ' ').strip();
    String[] parts = flat.isEmpty() ? new String[0] : flat.split("[,;\\s]+", -1);
    double[] numbers = new double[parts.length];
    for (int i = 0; i < parts.length; i++) {
      try {
        numbers[i] = Double.parseDouble(parts[i]);
      } catch (NumberFormatException notANumber) {
        throw new WrongInput("--at " + name + ": '" + parts[i] + "' is not a number");
      }
    }
    return numbers;
  }

  /** A JSON number, one of the strings NaN, Infinity, -Infinity, or nested arrays of them. */
  static double[] numbers(String name, JsonNode node) {
    List<Double> numbers = new ArrayList<>();
    collect(name, node, numbers);
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static void collect(String name, JsonNode node, List<Double> numbers) {
    if (node.isArray()) {
      node.forEach(element -> collect(name, element, numbers));
    } else if (node.isNumber()) {
      numbers.add(node.doubleValue());
    } else {
      numbers.add(
          switch (node.asText()) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> throw new WrongInput("at." + name + ": " + node + " is not a number");
          });
    }
  }
}
