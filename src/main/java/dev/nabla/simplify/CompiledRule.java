package dev.nabla.simplify;

import dev.nabla.expr.Apply;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Num;
import dev.nabla.expr.Power;
import dev.nabla.expr.Product;
import dev.nabla.expr.Sum;
import dev.nabla.expr.Template;
import dev.nabla.expr.Traversal;
import dev.nabla.resolve.TemplateParser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A rule with both sides parsed, its operands in the order in which they are matched. */
final class CompiledRule {
  private final Rule rule;
  private final Template right;
  private final Expr pattern;
  private final List<Operand> operands = new ArrayList<>();
  private final Map<Expr, Part> parts = new HashMap<>();
  private final Map<String, List<Guard>> guards = new HashMap<>();
  private final Set<String> dropped;
  private final boolean introducesNothing;

  /** sin(a)/a is found by its sine: of a power x⁻² nobody knows which a it was made of. */
  private final boolean callsFirst;

  /**
   * An operand of the pattern's sum or product.
   *
   * @param pattern what it must match
   * @param template the same, to be looked up once its placeholders are known
   * @param key the key of what it can match; empty where that is anything
   * @param placeholders the placeholders in it
   */
  record Operand(Expr pattern, Template template, String key, Set<String> placeholders) {}

  /**
   * A sum or a product in the pattern.
   *
   * @param template the part, to be compared with once its placeholders are known
   * @param placeholders the placeholders in it
   */
  record Part(Template template, Set<String> placeholders) {}

  CompiledRule(Rule rule) {
    this(
        rule,
        TemplateParser.parse(rule.left(), rule.placeholders()),
        TemplateParser.parse(rule.right(), rule.placeholders()),
        false);
  }

  /** A rule whose sides were read with the names of a file. */
  CompiledRule(Rule rule, Template left, Template right) {
    this(rule, left, right, true);
  }

  private CompiledRule(Rule rule, Template left, Template right, boolean callsFirst) {
    this.callsFirst = callsFirst;
    this.rule = rule;
    this.pattern = left.body();
    this.right = right;
    for (Guard guard : rule.guards()) {
      guards.computeIfAbsent(guard.placeholder(), key -> new ArrayList<>()).add(guard);
    }
    if (isAssociative()) {
      orderOperands();
    }
    dropped = new LinkedHashSet<>(Keys.placeholders(pattern));
    dropped.removeAll(Keys.placeholders(right.body()));
    Set<Long> known = new HashSet<>();
    for (Expr node : Traversal.postOrder(pattern)) {
      known.add(node.structure());
      if (node instanceof Sum || node instanceof Product) {
        parts.put(node, new Part(new Template(node), Keys.placeholders(node)));
      }
    }
    introducesNothing =
        Traversal.postOrder(right.body()).stream()
            .filter(CompiledRule::isCostly)
            .allMatch(node -> known.contains(node.structure()));
  }

  private static boolean isCostly(Expr node) {
    return node instanceof Apply || (node instanceof Power power && !power.hasIntegerExponent());
  }

  private void orderOperands() {
    List<Expr> waiting = new ArrayList<>();
    for (Expr operand : pattern.children()) {
      if (!(operand instanceof Num && pattern instanceof Product)) {
        waiting.add(operand);
      }
    }
    Set<String> known = new HashSet<>();
    while (!waiting.isEmpty()) {
      Expr next = waiting.get(0);
      for (Expr candidate : waiting) {
        if (rank(candidate, known) > rank(next, known)) {
          next = candidate;
        }
      }
      waiting.remove(next);
      Set<String> placeholders = Keys.placeholders(next);
      known.addAll(placeholders);
      String key = pattern instanceof Sum ? Keys.firstOfTerm(next) : Keys.ofFactor(next);
      operands.add(new Operand(next, new Template(next), key, placeholders));
    }
  }

  /** First what is known, then what binds most, among what a key can find. */
  private double rank(Expr operand, Set<String> known) {
    Set<String> placeholders = Keys.placeholders(operand);
    if (!known.isEmpty() && known.containsAll(placeholders)) {
      return 1000;
    }
    boolean anyPower =
        operand instanceof Power power
            && Keys.placeholder(power.base()).isPresent()
            && isNumericPlaceholder(power.exponent());
    if (anyPower || isAmbiguous(operand, known)) {
      return 0;
    }
    String key = pattern instanceof Sum ? Keys.firstOfTerm(operand) : Keys.ofFactor(operand);
    int call = callsFirst && operand instanceof Apply ? 50 : 0;
    return (key.isEmpty() ? 1 : 100) + call + placeholders.size() - operand.treeSize() / 1000;
  }

  /** Whether a sum or a product in it could be shared out among its placeholders in many ways. */
  private boolean isAmbiguous(Expr operand, Set<String> known) {
    return Traversal.postOrder(operand).stream()
        .filter(node -> node instanceof Sum || node instanceof Product)
        .anyMatch(
            node ->
                node.children().stream()
                        .flatMap(child -> Keys.placeholder(child).stream())
                        .filter(name -> !known.contains(name) && !isNumeric(name))
                        .count()
                    > 1);
  }

  Rule rule() {
    return rule;
  }

  Expr pattern() {
    return pattern;
  }

  Template right() {
    return right;
  }

  /** Whether it matches some of the operands of a sum or a product. */
  boolean isAssociative() {
    return pattern instanceof Sum || pattern instanceof Product;
  }

  /** The operands of the pattern, the first to be found by its key. */
  List<Operand> operands() {
    return operands;
  }

  /** A sum or a product of the pattern. */
  Part part(Expr node) {
    return parts.get(node);
  }

  List<Guard> guards(String placeholder) {
    return guards.getOrDefault(placeholder, List.of());
  }

  boolean isNumeric(String placeholder) {
    return guards(placeholder).stream().anyMatch(Guard::isNumeric);
  }

  boolean isNumericPlaceholder(Expr node) {
    return Keys.placeholder(node).filter(this::isNumeric).isPresent();
  }

  /** The placeholders of the left that the right does without. */
  Set<String> dropped() {
    return dropped;
  }

  /** Whether every function value on the right is one of the left, so that sharing survives. */
  boolean introducesNothing() {
    return introducesNothing;
  }

  /** The key under which the rule is found at a node. */
  String anchor() {
    return isAssociative() ? operands.get(0).key() : Keys.ofFactor(pattern);
  }
}
