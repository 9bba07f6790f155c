package dev.nabla.testing;

import java.util.ArrayList;
import java.util.List;

/**
 * Functions and a point: what a law is tried on.
 *
 * @param function f, g, … as the outputs of one function
 * @param names the names of f, g, …, at least one for each output
 * @param coefficients the names of the point's coordinates behind those of the variables
 * @param point a value for each variable and each coefficient
 */
public record Case(
    TestFunction function, List<String> names, List<String> coefficients, List<Double> point) {
  public Case {
    names = List.copyOf(names);
    coefficients = List.copyOf(coefficients);
    point = List.copyOf(point);
    if (point.size() != function.dimension() + coefficients.size()) {
      throw new IllegalArgumentException("a point of " + point.size() + " coordinates");
    }
  }

  /** The same functions at another point. */
  Case at(List<Double> other) {
    return new Case(function, names, coefficients, other);
  }

  /** Other functions at the same point. */
  Case of(TestFunction other) {
    return new Case(other, names, coefficients, point);
  }

  @Override
  public String toString() {
    List<String> lines = new ArrayList<>();
    List<String> texts = function.outputTexts();
    String arguments = "(" + String.join(", ", function.variables()) + ") = ";
    for (int i = 0; i < texts.size(); i++) {
      lines.add(names.get(i) + arguments + texts.get(i));
    }
    List<String> symbols = new ArrayList<>(function.variables());
    symbols.addAll(coefficients);
    lines.add(new RulePoint(symbols, point).toString());
    return String.join("\n", lines);
  }
}
