package dev.nabla.simplify;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * e = e₁ = e₂ = … = the form that a {@link Simplifier} gives e: what the engine did, one rewrite
 * after the other.
 *
 * @param root e
 * @param result its simplified form
 * @param steps what lies between them; none where e is simple already
 * @param sideConditions what {@code root} demands for being defined and {@code result} does not
 */
public record Derivation(Expr root, Expr result, List<Step> steps, List<Expr> sideConditions) {
  /** Larger trees have more steps than anybody reads. */
  public static final double LARGEST_TREE = 4_000;

  public Derivation {
    steps = List.copyOf(steps);
    sideConditions = List.copyOf(sideConditions);
  }

  /**
   * before = after, two forms of the whole expression.
   *
   * @param rule the name of what was done
   * @param part the part of the whole that it was done to, as it was just before
   * @param replacement what stands in its place
   * @param sideConditions what {@code before} demands for being defined and {@code after} does not
   */
  public record Step(
      String rule,
      Expr before,
      Expr after,
      Expr part,
      Expr replacement,
      List<Expr> sideConditions) {
    public Step {
      sideConditions = List.copyOf(sideConditions);
    }
  }

  /**
   * The derivation of a simplified form.
   *
   * @param assumptions conditions that hold wherever the result is used
   * @throws IllegalArgumentException if {@code root} is larger than {@link #LARGEST_TREE}
   */
  public static Derivation of(ExprPool pool, List<Expr> assumptions, Effort effort, Expr root) {
    return of(pool, assumptions, effort, RuleCatalog.standard(), root);
  }

  static Derivation of(
      ExprPool pool, List<Expr> assumptions, Effort effort, RuleCatalog catalog, Expr root) {
    if (root.treeSize() > LARGEST_TREE) {
      throw new IllegalArgumentException(
          "the derivative has more than "
              + (int) LARGEST_TREE
              + " parts, too many to follow step by step: look at its closed form with nabla jacobian,"
              + " or explain a function of one of its parts");
    }
    Recording recording = new Recording();
    Simplifier simplifier = new Simplifier(pool, assumptions, effort, catalog, recording);
    Simplification simplification = simplifier.simplify(root);
    Steps steps = new Steps(simplifier, root);
    Replay pass = Replay.ofPass(pool, recording, event -> steps.add(event));
    steps.follow(() -> pass.value(root));
    pass.derive(root);
    Expr plain = pass.value(root);
    Replay search = Replay.ofSearch(pool, recording, event -> steps.add(event));
    steps.follow(() -> search.value(plain));
    search.derive(plain);
    return new Derivation(
        root,
        simplification.expr(),
        steps.endingWith(simplification.expr()),
        simplification.sideConditions());
  }

  /** Collects the rewrites that change the whole expression. */
  private static final class Steps {
    private final Simplifier simplifier;
    private final List<Step> steps = new ArrayList<>();
    private Supplier<Expr> whole;
    private Expr last;

    Steps(Simplifier simplifier, Expr root) {
      this.simplifier = simplifier;
      this.last = root;
      this.whole = () -> root;
    }

    void follow(Supplier<Expr> newWhole) {
      whole = newWhole;
    }

    void add(Trace.Event event) {
      Expr now = whole.get();
      if (now != last) {
        add(event.rule(), now, event.before(), event.after());
      }
    }

    private void add(String rule, Expr now, Expr part, Expr replacement) {
      steps.add(new Step(rule, last, now, part, replacement, simplifier.lost(last, now)));
      last = now;
    }

    List<Step> endingWith(Expr result) {
      if (last != result) {
        add("canonical-form", result, last, result);
      }
      return steps;
    }
  }
}
