package dev.nabla.simplify;

import dev.nabla.expr.Expr;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/**
 * The rules that may match a node: those of its kind with one of its keys whose functions all occur
 * in it. A rule is parsed when it first may match.
 */
final class RuleIndex {
  /** Set in every mask that is known. */
  static final long KNOWN = Long.MIN_VALUE;

  private static final String ANYWHERE = "";

  private final RuleCatalog catalog;
  private final Effort effort;
  private long[] masks = new long[1 << 8];

  RuleIndex(RuleCatalog catalog, Effort effort) {
    this.catalog = catalog;
    this.effort = effort;
  }

  /** The rules for a node whose operands have the {@code keys}, in the table's order. */
  List<CompiledRule> rules(Expr node, Collection<String> keys) {
    BitSet candidates = new BitSet();
    long present = mask(node);
    addPresent(catalog.at(node.getClass(), ANYWHERE), present, candidates);
    for (String key : keys) {
      addPresent(catalog.at(node.getClass(), key), present, candidates);
    }
    if (candidates.isEmpty()) {
      return List.of();
    }
    List<CompiledRule> rules = new ArrayList<>();
    for (int order = candidates.nextSetBit(0);
        order >= 0;
        order = candidates.nextSetBit(order + 1)) {
      if (admits(order)) {
        CompiledRule rule = catalog.compiled(order);
        boolean sameKind = rule.pattern().getClass() == node.getClass();
        if (sameKind && (effort.level().isAtLeast(Level.FAST) || rule.introducesNothing())) {
          rules.add(rule);
        }
      }
    }
    return rules;
  }

  private void addPresent(List<Integer> orders, long present, BitSet candidates) {
    for (int order : orders) {
      if ((catalog.required(order) & ~present) == 0) {
        candidates.set(order);
      }
    }
  }

  /** Whether the features of a rule all occur in the expression. */
  boolean mayMatchIn(Expr root) {
    long present = mask(root);
    for (int order = 0; order < catalog.rules().size(); order++) {
      if ((catalog.required(order) & ~present) == 0) {
        return true;
      }
    }
    return false;
  }

  private boolean admits(int order) {
    return effort.mayUse(catalog.rule(order)) && catalog.isEnabled(order);
  }

  /** The features that occur in the node. */
  private long mask(Expr root) {
    if (known(root) != 0) {
      return known(root);
    }
    Deque<Expr> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      Expr node = open.peek();
      long mask = KNOWN | own(node);
      boolean complete = true;
      for (Expr child : node.children()) {
        long below = known(child);
        mask |= below;
        if (below == 0) {
          open.push(child);
          complete = false;
        }
      }
      if (complete) {
        open.pop();
        remember(node, mask);
      }
    }
    return known(root);
  }

  private long known(Expr node) {
    return node.id() < masks.length ? masks[node.id()] : 0;
  }

  private void remember(Expr node, long mask) {
    if (node.id() >= masks.length) {
      masks = Arrays.copyOf(masks, Math.max(node.id() + 1, masks.length * 2));
    }
    masks[node.id()] = mask;
  }

  private long own(Expr node) {
    return RuleOutline.feature(node).map(catalog::bit).orElse(0L);
  }
}
