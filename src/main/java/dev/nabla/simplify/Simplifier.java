package dev.nabla.simplify;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Power;
import dev.nabla.expr.Product;
import dev.nabla.expr.Sum;
import java.util.ArrayList;
import java.util.List;

/**
 * e → an equal expression that a person would rather write: a pass of rules that shorten, and for
 * an expression of moderate size a search among its other whole forms.
 *
 * <p>One instance keeps its memo, so that the entries of a Jacobian share their work.
 */
public final class Simplifier {
  private final Effort effort;
  private final Cost cost = new Cost();
  private final Work work = new Work();
  private final Domains domains;
  private final Pass pass;
  private final FormSearch search;

  /** A simplifier for a form that a person reads. */
  public Simplifier(ExprPool pool, List<Expr> assumptions) {
    this(pool, assumptions, Effort.FULL);
  }

  /**
   * A simplifier for the expressions of one pool.
   *
   * @param assumptions conditions that hold wherever the result is used
   */
  public Simplifier(ExprPool pool, List<Expr> assumptions, Effort effort) {
    this(pool, assumptions, effort, RuleCatalog.standard(), Trace.NONE);
  }

  Simplifier(
      ExprPool pool, List<Expr> assumptions, Effort effort, RuleCatalog catalog, Trace trace) {
    this.effort = effort;
    Ranges ranges = new Ranges(pool, assumptions);
    this.domains = new Domains(pool, ranges);
    Rewriting rewriting = new Rewriting(pool, cost, ranges, domains, effort, catalog, work);
    this.pass = new Pass(pool, cost, domains, rewriting, effort.strict(), trace, work);
    Move oneFraction = new FractionMove(new FractionForms(pool, cost, work));
    this.search =
        new FormSearch(
            pool,
            cost,
            oneFraction,
            moves(pool, ranges, oneFraction),
            pass,
            work,
            trace,
            (before, after) -> !effort.strict() || domains.lost(before, after).isEmpty());
  }

  private List<Move> moves(ExprPool pool, Ranges ranges, Move oneFraction) {
    PatternMatcher matcher = new PatternMatcher(pool, ranges);
    SignDistribution signs = new SignDistribution(pool, cost);
    List<Move> moves = new ArrayList<>();
    moves.add(oneFraction);
    moves.add(new Expansion(pool));
    for (BasisRules.Basis basis : BasisRules.ALL) {
      moves.add(new ChangeOfBasis(pool, basis.name(), basis.catalog(), matcher, signs));
    }
    return moves;
  }

  /** The simplified expression, and where the original is not defined though it is. */
  public Simplification simplify(Expr root) {
    if (effort.level() == Level.NONE) {
      return new Simplification(root, List.of());
    }
    Expr plain = pass.normal(root);
    Expr result = effort.level() == Level.FULL ? search.best(plain) : plain;
    boolean mayExtend = pass.mayExtend(root) || result != plain;
    return new Simplification(result, mayExtend ? domains.lost(root, result) : List.of());
  }

  /** What {@code before} demands for being defined and {@code after} does not. */
  List<Expr> lost(Expr before, Expr after) {
    return domains.lost(before, after);
  }

  /** The number of node visits so far. */
  long visits() {
    return pass.visits();
  }

  double cost(Expr expr) {
    return cost.of(expr);
  }

  /** Whether arithmetic strategies look at the node. */
  static boolean isArithmetic(Expr node) {
    return node instanceof Sum || node instanceof Product || node instanceof Power;
  }
}
