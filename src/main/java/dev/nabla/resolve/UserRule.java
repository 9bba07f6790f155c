package dev.nabla.resolve;

import dev.nabla.ast.Syntax;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Template;
import java.util.List;

/**
 * left = right where the conditions hold, a rule that a file states; its placeholders are single
 * letters.
 *
 * @param name its label
 * @param leftText the left side as written
 * @param rightText the right side as written
 * @param placeholders the placeholders of the left side
 * @param left what it applies to
 * @param right what it is replaced by
 * @param conditions what must be known
 */
public record UserRule(
    String name,
    String leftText,
    String rightText,
    List<String> placeholders,
    Template left,
    Template right,
    List<Condition> conditions) {
  public UserRule {
    placeholders = List.copyOf(placeholders);
    conditions = List.copyOf(conditions);
  }

  /**
   * A placeholder's relation to 0.
   *
   * @param placeholder its name
   * @param relation what holds of it and 0
   * @param condition the same over the placeholder
   */
  public record Condition(String placeholder, Syntax.Relation relation, Expr condition) {}
}
