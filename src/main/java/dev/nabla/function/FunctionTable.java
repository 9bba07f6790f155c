package dev.nabla.function;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All elementary functions by name. A family adds its functions by being listed here. */
public final class FunctionTable {
  private static final Map<String, ElementaryFunction> BY_NAME = collect();

  private FunctionTable() {}

  private static Map<String, ElementaryFunction> collect() {
    Map<String, ElementaryFunction> byName = new LinkedHashMap<>();
    for (List<ElementaryFunction> family : List.of(Hyperbolic.FUNCTIONS)) {
      for (ElementaryFunction function : family) {
        if (byName.put(function.name(), function) != null) {
          throw new IllegalStateException("two functions named " + function.name());
        }
      }
    }
    return Collections.unmodifiableMap(byName);
  }

  public static Optional<ElementaryFunction> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** The function of that name, which must exist. */
  public static ElementaryFunction get(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalArgumentException("no elementary function " + name));
  }

  public static Collection<ElementaryFunction> all() {
    return BY_NAME.values();
  }
}
