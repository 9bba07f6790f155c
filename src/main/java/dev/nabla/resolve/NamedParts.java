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
import java.util.stream.Stream;

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
    Set<Named> complete = new LinkedHashSet<>();
    for (Named part : parts) {
      complete.add(new Named(part.name(), part.isCall(), equality.complete(part.value())));
    }
    Set<Expr> open = open(complete.stream().flatMap(NamedParts::roots).toList());
    Set<Named> closed = new LinkedHashSet<>();
    for (Named part : complete) {
      if (roots(part).noneMatch(open::contains)) {
        closed.add(part);
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
      result.add(new IndexedFunction.Part(name, part.value().sizes(), axes, part.value().body()));
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

  private static Stream<Expr> roots(Named part) {
    return Stream.concat(part.value().sizes().stream(), Stream.of(part.value().body()));
  }

  /** What depends on a free index that is no axis; one pass, for a chain of parts is long. */
  private static Set<Expr> open(List<Expr> roots) {
    Set<Expr> open = new HashSet<>();
    for (Expr node : Traversal.postOrder(roots)) {
      boolean isForeign = node instanceof Index index && !index.isBound() && !Value.isAxis(index);
      if (isForeign || node.children().stream().anyMatch(open::contains)) {
        open.add(node);
      }
    }
    return open;
  }
}
