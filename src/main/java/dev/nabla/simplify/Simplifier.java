package dev.nabla.simplify;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Power;
import dev.nabla.expr.Product;
import dev.nabla.expr.Sum;
import dev.nabla.resolve.UserRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * e → an equal expression that a person would rather write: a pass of rules that shorten, and for
 * an expression of moderate size a search among its other whole forms.
 *
 * <p>One instance keeps its memo, so that the entries of a Jacobian share their work.
 */
public final class Simplifier {
  /** Work for one expression: some 15 ms. */
  private static final long MOST_WORK = 90_000;

  private final Effort effort;
  private final Cost cost = new Cost();
  private final Work work;
  private final Domains domains;
  private final Rewriting rewriting;
  private final Set<String> ownNames = new HashSet<>();
  private final boolean searches;
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

  /**
   * A simplifier that tries the rules of a file before those of the table.
   *
   * @param assumptions conditions that hold wherever the result is used
   */
  public Simplifier(ExprPool pool, List<Expr> assumptions, Effort effort, List<UserRule> own) {
    this(pool, assumptions, effort, RuleCatalog.standardWith(OwnRules.compiled(own)), Trace.NONE);
    own.forEach(rule -> ownNames.add(rule.name()));
  }

  Simplifier(
      ExprPool pool, List<Expr> assumptions, Effort effort, RuleCatalog catalog, Trace trace) {
    this(pool, assumptions, effort, catalog, trace, effort.level() == Level.FULL);
  }

  private Simplifier(
      ExprPool pool,
      List<Expr> assumptions,
      Effort effort,
      RuleCatalog catalog,
      Trace trace,
      boolean searches) {
    this.work = new Work(pool);
    this.effort = effort;
    this.searches = searches;
    Ranges ranges = new Ranges(pool, assumptions);
    this.domains = new Domains(pool, ranges);
    this.rewriting = new Rewriting(pool, cost, ranges, domains, effort, catalog, work);
    this.pass = new Pass(pool, cost, domains, rewriting, effort.strict(), trace, work);
    Move oneFraction = new FractionMove(new FractionForms(pool, cost, work));
    Move whole = new CanonicalForms(pool, cost, ranges, work);
    this.search =
        new FormSearch(
            pool,
            cost,
            new CommonArguments(pool, cost, domains, whole),
            whole,
            oneFraction,
            moves(pool, ranges, oneFraction),
            new JoinedPowers(pool, cost),
            pass,
            work,
            trace,
            (before, after) ->
                Growth.admits(before, after)
                    && (!effort.strict() || domains.lost(before, after).isEmpty()));
  }

  private List<Move> moves(ExprPool pool, Ranges ranges, Move oneFraction) {
    PatternMatcher matcher = new PatternMatcher(pool, ranges, work);
    SignDistribution signs = new SignDistribution(pool, cost);
    List<Move> moves = new ArrayList<>();
    moves.add(oneFraction);
    moves.add(new Expansion(pool));
    for (BasisRules.Basis basis : BasisRules.ALL) {
      moves.add(new ChangeOfBasis(pool, basis, matcher, signs));
    }
    return moves;
  }

  /** Rules and strategies alone, without the search: to see what a single rule does. */
  static Simplifier withoutSearch(
      ExprPool pool, List<Expr> assumptions, Effort effort, RuleCatalog catalog) {
    return new Simplifier(pool, assumptions, effort, catalog, Trace.NONE, false);
  }

  /** The simplified expression, and where the original is not defined though it is. */
  public Simplification simplify(Expr root) {
    if (effort.level() == Level.NONE) {
      return new Simplification(root, List.of());
    }
    work.allow(MOST_WORK);
    Expr plain = pass.normal(root);
    Expr result = searches ? search.best(plain) : plain;
    boolean mayExtend = pass.mayExtend(root) || result != plain;
    List<Expr> conditions = mayExtend ? lost(root, result) : List.of();
    return conditions.isEmpty()
        ? new Simplification(result, conditions, plain, root)
        : new Simplification(result, conditions);
  }

  /** The rules of the file that were applied so far. */
  public Set<String> ownRules() {
    Set<String> applied = new LinkedHashSet<>(rewriting.applied());
    applied.retainAll(ownNames);
    return applied;
  }

  /** An equal expression from elsewhere, and where the original is not defined though it is. */
  public Simplification replacement(Expr original, Expr equal) {
    return new Simplification(equal, lost(original, equal));
  }

  /** What {@code some} demand for having values, and {@code others} do not. */
  public List<Expr> demands(List<Expr> some, List<Expr> others) {
    return lost(some, others);
  }

  private List<Expr> lost(List<Expr> before, List<Expr> after) {
    return domains.lost(before, after, pass::normal);
  }

  /** What {@code before} demands for being defined and {@code after} does not. */
  List<Expr> lost(Expr before, Expr after) {
    return lost(List.of(before), List.of(after));
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
