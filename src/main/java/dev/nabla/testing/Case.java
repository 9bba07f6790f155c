package dev.nabla.testing;

import java.util.ArrayList;
import java.util.List;

/**
 * Functions and a point: what a law is tried on.
 *
 * @param function f, g, … as the outputs of one function
 * @param coefficients the names of the point's coordinates behind those of the variables
 * @param point a value for each variable and each coefficient
 */
public record Case(TestFunction function, List<String> coefficients, List<Double> point) {
  private static final List<String> ROLES = List.of("f", "g", "h");

  public Case {
    coefficients = List.copyOf(coefficients);
    point = List.copyOf(point);
    if (point.size() != function.dimension() + coefficients.size()) {
      throw new IllegalArgumentException("a point of " + point.size() + " coordinates");
    }
  }

  /** The same functions at another point. */
  Case at(List<Double> other) {
    return new Case(function, coefficients, other);
  }

  /** Other functions at the same point. */
  Case of(TestFunction other) {
    return new Case(other, coefficients, point);
  }

  @Override
  public String toString() {
    List<String> lines = new ArrayList<>();
    List<String> texts = function.outputTexts();
    String arguments = "(" + String.join(", ", function.variables()) + ") = ";
    for (int i = 0; i < texts.size(); i++) {
      lines.add(ROLES.get(i) + arguments + texts.get(i));
    }
    List<String> coordinates = new ArrayList<>();
    List<String> names = new ArrayList<>(function.variables());
    names.addAll(coefficients);
    for (int i = 0; i < names.size(); i++) {
      coordinates.add(names.get(i) + " = " + Simplicity.shown(point.get(i)));
    }
    return String.join("\n", lines) + "\nat " + String.join(", ", coordinates);
  }
}
