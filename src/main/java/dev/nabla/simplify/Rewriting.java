package dev.nabla.simplify;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Power;
import dev.nabla.expr.Product;
import dev.nabla.expr.Sum;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** One rewrite at the top of a node whose operands are simple: rules first, then strategies. */
final class Rewriting {
  /** A factored form gives way to an expanded one that is this much shorter. */
  private static final double EXPANSION_GAIN = 0.5;

  private final Cost cost;
  private final Domains domains;
  private final Level level;
  private final RuleIndex index;
  private final LocalRules rules;
  private final FunctionValues values;
  private final Conditionals conditionals;
  private final Reductions reductions;
  private final PowerCollection powers;
  private final SignDistribution signs;
  private final CommonFactors factors;
  private final FractionForms fractions;
  private final Set<String> applied = new LinkedHashSet<>();

  Rewriting(
      ExprPool pool, Cost cost, Ranges ranges, Domains domains, Level level, RuleCatalog catalog) {
    this.cost = cost;
    this.domains = domains;
    this.level = level;
    index = new RuleIndex(catalog, level);
    signs = new SignDistribution(pool, cost);
    rules = new LocalRules(pool, index, new PatternMatcher(pool, ranges), signs, cost);
    values = new FunctionValues(pool);
    conditionals = new Conditionals(pool, ranges, domains);
    reductions = new Reductions(pool, ranges, domains);
    powers = new PowerCollection(pool, cost);
    fractions = new FractionForms(pool, cost);
    factors = new CommonFactors(pool, cost, fractions::apply);
  }

  /**
   * A rewrite.
   *
   * @param expr the result; the node itself where nothing applies
   * @param extendsDomain whether it may be defined at more points
   */
  record Step(Expr expr, boolean extendsDomain) {}

  /** The names of the rules that were applied so far. */
  Set<String> applied() {
    return applied;
  }

  Step step(Expr node) {
    index.see(node);
    Expr valued = reductions.apply(conditionals.apply(values.apply(node)));
    if (valued != node) {
      return new Step(valued, false);
    }
    Optional<LocalRules.Rewrite> rewrite = rules.apply(node);
    if (rewrite.isPresent()) {
      applied.add(rewrite.get().rule().name());
      boolean dropsDomain =
          rewrite.get().droppedOperands().stream().anyMatch(expr -> !domains.isTotal(expr));
      boolean extendsDomain = rewrite.get().rule().validity() == Validity.EXTENDS_DOMAIN;
      return new Step(rewrite.get().expr(), extendsDomain || dropsDomain || mayCancel(node));
    }
    if (level == Level.FAST || !Simplifier.isArithmetic(node)) {
      return new Step(node, false);
    }
    Expr signed = signs.apply(node);
    if (signed != node) {
      return new Step(signed, mayCancel(node));
    }
    Expr collected = powers.apply(node);
    if (collected != node) {
      return new Step(collected, mayCancel(node));
    }
    Expr fraction = fractions.apply(node);
    if (node instanceof Sum sum) {
      Expr factored = factors.apply(sum);
      double limit = keepsFactors(factored) && fraction instanceof Sum ? EXPANSION_GAIN : 1;
      if (cost.of(factored) < cost.of(node) && limit * cost.of(factored) < cost.of(fraction)) {
        return new Step(factored, mayCancel(node));
      }
    }
    return new Step(fraction, mayCancel(node));
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
