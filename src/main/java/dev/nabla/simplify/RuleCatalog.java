package dev.nabla.simplify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A list of rules with what is found out about them once: their outlines, and the parsed form of
 * those that were ever needed. It always answers the same, so simplifiers and threads share it.
 */
final class RuleCatalog {
  /** Features beyond are taken to occur everywhere: their bit is {@link RuleIndex#KNOWN}. */
  private static final int MOST_FEATURES = Long.SIZE - 1;

  private final List<Rule> rules;
  private final Map<String, Integer> features;
  private final long[] required;
  private final Map<Place, List<Integer>> places;
  private final AtomicReferenceArray<CompiledRule> compiled;
  private final Set<Rule> disabled;

  private record Place(Class<?> kind, String anchor) {}

  RuleCatalog(List<Rule> rules) {
    this(rules, rules.stream().map(rule -> RuleOutline.of(rule.left())).toList());
  }

  private RuleCatalog(List<Rule> rules, List<RuleOutline> outlines) {
    this.rules = List.copyOf(rules);
    disabled = Set.of();
    features = new HashMap<>();
    places = new HashMap<>();
    required = new long[rules.size()];
    compiled = new AtomicReferenceArray<>(rules.size());
    for (int order = 0; order < required.length; order++) {
      RuleOutline outline = outlines.get(order);
      for (String feature : outline.features()) {
        features.putIfAbsent(feature, Math.min(features.size(), MOST_FEATURES));
        required[order] |= bit(feature);
      }
      Place place = new Place(outline.kind(), outline.anchor());
      places.computeIfAbsent(place, key -> new ArrayList<>()).add(order);
    }
  }

  private RuleCatalog(RuleCatalog all, Set<Rule> disabled) {
    rules = all.rules;
    features = all.features;
    required = all.required;
    places = all.places;
    compiled = all.compiled;
    this.disabled = disabled;
  }

  /** The catalog without some of its rules; what is known of the others is shared. */
  RuleCatalog without(Set<Rule> some) {
    return new RuleCatalog(this, Set.copyOf(some));
  }

  /** All rules of the table, made when first needed. */
  private static final class Standard {
    static final RuleCatalog CATALOG = new RuleCatalog(RuleTable.all());
  }

  /** The catalog of all rules of the table. */
  static RuleCatalog standard() {
    return Standard.CATALOG;
  }

  /** The rules of a file, tried first, and all rules of the table. */
  static RuleCatalog standardWith(List<CompiledRule> own) {
    if (own.isEmpty()) {
      return standard();
    }
    List<Rule> rules = new ArrayList<>();
    List<RuleOutline> outlines = new ArrayList<>();
    for (CompiledRule rule : own) {
      rules.add(rule.rule());
      outlines.add(RuleOutline.of(rule));
    }
    for (Rule rule : standard().rules()) {
      rules.add(rule);
      outlines.add(RuleOutline.of(rule.left()));
    }
    RuleCatalog catalog = new RuleCatalog(rules, outlines);
    for (int order = 0; order < own.size(); order++) {
      catalog.compiled.set(order, own.get(order));
    }
    return catalog;
  }

  List<Rule> rules() {
    return rules;
  }

  Rule rule(int order) {
    return rules.get(order);
  }

  boolean isEnabled(int order) {
    return disabled.isEmpty() || !disabled.contains(rules.get(order));
  }

  /** The feature's bit in a set of features; 0 for one that no rule asks for. */
  long bit(String feature) {
    Integer number = features.get(feature);
    return number == null ? 0 : 1L << number;
  }

  /** The set of features that the rule numbered {@code order} asks for. */
  long required(int order) {
    return required[order];
  }

  /** The numbers of the rules for a kind of node with the anchor, ascending. */
  List<Integer> at(Class<?> kind, String anchor) {
    return places.getOrDefault(new Place(kind, anchor), List.of());
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
