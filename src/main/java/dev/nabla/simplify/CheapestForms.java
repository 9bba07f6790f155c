package dev.nabla.simplify;

import dev.nabla.expr.Expr;
import dev.nabla.expr.Traversal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/**
 * Of several forms of each expression the one that an evaluator takes: those which together need
 * the fewest operations, each shared part done once.
 *
 * <p>What is shortest to read need not be: a/r − b/r³ shares its parts with other entries, (a·r² −
 * b)/r³ does not. Starts from the best of the given lists and changes single expressions as long as
 * that helps: linear in the DAG for each round.
 */
public final class CheapestForms {
  private static final int MOST_ROUNDS = 4;

  private final double[] costs;
  private final BitSet growing = new BitSet();
  private final int[] uses;
  private final int[] visits;
  private int visit;

  private CheapestForms(List<Expr> nodes) {
    int count = nodes.isEmpty() ? 0 : nodes.get(nodes.size() - 1).id() + 1;
    costs = new double[count];
    uses = new int[count];
    visits = new int[count];
    for (Expr node : nodes) {
      costs[node.id()] = OperationCost.of(node);
      if (Growth.isGrowing(node)
          || node.children().stream().anyMatch(child -> growing.get(child.id()))) {
        growing.set(node.id());
      }
    }
  }

  /**
   * One form of each expression.
   *
   * @param given what is computed besides
   * @param forms lists of the same expressions in different forms, equal wherever those of the
   *     first list are defined; of equal cost the earlier list wins
   */
  public static List<Expr> choose(List<Expr> given, List<List<Expr>> forms) {
    if (forms.size() == 1) {
      return forms.get(0);
    }
    List<Expr> roots = new ArrayList<>(given);
    forms.forEach(roots::addAll);
    return new CheapestForms(Traversal.postOrder(roots)).chosen(given, forms);
  }

  private List<Expr> chosen(List<Expr> given, List<List<Expr>> forms) {
    given.forEach(this::retain);
    List<Expr> best = List.of();
    double least = Double.POSITIVE_INFINITY;
    for (List<Expr> form : forms) {
      List<Expr> safe = safe(form, forms.get(0));
      double cost = needed(safe, least);
      if (cost < least) {
        least = cost;
        best = safe;
      }
    }
    List<Expr> chosen = new ArrayList<>(best);
    chosen.forEach(this::retain);
    for (int round = 0; round < MOST_ROUNDS && improve(chosen, forms); round++) {}
    return chosen;
  }

  /**
   * Without forms that may overflow where the first does not: exp/(1 + exp) for a sigmoid, or a·e^u
   * − b·e^u, which is not a number where (a − b)·e^u is infinite.
   */
  private List<Expr> safe(List<Expr> form, List<Expr> first) {
    List<Expr> safe = new ArrayList<>(form.size());
    for (int i = 0; i < form.size(); i++) {
      safe.add(isSafe(form.get(i), first.get(i)) ? form.get(i) : first.get(i));
    }
    return safe;
  }

  private boolean isSafe(Expr form, Expr first) {
    return form == first || !growing.get(form.id());
  }

  /** Changes each expression whose other form needs fewer operations beside all the rest. */
  private boolean improve(List<Expr> chosen, List<List<Expr>> forms) {
    boolean improved = false;
    for (int i = 0; i < chosen.size(); i++) {
      Expr present = chosen.get(i);
      release(present);
      Expr best = present;
      double least = needed(List.of(present), Double.POSITIVE_INFINITY);
      for (List<Expr> form : forms) {
        if (form.get(i) != best && isSafe(form.get(i), forms.get(0).get(i))) {
          double cost = needed(List.of(form.get(i)), least);
          if (cost < least) {
            least = cost;
            best = form.get(i);
          }
        }
      }
      retain(best);
      chosen.set(i, best);
      improved |= best != present;
    }
    return improved;
  }

  /** What the roots cost beside all that is retained; no more is looked at once it is too much. */
  private double needed(Collection<Expr> roots, double limit) {
    visit++;
    double cost = 0;
    Deque<Expr> open = new ArrayDeque<>(roots);
    while (!open.isEmpty() && cost < limit) {
      Expr node = open.pop();
      if (uses[node.id()] == 0 && visits[node.id()] != visit) {
        visits[node.id()] = visit;
        cost += costs[node.id()];
        node.children().forEach(open::push);
      }
    }
    return cost;
  }

  private void retain(Expr root) {
    Deque<Expr> open = new ArrayDeque<>(List.of(root));
    while (!open.isEmpty()) {
      Expr node = open.pop();
      if (uses[node.id()]++ == 0) {
        node.children().forEach(open::push);
      }
    }
  }

  private void release(Expr root) {
    Deque<Expr> open = new ArrayDeque<>(List.of(root));
    while (!open.isEmpty()) {
      Expr node = open.pop();
      if (--uses[node.id()] == 0) {
        node.children().forEach(open::push);
      }
    }
  }
}
