package dev.nabla.simplify;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.simplify.Trace.Event;
import dev.nabla.simplify.Trace.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.BiPredicate;

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

  /** What another image must have of the length of the first to be taken instead. */
  private static final double CLEARLY_SHORTER = 0.8;

  /** Forms from which the search goes on, for each part. */
  private static final int MOST_STARTS = 4;

  /** From a form that is so many times longer than the best one none is reached that is shorter. */
  private static final double LONGEST_START = 2;

  /** Nor by a pass from an image of such a length. */
  private static final double LONGEST_IMAGE = 4;

  private final Cost plainCost;
  private final Cost cost = Cost.favouringFactors();
  private final ExprPool pool;
  private final Move arguments;
  private final Move whole;
  private final Move oneFraction;
  private final Move last;
  private final List<Move> moves;
  private final Pass pass;
  private final Work work;
  private final Trace trace;
  private final BiPredicate<Expr, Expr> admitted;
  private final Map<Expr, Expr> memo = new HashMap<>();

  /**
   * A search.
   *
   * @param trace who is told how each part came to its form
   * @param admitted whether the second form may stand for the first
   */
  FormSearch(
      ExprPool pool,
      Cost cost,
      Move arguments,
      Move whole,
      Move oneFraction,
      List<Move> moves,
      Move last,
      Pass pass,
      Work work,
      Trace trace,
      BiPredicate<Expr, Expr> admitted) {
    this.admitted = admitted;
    this.arguments = arguments;
    this.whole = whole;
    this.oneFraction = oneFraction;
    this.pool = pool;
    this.plainCost = cost;
    this.moves = moves;
    this.last = last;
    this.pass = pass;
    this.work = work;
    this.trace = trace;
  }

  /** A form that was met, and how. */
  private record Form(Expr expr, int order, List<Event> path) {}

  /** The shortest form found. */
  Expr best(Expr root) {
    if (root.treeSize() > LARGEST_TREE || root.isIndexed()) {
      return root;
    }
    Expr lowest = inLowestTerms(withCommonArguments(root));
    Expr found = ofParts(lowest);
    return repeated(last, found == lowest ? found : inLowestTerms(found));
  }

  private Expr withCommonArguments(Expr root) {
    for (Expr image : arguments.images(root)) {
      Expr normal = pass.normal(image);
      if (plainCost.of(normal) <= plainCost.of(root) && admitted.test(root, normal)) {
        List<Event> path =
            List.of(
                new Event(Kind.REWROTE, root, image, arguments.name()),
                new Event(Kind.NORMALIZED, image, normal, ""));
        trace.searched(root, path, normal);
        return normal;
      }
    }
    return root;
  }

  /** The whole as one quotient. */
  private Expr inLowestTerms(Expr root) {
    return repeated(whole, root);
  }

  /** The shortest image of a move, again and again until that makes it no shorter. */
  private Expr repeated(Move move, Expr root) {
    List<Event> path = new ArrayList<>();
    Expr result = root;
    for (Optional<Expr> next = shortest(move, root, root);
        next.isPresent();
        next = shortest(move, result, root)) {
      Expr normal = pass.normal(next.get());
      path.add(new Event(Kind.REWROTE, result, next.get(), move.name()));
      path.add(new Event(Kind.NORMALIZED, next.get(), normal, ""));
      result = normal;
    }
    if (result != root) {
      trace.searched(root, path, result);
    }
    return result;
  }

  /** The image that a pass makes shortest, if it is shorter than the form. */
  private Optional<Expr> shortest(Move move, Expr form, Expr root) {
    Expr best = form;
    Optional<Expr> result = Optional.empty();
    for (Expr image : move.images(form, root)) {
      Expr normal = pass.normal(image);
      // Of forms that are about as short the first was meant: xⁿ⁻¹ rather than xⁿ/x.
      double share = result.isPresent() ? CLEARLY_SHORTER : 1;
      if (plainCost.of(normal) < share * plainCost.of(best)
          && cost.of(normal) < share * cost.of(best)
          && admitted.test(root, normal)) {
        best = normal;
        result = Optional.of(image);
      }
    }
    return result;
  }

  private Expr ofParts(Expr node) {
    Expr known = memo.get(node);
    if (known != null) {
      return known;
    }
    List<Expr> children = node.children().stream().map(this::ofParts).toList();
    Form start = new Form(node, 0, List.of());
    if (!children.equals(node.children())) {
      Expr rebuilt = node.rebuild(pool, children);
      Expr normal = pass.normal(rebuilt);
      if (plainCost.of(normal) <= plainCost.of(node) && admitted.test(node, normal)) {
        start =
            new Form(
                normal,
                0,
                List.of(
                    new Event(Kind.REBUILT, node, rebuilt, ""),
                    new Event(Kind.NORMALIZED, rebuilt, normal, "")));
      }
    }
    Form best = explored(start);
    trace.searched(node, best.path(), best.expr());
    memo.put(node, best.expr());
    memo.put(best.expr(), best.expr());
    return best.expr();
  }

  private Form explored(Form start) {
    if (cost.of(start.expr()) <= SHORT || work.isExhausted()) {
      return start;
    }
    Form best = start;
    Set<Expr> seen = new HashSet<>(Set.of(start.expr()));
    PriorityQueue<Form> open =
        new PriorityQueue<>(
            Comparator.comparingDouble((Form form) -> cost.of(form.expr()))
                .thenComparingInt(Form::order));
    open.add(best);
    for (int starts = 0;
        starts < MOST_STARTS && !open.isEmpty() && cost.of(best.expr()) > SHORT;
        starts++) {
      Form form = open.poll();
      if (cost.of(form.expr()) > LONGEST_START * cost.of(best.expr())) {
        return best;
      }
      for (Move move : moves) {
        if (work.isExhausted()) {
          return best;
        }
        for (Expr image : images(move, form.expr())) {
          if (work.isExhausted()) {
            return best;
          }
          if (cost.of(image) > LONGEST_IMAGE * cost.of(best.expr())) {
            continue;
          }
          Expr normal = pass.normal(image);
          if (seen.add(normal)) {
            List<Event> path = new ArrayList<>(form.path());
            path.add(new Event(Kind.REWROTE, form.expr(), image, move.name()));
            path.add(new Event(Kind.NORMALIZED, image, normal, ""));
            Form next = new Form(normal, seen.size(), path);
            open.add(next);
            if (cost.of(normal) < cost.of(best.expr())
                && plainCost.of(normal) < plainCost.of(start.expr())
                && admitted.test(start.expr(), normal)) {
              best = next;
              starts = 0;
            }
          }
        }
      }
    }
    return best;
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
}
