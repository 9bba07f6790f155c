package dev.nabla.simplify;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Power;
import dev.nabla.expr.Product;
import dev.nabla.expr.Sum;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** One rewrite at the top of a node whose operands are simple: rules first, then strategies. */
final class Rewriting {
  /** A factored form gives way to an expanded one that is this much shorter. */
  private static final double EXPANSION_GAIN = 0.5;

  private final Work work;
  private final Cost cost;
  private final Domains domains;
  private final boolean strict;
  private final List<Strategy> strategies;
  private final LocalRules rules;
  private final CommonFactors factors;
  private final FractionForms fractions;
  private final Set<String> applied = new LinkedHashSet<>();

  Rewriting(
      ExprPool pool,
      Cost cost,
      Ranges ranges,
      Domains domains,
      Effort effort,
      RuleCatalog catalog,
      Work work) {
    this.work = work;
    this.cost = cost;
    this.domains = domains;
    this.strict = effort.strict();
    RuleIndex index = new RuleIndex(catalog, effort);
    SignDistribution signs = new SignDistribution(pool, cost);
    rules =
        new LocalRules(
            pool,
            index,
            new PatternMatcher(pool, ranges, work),
            signs,
            (before, after) -> cost.of(after) < cost.of(before));
    fractions = new FractionForms(pool, cost, work);
    factors = new CommonFactors(pool, cost, fractions::apply);
    strategies = new ArrayList<>();
    add("value", new FunctionValues(pool)::apply);
    add("known-condition", new Conditionals(pool, ranges, domains)::apply);
    add("sum-over-range", new Reductions(pool, ranges, domains)::apply);
    strategies.add(this::local);
    if (effort.level().isAtLeast(Level.FAST)) {
      addCancelling("signs", signs::apply);
      addCancelling("like-powers", new PowerCollection(pool, cost)::apply);
      strategies.add(
          node -> Simplifier.isArithmetic(node) ? fractionOrFactors(node) : unchanged(node));
    }
  }

  /** One way to rewrite a node. */
  private interface Strategy {
    Rewrite apply(Expr node);
  }

  private void add(String name, UnaryOperator<Expr> form) {
    strategies.add(node -> new Rewrite(form.apply(node), name, false));
  }

  private void addCancelling(String name, UnaryOperator<Expr> form) {
    strategies.add(
        node ->
            Simplifier.isArithmetic(node)
                ? cancelling(node, form.apply(node), name)
                : unchanged(node));
  }

  private Rewrite cancelling(Expr node, Expr form, String name) {
    return form == node ? unchanged(node) : new Rewrite(form, name, mayCancel(node));
  }

  /**
   * A rewrite.
   *
   * @param expr the result; the node itself where nothing applies
   * @param rule the name of what was done, for a derivation
   * @param extendsDomain whether it may be defined at more points
   */
  record Rewrite(Expr expr, String rule, boolean extendsDomain) {}

  /** The names of the rules that were applied so far. */
  Set<String> applied() {
    return applied;
  }

  /** The first rewrite that may be done; the node itself where there is none. */
  Rewrite step(Expr node) {
    work.addStep();
    for (Strategy strategy : strategies) {
      Rewrite rewrite = strategy.apply(node);
      if (rewrite.expr() != node && (!strict || keepsDomain(node, rewrite))) {
        return rewrite;
      }
    }
    return unchanged(node);
  }

  private boolean keepsDomain(Expr node, Rewrite rewrite) {
    return !rewrite.extendsDomain() || domains.lost(node, rewrite.expr()).isEmpty();
  }

  private static Rewrite unchanged(Expr node) {
    return new Rewrite(node, "", false);
  }

  private Rewrite local(Expr node) {
    Optional<LocalRules.Rewrite> found = rules.apply(node);
    if (found.isEmpty()) {
      return unchanged(node);
    }
    LocalRules.Rewrite rewrite = found.get();
    applied.add(rewrite.rule().name());
    boolean dropsDomain =
        rewrite.droppedOperands().stream().anyMatch(expr -> !domains.isTotal(expr));
    boolean extendsDomain = rewrite.rule().validity() == Validity.EXTENDS_DOMAIN;
    return new Rewrite(
        rewrite.expr(), rewrite.rule().name(), extendsDomain || dropsDomain || mayCancel(node));
  }

  private Rewrite fractionOrFactors(Expr node) {
    Expr fraction = fractions.apply(node);
    if (node instanceof Sum sum) {
      Expr factored = factors.apply(sum);
      double limit = keepsFactors(factored) && fraction instanceof Sum ? EXPANSION_GAIN : 1;
      if (cost.of(factored) < cost.of(node) && limit * cost.of(factored) < cost.of(fraction)) {
        return cancelling(node, factored, "common-factor");
      }
    }
    return cancelling(node, fraction, "one-fraction");
  }

  /** Whether a sum stands as a factor: then expanding it must be worth it. */
  private static boolean keepsFactors(Expr factored) {
    return factored instanceof Product product
        && product.factors().stream().filter(Rewriting::isSumPower).count() > 1;
  }

  private static boolean isSumPower(Expr factor) {
    return (factor instanceof Power power ? power.base() : factor) instanceof Sum;
  }

  /** Whether what has no value somewhere can vanish when operands meet their opposites. */
  boolean mayCancel(Expr node) {
    return Simplifier.isArithmetic(node) && !domains.isTotal(node);
  }
}
