package dev.nabla.cli;

import dev.nabla.print.Label;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of a CSV file of points, and of one of results.
 *
 * @param inputs the labels of the inputs in the order of an evaluator
 * @param at what all points share, as {@code --at} gives it
 * @param rows the labels of the values
 * @param variables the labels of the columns of the Jacobian
 */
record CsvColumns(List<String> inputs, List<String> at, List<String> rows, List<String> variables) {
  /** More labels than this are not listed in a message. */
  private static final int MOST_LABELS = 12;

  CsvColumns {
    inputs = List.copyOf(inputs);
    at = List.copyOf(at);
    rows = List.copyOf(rows);
    variables = List.copyOf(variables);
  }

  /** f, g, …, ∂f/∂x, ∂f/∂y, …: the values, then the Jacobian row by row. */
  List<String> ofResults() {
    List<String> labels = new ArrayList<>(rows);
    for (String row : rows) {
      variables.forEach(variable -> labels.add("∂" + row + "/∂" + variable));
    }
    return labels;
  }

  /** A point with what all points share; the rest is still NaN. */
  double[] shared() {
    Map<String, List<Integer>> positions = new LinkedHashMap<>();
    for (int i = 0; i < inputs.size(); i++) {
      String name = Label.parse(inputs.get(i)).name();
      positions.computeIfAbsent(name, unused -> new ArrayList<>()).add(i);
    }
    double[] point = new double[inputs.size()];
    Arrays.fill(point, Double.NaN);
    Inputs.ofText(at)
        .forEach(
            (name, numbers) -> {
              List<Integer> places = positions.getOrDefault(name, List.of());
              if (places.size() != numbers.length) {
                throw new WrongInput(
                    "--at " + name + ": " + numbers.length + " numbers for " + places.size());
              }
              for (int k = 0; k < numbers.length; k++) {
                point[places.get(k)] = numbers[k];
              }
            });
    return point;
  }

  /**
   * The input of each column of a header.
   *
   * @param place where the header stands, for messages
   */
  int[] inputsOf(List<String> header, String place) {
    Map<String, Integer> positions = new LinkedHashMap<>();
    inputs.forEach(label -> positions.put(label, positions.size()));
    int[] columns = new int[header.size()];
    for (int column = 0; column < columns.length; column++) {
      String label = header.get(column).replaceAll("\\s+", "");
      Integer position = positions.remove(label);
      if (position == null) {
        throw new WrongInput(
            place
                + ", column "
                + (column + 1)
                + ": "
                + (inputs.contains(label)
                    ? "'" + label + "' stands there twice"
                    : "there is no input '" + label + "'; there is " + listed(inputs)));
      }
      columns[column] = position;
    }
    positions.keySet().removeIf(label -> isShared(label));
    if (!positions.isEmpty()) {
      List<String> missing = List.copyOf(positions.keySet());
      throw new WrongInput(
          place
              + ": no column for "
              + listed(missing)
              + "; add it, or give all points the same by --at "
              + Label.parse(missing.get(0)).name()
              + "=…");
    }
    return columns;
  }

  private boolean isShared(String label) {
    return Inputs.ofText(at).containsKey(Label.parse(label).name());
  }

  private static String listed(List<String> labels) {
    return labels.size() <= MOST_LABELS
        ? String.join(", ", labels)
        : String.join(", ", labels.subList(0, MOST_LABELS))
            + ", … "
            + labels.get(labels.size() - 1);
  }
}
