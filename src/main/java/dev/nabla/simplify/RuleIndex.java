package dev.nabla.simplify;

import dev.nabla.expr.Apply;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Num;
import dev.nabla.expr.Power;
import dev.nabla.expr.Select;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The rules by kind of node and anchor; a rule is parsed once all its functions were met. */
final class RuleIndex {
  private record Pending(int order, Set<String> missing) {}

  private record Place(Class<?> kind, String anchor) {}

  private record Entry(int order, CompiledRule rule) {}

  private final RuleCatalog catalog;
  private final Effort effort;
  private final Map<String, List<Pending>> pending = new HashMap<>();
  private final Set<String> seen = new HashSet<>();
  private final Map<Place, List<Entry>> places = new HashMap<>();

  RuleIndex(RuleCatalog catalog, Effort effort) {
    this.catalog = catalog;
    this.effort = effort;
    for (int order = 0; order < catalog.rules().size(); order++) {
      Rule rule = catalog.rules().get(order);
      if (effort.mayUse(rule)) {
        Pending waiting = new Pending(order, new HashSet<>(catalog.features(order)));
        if (waiting.missing().isEmpty()) {
          throw new IllegalArgumentException("rule " + rule.name() + " would match anything");
        }
        for (String feature : waiting.missing()) {
          pending.computeIfAbsent(feature, key -> new ArrayList<>()).add(waiting);
        }
      }
    }
  }

  /** Takes note of what occurs in {@code node}. */
  void see(Expr node) {
    if (node instanceof Apply apply) {
      see(apply.function().name());
    } else if (node instanceof Power power) {
      if (!(power.exponent() instanceof Num num)) {
        see("^");
      } else if (!num.value().isInteger()) {
        see("sqrt");
      }
      if (power.base() instanceof Power) {
        see("^");
      }
    } else if (node instanceof Select) {
      see("if");
    }
  }

  private void see(String feature) {
    if (seen.add(feature)) {
      for (Pending waiting : pending.getOrDefault(feature, List.of())) {
        waiting.missing().remove(feature);
        if (waiting.missing().isEmpty()) {
          add(waiting.order(), catalog.compiled(waiting.order()));
        }
      }
    }
  }

  private void add(int order, CompiledRule rule) {
    if (effort.level() == Level.FULL || rule.introducesNothing()) {
      Place place = new Place(rule.pattern().getClass(), rule.anchor());
      places.computeIfAbsent(place, key -> new ArrayList<>()).add(new Entry(order, rule));
    }
  }

  /** The rules for a kind of node that one of {@code keys} may anchor, in the table's order. */
  List<CompiledRule> rules(Class<?> kind, Collection<String> keys) {
    Map<Integer, CompiledRule> found = new TreeMap<>(Comparator.naturalOrder());
    for (String key : keys) {
      for (Entry entry : places.getOrDefault(new Place(kind, key), List.of())) {
        found.put(entry.order(), entry.rule());
      }
    }
    return List.copyOf(found.values());
  }
}
