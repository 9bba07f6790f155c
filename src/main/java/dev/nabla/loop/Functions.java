package dev.nabla.loop;

import dev.nabla.function.ElementaryFunction;
import dev.nabla.function.FunctionTable;
import java.util.ArrayList;
import java.util.List;

/** The functions that a program calls, each at its position. */
final class Functions {
  private final List<ElementaryFunction> all = new ArrayList<>();

  int position(String name) {
    ElementaryFunction function = FunctionTable.get(name);
    if (!all.contains(function)) {
      all.add(function);
    }
    return all.indexOf(function);
  }

  List<ElementaryFunction> all() {
    return List.copyOf(all);
  }
}
