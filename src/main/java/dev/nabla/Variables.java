package dev.nabla;

import dev.nabla.expr.Element;
import dev.nabla.resolve.IndexedFunction;
import dev.nabla.resolve.ScalarFunction;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** The variables of a function, found by their names. */
record Variables(IndexedFunction function) {
  /** The names, in declared order. */
  List<String> names() {
    return function.variables().stream()
        .map(argument -> argument.symbol().name())
        .distinct()
        .toList();
  }

  /** The named arguments; all where no name is given. */
  List<IndexedFunction.Argument> arguments(List<String> names) {
    if (names.isEmpty()) {
      return function.variables();
    }
    List<IndexedFunction.Argument> arguments = new ArrayList<>();
    for (String name : new LinkedHashSet<>(names)) {
      arguments.add(
          function.variables().stream()
              .filter(argument -> argument.symbol().name().equals(name.strip()))
              .findFirst()
              .orElseThrow(() -> unknown(name)));
    }
    return arguments;
  }

  /** The elements of the named variables in the function written out; all where none is given. */
  List<Element> elements(List<String> names, ScalarFunction expanded) {
    if (names.isEmpty()) {
      return expanded.variables();
    }
    List<Element> elements = new ArrayList<>();
    for (String name : new LinkedHashSet<>(names)) {
      List<Element> named =
          expanded.variables().stream()
              .filter(element -> element.symbol().name().equals(name.strip()))
              .toList();
      if (named.isEmpty()) {
        throw unknown(name);
      }
      elements.addAll(named);
    }
    return List.copyOf(elements);
  }

  private IllegalArgumentException unknown(String name) {
    return new IllegalArgumentException(
        "'"
            + name
            + "' is not a variable of '"
            + function.name()
            + "'; it has "
            + String.join(", ", names()));
  }
}
