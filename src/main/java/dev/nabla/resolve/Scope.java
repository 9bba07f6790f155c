package dev.nabla.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names visible at a place; an inner scope shadows the outer one. */
final class Scope {
  private final Map<String, Binding> bindings = new HashMap<>();
  private final List<Binding.IndexName> indices = new ArrayList<>();
  private final Optional<Scope> outer;

  private Scope(Optional<Scope> outer) {
    this.outer = outer;
  }

  static Scope empty() {
    return new Scope(Optional.empty());
  }

  Scope inner() {
    return new Scope(Optional.of(this));
  }

  void bind(String name, Binding binding) {
    bindings.put(name, binding);
    if (binding instanceof Binding.IndexName index) {
      indices.add(0, index);
    }
  }

  boolean bindsHere(String name) {
    return bindings.containsKey(name);
  }

  Optional<Binding> find(String name) {
    for (Optional<Scope> scope = Optional.of(this); scope.isPresent(); scope = scope.get().outer) {
      Binding binding = scope.get().bindings.get(name);
      if (binding != null) {
        return Optional.of(binding);
      }
    }
    return Optional.empty();
  }

  /** The indices around this place, innermost first. */
  List<Binding.IndexName> indices() {
    List<Binding.IndexName> visible = new ArrayList<>();
    for (Optional<Scope> scope = Optional.of(this); scope.isPresent(); scope = scope.get().outer) {
      visible.addAll(scope.get().indices);
    }
    return visible;
  }

  /** Every visible name, for hints. */
  Collection<String> names() {
    List<String> names = new ArrayList<>(bindings.keySet());
    outer.ifPresent(scope -> names.addAll(scope.names()));
    return names;
  }
}
