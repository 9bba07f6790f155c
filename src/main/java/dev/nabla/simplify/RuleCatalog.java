package dev.nabla.simplify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A list of rules with what is found out about them once: features, and the parsed form of those
 * that were ever needed. It always answers the same, so simplifiers and threads share it.
 */
final class RuleCatalog {
  private static final RuleCatalog STANDARD = new RuleCatalog(RuleTable.all());

  private final List<Rule> rules;
  private final List<Set<String>> features;
  private final AtomicReferenceArray<CompiledRule> compiled;

  RuleCatalog(List<Rule> rules) {
    this.rules = List.copyOf(rules);
    this.features = rules.stream().map(rule -> Set.copyOf(rule.features())).toList();
    this.compiled = new AtomicReferenceArray<>(rules.size());
  }

  private RuleCatalog(List<CompiledRule> own, RuleCatalog others) {
    List<Rule> all = new ArrayList<>();
    List<Set<String>> allFeatures = new ArrayList<>();
    for (CompiledRule rule : own) {
      all.add(rule.rule());
      allFeatures.add(OwnRules.features(rule.pattern()));
    }
    all.addAll(others.rules);
    allFeatures.addAll(others.features);
    this.rules = List.copyOf(all);
    this.features = List.copyOf(allFeatures);
    this.compiled = new AtomicReferenceArray<>(all.size());
    for (int order = 0; order < own.size(); order++) {
      compiled.set(order, own.get(order));
    }
  }

  /** The rules of a file, tried first, and all rules of the table. */
  static RuleCatalog standardWith(List<CompiledRule> own) {
    return own.isEmpty() ? STANDARD : new RuleCatalog(own, STANDARD);
  }

  /** The catalog of all rules of the table. */
  static RuleCatalog standard() {
    return STANDARD;
  }

  List<Rule> rules() {
    return rules;
  }

  /** What an expression must contain for the rule numbered {@code order} to fire. */
  Set<String> features(int order) {
    return features.get(order);
  }

  /** The parsed form of the rule numbered {@code order}. */
  CompiledRule compiled(int order) {
    CompiledRule known = compiled.get(order);
    if (known == null) {
      known = new CompiledRule(rules.get(order));
      compiled.set(order, known);
    }
    return known;
  }
}
