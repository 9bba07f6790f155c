package dev.nabla.simplify;

import dev.nabla.expr.Apply;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Power;
import dev.nabla.expr.Product;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Sum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** One application of the rules at a node, on as many disjoint groups of operands as match. */
final class LocalRules {
  private static final int STEPS_PER_MATCH = 100;

  private final ExprPool pool;
  private final RuleIndex index;
  private final PatternMatcher matcher;
  private final BiPredicate<Expr, Expr> gain;
  private final SignDistribution signs;

  /**
   * Rules.
   *
   * @param gain whether the second expression is to replace the first
   */
  LocalRules(
      ExprPool pool,
      RuleIndex index,
      PatternMatcher matcher,
      SignDistribution signs,
      BiPredicate<Expr, Expr> gain) {
    this.signs = signs;
    this.pool = pool;
    this.index = index;
    this.matcher = matcher;
    this.gain = gain;
  }

  /**
   * The node with a rule applied.
   *
   * @param expr the result
   * @param rule the rule
   * @param droppedOperands what placeholders stood for that the right side does without
   */
  record Rewrite(Expr expr, Rule rule, List<Expr> droppedOperands) {}

  /** The first rule in the table's order that is a gain. */
  Optional<Rewrite> apply(Expr node) {
    if (node instanceof Sum || node instanceof Product) {
      return new Operands(node).apply();
    }
    for (CompiledRule rule : index.rules(node, Set.of(Keys.ofFactor(node)))) {
      List<Rewrite> found = new ArrayList<>(1);
      matcher.start(rule, STEPS_PER_MATCH);
      matcher.match(
          rule.pattern(),
          node,
          Bindings.NONE,
          bindings -> {
            Expr image = signs.apply(rule.right().instantiate(pool, bindings.values()));
            if (gain.test(node, image)) {
              found.add(new Rewrite(image, rule.rule(), dropped(rule, bindings)));
            }
            return !found.isEmpty();
          });
      if (!found.isEmpty()) {
        return Optional.of(found.get(0));
      }
    }
    return Optional.empty();
  }

  private static List<Expr> dropped(CompiledRule rule, Bindings bindings) {
    return rule.dropped().stream().map(name -> bindings.find(name).orElseThrow()).toList();
  }

  /** The operands of one sum or product, by position and by key. */
  private final class Operands {
    private final Expr node;
    private final List<Expr> operands;
    private final Rational coefficient;
    private final Map<Expr, Integer> positions = new HashMap<>();
    private final Map<String, List<Integer>> byKey = new LinkedHashMap<>();
    private final boolean[] used;
    private final List<Expr> images = new ArrayList<>();
    private final List<Expr> dropped = new ArrayList<>();
    private Rational rest;

    Operands(Expr node) {
      this.node = node;
      operands = node instanceof Sum sum ? sum.terms() : Keys.factors(node);
      coefficient = node instanceof Product product ? product.coefficient() : Rational.ONE;
      rest = coefficient;
      used = new boolean[operands.size()];
      for (int i = 0; i < operands.size(); i++) {
        positions.put(operands.get(i), i);
        Set<String> keys =
            node instanceof Sum
                ? Keys.ofTerm(operands.get(i))
                : Set.of(Keys.ofFactor(operands.get(i)));
        for (String key : keys) {
          byKey.computeIfAbsent(key, name -> new ArrayList<>()).add(i);
        }
      }
    }

    Optional<Rewrite> apply() {
      for (CompiledRule rule : index.rules(node, byKey.keySet())) {
        for (int position : byKey.getOrDefault(rule.anchor(), List.of())) {
          if (!used[position]) {
            matchFrom(rule, position);
          }
        }
        if (!images.isEmpty()) {
          Expr image = assemble();
          if (gain.test(node, image)) {
            return Optional.of(new Rewrite(image, rule.rule(), dropped));
          }
          reset();
        }
      }
      return Optional.empty();
    }

    private void reset() {
      images.clear();
      dropped.clear();
      rest = coefficient;
      Arrays.fill(used, false);
    }

    private Expr assemble() {
      List<Expr> all = new ArrayList<>(images);
      for (int i = 0; i < used.length; i++) {
        if (!used[i]) {
          all.add(operands.get(i));
        }
      }
      return node instanceof Sum ? pool.sum(all) : pool.scale(rest, pool.product(all));
    }

    private void matchFrom(CompiledRule rule, int position) {
      matcher.start(rule, STEPS_PER_MATCH);
      used[position] = true;
      boolean matched =
          matcher.match(
              rule.operands().get(0).pattern(),
              operands.get(position),
              Bindings.NONE,
              bindings -> matchRest(rule, 1, bindings));
      used[position] &= matched;
    }

    private boolean matchRest(CompiledRule rule, int from, Bindings bindings) {
      if (from == rule.operands().size()) {
        return accept(rule, bindings);
      }
      CompiledRule.Operand operand = rule.operands().get(from);
      if (bindings.binds(operand.placeholders())) {
        Integer position = positions.get(operand.template().instantiate(pool, bindings.values()));
        return position != null && matchAt(rule, from, position, bindings, false);
      }
      for (int position : candidates(operand)) {
        if (matchAt(rule, from, position, bindings, true)) {
          return true;
        }
        if (matcher.isExhausted()) {
          return false;
        }
      }
      return matchFirstPower(rule, from, bindings);
    }

    /** A power of anything may be one of a function, which stands under the function's key. */
    private List<Integer> candidates(CompiledRule.Operand operand) {
      List<Integer> found = byKey.getOrDefault(operand.key(), List.of());
      if (!(operand.pattern() instanceof Power power)
          || Keys.placeholder(power.base()).isEmpty()
          || node instanceof Sum) {
        return found;
      }
      List<Integer> all = new ArrayList<>(found);
      for (int i = 0; i < operands.size(); i++) {
        if (operands.get(i) instanceof Power other && other.base() instanceof Apply) {
          all.add(i);
        }
      }
      return all;
    }

    /** The exponent of a^n may be the 1 that is not written, so that a stands under no key. */
    private boolean matchFirstPower(CompiledRule rule, int from, Bindings bindings) {
      if (rule.operands().get(from).pattern() instanceof Power power
          && rule.isNumericPlaceholder(power.exponent())) {
        Integer position =
            Keys.placeholder(power.base()).flatMap(bindings::find).map(positions::get).orElse(-1);
        return position >= 0 && matchAt(rule, from, position, bindings, true);
      }
      return false;
    }

    private boolean matchAt(
        CompiledRule rule, int from, int position, Bindings bindings, boolean compare) {
      if (used[position]) {
        return false;
      }
      used[position] = true;
      boolean matched =
          compare
              ? matcher.match(
                  rule.operands().get(from).pattern(),
                  operands.get(position),
                  bindings,
                  next -> matchRest(rule, from + 1, next))
              : matchRest(rule, from + 1, bindings);
      used[position] &= matched;
      return matched;
    }

    /** A number in a product's pattern is divided out of the number in front. */
    private boolean accept(CompiledRule rule, Bindings bindings) {
      Rational number = Keys.coefficient(rule.pattern());
      if (node instanceof Product && !number.isOne()) {
        if (!images.isEmpty()) {
          return false;
        }
        rest = rest.divide(number);
      }
      images.add(signs.apply(rule.right().instantiate(pool, bindings.values())));
      dropped.addAll(LocalRules.dropped(rule, bindings));
      return true;
    }
  }
}
