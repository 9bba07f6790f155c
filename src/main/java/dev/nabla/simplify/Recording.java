package dev.nabla.simplify;

import dev.nabla.expr.Expr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How every node that a simplifier met came to its form. */
final class Recording implements Trace {
  private final Map<Expr, List<Event>> open = new HashMap<>();
  private final Map<Expr, History> passes = new HashMap<>();
  private final Map<Expr, History> searches = new HashMap<>();

  /**
   * How one node came to its form.
   *
   * @param events what happened to it, in order; what comes after the last of them happened to an
   *     equal node before
   */
  record History(List<Event> events, Expr result) {}

  @Override
  public void rebuilt(Expr node, Expr before, Expr after) {
    add(node, new Event(Kind.REBUILT, before, after, ""));
  }

  @Override
  public void rewrote(Expr node, Expr before, Expr after, String rule) {
    add(node, new Event(Kind.REWROTE, before, after, rule));
  }

  private void add(Expr node, Event event) {
    open.computeIfAbsent(node, key -> new ArrayList<>()).add(event);
  }

  @Override
  public void finished(Expr node, Expr result) {
    List<Event> events = open.remove(node);
    passes.put(node, new History(events == null ? List.of() : List.copyOf(events), result));
  }

  @Override
  public void searched(Expr node, List<Event> events, Expr result) {
    searches.put(node, new History(List.copyOf(events), result));
  }

  /** What passes made of a node. */
  Optional<History> ofPass(Expr node) {
    return Optional.ofNullable(passes.get(node));
  }

  /** What the search made of a node. */
  Optional<History> ofSearch(Expr node) {
    return Optional.ofNullable(searches.get(node));
  }
}
