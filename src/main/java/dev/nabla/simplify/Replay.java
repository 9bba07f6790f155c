package dev.nabla.simplify;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.simplify.Recording.History;
import dev.nabla.simplify.Trace.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A recorded simplification once more, one rewrite after the other: what the whole expression is
 * after each of them, a rewritten part being replaced wherever it stands.
 */
final class Replay {
  private final ExprPool pool;
  private final Function<Expr, Optional<History>> histories;
  private final Consumer<Event> told;
  private final Function<Expr, Replay> passes;
  private final Set<Expr> done = new HashSet<>();
  private final Map<Expr, State> open = new HashMap<>();

  /** What a node that is being worked on has become so far. */
  private interface State {
    Expr at(Reading reading);
  }

  private Replay(
      ExprPool pool,
      Function<Expr, Optional<History>> histories,
      Consumer<Event> told,
      Function<Expr, Replay> passes) {
    this.pool = pool;
    this.histories = histories;
    this.told = told;
    this.passes = passes;
  }

  /** A pass once more; after each rewrite that is told, {@link #value} has changed. */
  static Replay ofPass(ExprPool pool, Recording recording, Consumer<Event> told) {
    return new Replay(
        pool,
        recording::ofPass,
        told,
        root -> {
          throw new IllegalStateException("a pass within a pass");
        });
  }

  /** A search once more, with the passes that it made. */
  static Replay ofSearch(ExprPool pool, Recording recording, Consumer<Event> told) {
    return new Replay(pool, recording::ofSearch, told, root -> ofPass(pool, recording, told));
  }

  /** Does again what was done to a node, first to its operands. */
  void derive(Expr node) {
    if (done.contains(node) || open.containsKey(node) || !changes(node)) {
      return;
    }
    History history = histories.apply(node).orElseThrow();
    Expr current = node;
    for (Event event : history.events()) {
      switch (event.kind()) {
        case REBUILT -> rebuild(node, event);
        case REWROTE -> {
          open.put(node, reading -> event.after());
          told.accept(event);
        }
        case NORMALIZED -> {
          Replay pass = passes.apply(event.before());
          open.put(node, reading -> pass.value(event.before()));
          pass.derive(event.before());
        }
      }
      open.put(node, reading -> event.after());
      current = event.after();
    }
    if (current != history.result()) {
      Expr last = current;
      open.put(node, reading -> reading.of(last));
      derive(last);
    }
    open.remove(node);
    done.add(node);
  }

  private void rebuild(Expr node, Event event) {
    open.put(node, reading -> reading.rebuilt(event.before()));
    event.before().children().forEach(this::derive);
  }

  private boolean changes(Expr node) {
    return histories.apply(node).filter(history -> history.result() != node).isPresent();
  }

  /** What a node has become so far. */
  Expr value(Expr root) {
    return new Reading().of(root);
  }

  /** The state at one time; each node is looked at once. */
  private final class Reading {
    private final Map<Expr, Expr> memo = new HashMap<>();

    Expr of(Expr node) {
      Expr known = memo.get(node);
      if (known != null) {
        return known;
      }
      // A node that is being worked on further out counts as it is.
      memo.put(node, node);
      Expr value = node;
      if (open.containsKey(node)) {
        value = open.get(node).at(this);
      } else if (done.contains(node)) {
        value = histories.apply(node).orElseThrow().result();
      } else if (changes(node)) {
        value = rebuilt(node);
      }
      memo.put(node, value);
      return value;
    }

    Expr rebuilt(Expr node) {
      List<Expr> children = new ArrayList<>();
      node.children().forEach(child -> children.add(of(child)));
      return children.equals(node.children()) ? node : node.rebuild(pool, children);
    }
  }
}
