package dev.nabla.simplify;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

/**
 * The shortest among several whole forms of an expression: where every single step would make it
 * longer, a change of basis or an expansion, then a pass, may still make it shorter.
 *
 * <p>Best-first from the plain form, for each part from the inside out. The budget is counted in
 * {@link Work}, so that the answer does not depend on the machine; it is never longer than the
 * plain form.
 */
final class FormSearch {
  private static final double LARGEST_TREE = 300;

  /** What is that short has no shorter form: a function of a variable. */
  private static final double SHORT = 4.5;

  /** Forms from which the search goes on, for each part. */
  private static final int MOST_STARTS = 4;

  /** Work for one root: a few milliseconds. */
  private static final long MOST_WORK = 20_000;

  private final Cost plainCost;
  private final Cost cost = Cost.favouringFactors();
  private final ExprPool pool;
  private final Move oneFraction;
  private final List<Move> moves;
  private final Pass pass;
  private final Work work;
  private final Supplier<Pass> traced;
  private final Trace trace;
  private final BiPredicate<Expr, Expr> admitted;
  private final Map<Expr, Expr> memo = new HashMap<>();
  private long limit;

  /**
   * A search.
   *
   * @param traced a pass whose rewrites are told to {@code trace}
   * @param admitted whether the second form may stand for the first
   */
  FormSearch(
      ExprPool pool,
      Cost cost,
      Move oneFraction,
      List<Move> moves,
      Pass pass,
      Work work,
      Supplier<Pass> traced,
      Trace trace,
      BiPredicate<Expr, Expr> admitted) {
    this.admitted = admitted;
    this.oneFraction = oneFraction;
    this.pool = pool;
    this.plainCost = cost;
    this.moves = moves;
    this.pass = pass;
    this.work = work;
    this.traced = traced;
    this.trace = trace;
  }

  /** A form that was met, and how. */
  private record Form(Expr expr, int order, List<Arrival> path) {}

  /** A move and what it made of the form before it. */
  private record Arrival(Expr before, Expr image, String move) {}

  /** The shortest form found. */
  Expr best(Expr root) {
    if (root.treeSize() > LARGEST_TREE || root.isIndexed()) {
      return root;
    }
    limit = work.done() + MOST_WORK;
    return ofParts(root);
  }

  private Expr ofParts(Expr node) {
    Expr known = memo.get(node);
    if (known != null) {
      return known;
    }
    List<Expr> children = node.children().stream().map(this::ofParts).toList();
    Expr start = node;
    if (!children.equals(node.children())) {
      Expr rebuilt = node.rebuild(pool, children);
      Expr normal = pass.normal(rebuilt);
      if (plainCost.of(normal) <= plainCost.of(node) && admitted.test(node, normal)) {
        tell(rebuilt, normal);
        start = normal;
      }
    }
    Expr result = explored(start);
    memo.put(node, result);
    memo.put(result, result);
    return result;
  }

  /** Tells the trace how a pass turns one expression into the other. */
  void tell(Expr from, Expr to) {
    if (from != to && trace != Trace.NONE) {
      trace.began(from);
      traced.get().normal(from);
    }
  }

  private Expr explored(Expr start) {
    if (cost.of(start) <= SHORT) {
      return start;
    }
    Form best = new Form(start, 0, List.of());
    Set<Expr> seen = new HashSet<>(Set.of(start));
    PriorityQueue<Form> open =
        new PriorityQueue<>(
            Comparator.comparingDouble((Form form) -> cost.of(form.expr()))
                .thenComparingInt(Form::order));
    open.add(best);
    for (int starts = 0;
        starts < MOST_STARTS && !open.isEmpty() && cost.of(best.expr()) > SHORT;
        starts++) {
      Form form = open.poll();
      for (Move move : moves) {
        for (Expr image : images(move, form.expr())) {
          if (work.done() > limit) {
            return arrived(best);
          }
          Expr normal = pass.normal(image);
          if (seen.add(normal)) {
            List<Arrival> path = new ArrayList<>(form.path());
            path.add(new Arrival(form.expr(), image, move.name()));
            Form next = new Form(normal, seen.size(), path);
            open.add(next);
            if (cost.of(normal) < cost.of(best.expr())
                && plainCost.of(normal) < plainCost.of(start)
                && admitted.test(start, normal)) {
              best = next;
              starts = 0;
            }
          }
        }
      }
    }
    return arrived(best);
  }

  /** What a move makes of an expression, and that over one denominator, expanded. */
  private Set<Expr> images(Move move, Expr expr) {
    Set<Expr> images = new LinkedHashSet<>();
    for (Expr image : move.images(expr)) {
      images.add(image);
      images.addAll(oneFraction.images(image));
    }
    images.remove(expr);
    return images;
  }

  private Expr arrived(Form best) {
    if (trace != Trace.NONE) {
      for (Arrival arrival : best.path()) {
        trace.began(arrival.before());
        trace.rewrote(arrival.before(), arrival.image(), arrival.move());
        trace.began(arrival.image());
        traced.get().normal(arrival.image());
      }
    }
    return best.expr();
  }
}
