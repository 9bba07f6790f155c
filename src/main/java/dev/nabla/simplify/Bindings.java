package dev.nabla.simplify;

import dev.nabla.expr.Expr;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the placeholders of a pattern stand for so far; extending makes a new one. */
final class Bindings {
  static final Bindings NONE = new Bindings(Map.of());

  private final Map<String, Expr> values;

  private Bindings(Map<String, Expr> values) {
    this.values = values;
  }

  Optional<Expr> find(String placeholder) {
    return Optional.ofNullable(values.get(placeholder));
  }

  boolean binds(Iterable<String> placeholders) {
    for (String placeholder : placeholders) {
      if (!values.containsKey(placeholder)) {
        return false;
      }
    }
    return true;
  }

  Bindings with(String placeholder, Expr value) {
    Map<String, Expr> extended = new HashMap<>(values);
    extended.put(placeholder, value);
    return new Bindings(extended);
  }

  Map<String, Expr> values() {
    return values;
  }
}
