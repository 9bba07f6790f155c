package dev.nabla.resolve;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Index;
import dev.nabla.expr.Traversal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The arrays that a person named on the way to the subject's value, in order of definition. */
final class NamedParts {
  private record Named(String name, boolean isCall, Value value) {}

  private final ExprPool pool;
  private final Set<Named> parts = new LinkedHashSet<>();

  NamedParts(ExprPool pool) {
    this.pool = pool;
  }

  /** A name of the subject's where clause. */
  void local(String name, Value value) {
    parts.add(new Named(name, false, value));
  }

  /** The result of a call of one of the file's functions. */
  void call(String function, Value value) {
    parts.add(new Named(function, true, value));
  }

  /** All but those that only have a value at some index of where they are used. */
  List<IndexedFunction.Part> all(SizeEquality equality) {
    Set<Named> closed = new LinkedHashSet<>();
    for (Named part : parts) {
      Value value = equality.complete(part.value());
      if (isClosed(value)) {
        closed.add(new Named(part.name(), part.isCall(), value));
      }
    }
    Set<String> taken = new HashSet<>();
    closed.stream().filter(part -> !part.isCall()).forEach(part -> taken.add(part.name()));
    List<IndexedFunction.Part> result = new ArrayList<>();
    for (Named part : closed) {
      String name = part.isCall() ? unique(part.name(), closed, taken) : part.name();
      taken.add(name);
      List<Index> axes = new ArrayList<>();
      for (int d = 0; d < part.value().rank(); d++) {
        axes.add(Value.axis(pool, d));
      }
      result.add(
          new IndexedFunction.Part(name, part.value().sizes(), axes, part.value().body()));
    }
    return List.copyOf(result);
  }

  /** The function's name; with a number where it has several results, or the name is taken. */
  private static String unique(String name, Set<Named> parts, Set<String> taken) {
    long calls = parts.stream().filter(part -> part.isCall() && part.name().equals(name)).count();
    if (calls == 1 && !taken.contains(name)) {
      return name;
    }
    int number = 1;
    while (taken.contains(name + number)) {
      number++;
    }
    return name + number;
  }

  private boolean isClosed(Value value) {
    Set<Expr> axes = new HashSet<>();
    for (int d = 0; d < value.rank(); d++) {
      axes.add(Value.axis(pool, d));
    }
    List<Expr> roots = new ArrayList<>(value.sizes());
    roots.add(value.body());
    return Traversal.postOrder(roots).stream()
        .noneMatch(
            node -> node instanceof Index index && !index.isBound() && !axes.contains(index));
  }
}
