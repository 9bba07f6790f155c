package dev.nabla.function;

import dev.nabla.expr.Function;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All elementary functions by name. A family adds its functions by being listed here. */
public final class FunctionTable {
  private static final List<ElementaryFunction> DOCUMENTED = collect();
  private static final List<ElementaryFunction> APPLICABLE = applicable();
  private static final Map<String, ElementaryFunction> BY_NAME = names();

  private FunctionTable() {}

  private static List<ElementaryFunction> collect() {
    List<ElementaryFunction> functions = new ArrayList<>(Powers.FUNCTIONS);
    functions.addAll(Exponentials.FUNCTIONS);
    functions.addAll(Circular.FUNCTIONS);
    functions.addAll(InverseCircular.FUNCTIONS);
    functions.addAll(Hyperbolic.FUNCTIONS);
    functions.addAll(InverseHyperbolic.FUNCTIONS);
    functions.addAll(Piecewise.FUNCTIONS);
    functions.addAll(Special.FUNCTIONS);
    functions.addAll(Activations.FUNCTIONS);
    return Collections.unmodifiableList(functions);
  }

  private static List<ElementaryFunction> applicable() {
    List<ElementaryFunction> functions = new ArrayList<>();
    for (ElementaryFunction function : DOCUMENTED) {
      if (function.canonicalForm().isEmpty()) {
        functions.add(function);
      }
    }
    return Collections.unmodifiableList(functions);
  }

  private static Map<String, ElementaryFunction> names() {
    Map<String, ElementaryFunction> byName = new LinkedHashMap<>();
    for (ElementaryFunction function : APPLICABLE) {
      add(byName, function.name(), function);
      for (String alias : function.aliases()) {
        add(byName, alias, function);
      }
    }
    return Collections.unmodifiableMap(byName);
  }

  private static void add(
      Map<String, ElementaryFunction> byName, String name, ElementaryFunction function) {
    if (byName.put(name, function) != null) {
      throw new IllegalStateException("two functions named " + name);
    }
  }

  /** The function of that name or alias; none for sqrt and pow, which are powers. */
  public static Optional<ElementaryFunction> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** The function of that name or alias, which must exist. */
  public static ElementaryFunction get(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalArgumentException("no elementary function " + name));
  }

  /**
   * The facets of what an {@link dev.nabla.expr.Apply} node applies: its own, or the table's.
   *
   * @throws IllegalArgumentException for a function that has none, such as one with a definition
   */
  public static ElementaryFunction of(Function function) {
    return function instanceof ElementaryFunction elementary ? elementary : get(function.name());
  }

  /** The functions that an {@link dev.nabla.expr.Apply} node may hold, each once. */
  public static Collection<ElementaryFunction> all() {
    return APPLICABLE;
  }

  /** What a reader may write, each once: with sqrt and pow, which have a canonical form. */
  public static Collection<ElementaryFunction> documented() {
    return DOCUMENTED;
  }

  /** Every name and alias that {@link #find} knows. */
  public static Collection<String> everyName() {
    return BY_NAME.keySet();
  }
}
