package dev.nabla.simplify;

import dev.nabla.expr.Template;
import dev.nabla.resolve.TemplateParser;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A rule with its sides as templates.
 *
 * @param rule the rule
 * @param left its left side
 * @param right its right side
 */
record RuleForm(Rule rule, Template left, Template right) {
  static RuleForm of(Rule rule) {
    List<String> names = rule.placeholders();
    return new RuleForm(
        rule, TemplateParser.parse(rule.left(), names), TemplateParser.parse(rule.right(), names));
  }

  List<String> placeholders() {
    return List.copyOf(Keys.placeholders(left.body()));
  }

  /** Whether the left side says what each placeholder of the right side and the guards is. */
  boolean isBound() {
    Set<String> unbound = new HashSet<>(Keys.placeholders(right.body()));
    rule.guards().forEach(guard -> unbound.add(guard.placeholder()));
    unbound.removeAll(placeholders());
    return unbound.isEmpty();
  }

  /** The same sides with other guards and validity. */
  RuleForm with(Rule other) {
    return new RuleForm(other, left, right);
  }
}
