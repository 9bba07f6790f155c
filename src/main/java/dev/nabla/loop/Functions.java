package dev.nabla.loop;

import dev.nabla.expr.Function;
import dev.nabla.function.ElementaryFunction;
import dev.nabla.function.FunctionTable;
import java.util.ArrayList;
import java.util.List;

/** The functions that a program calls, each at its position. */
final class Functions {
  private final List<ElementaryFunction> all = new ArrayList<>();

  int position(Function applied) {
    ElementaryFunction function = FunctionTable.of(applied);
    if (!all.contains(function)) {
      all.add(function);
    }
    return all.indexOf(function);
  }

  List<ElementaryFunction> all() {
    return List.copyOf(all);
  }
}
