package dev.nabla.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nabla.simplify.Guard;
import dev.nabla.simplify.Rule;
import dev.nabla.simplify.RuleFamily;
import dev.nabla.simplify.Validity;
import java.util.List;
import java.util.stream.Collectors;

/** Families of rules as text, as Markdown tables and as JSON. */
final class RuleListing {
  private static final int WIDEST_NAME = 40;
  private static final int WIDEST_RULE = 64;

  private RuleListing() {}

  static String toText(List<RuleFamily> families) {
    StringBuilder out = new StringBuilder();
    for (RuleFamily family : families) {
      int names = width(family, false, WIDEST_NAME);
      int sides = width(family, true, WIDEST_RULE);
      out.append(family.name()).append(": ").append(family.title()).append("\n\n");
      for (Rule rule : family.rules()) {
        String line =
            "  " + padded(rule.name(), names) + "  " + padded(sides(rule), sides) + remark(rule);
        out.append(line.stripTrailing()).append('\n');
      }
      out.append('\n');
    }
    int count = families.stream().mapToInt(family -> family.rules().size()).sum();
    out.append(count == 1 ? "1 rule" : count + " rules").append("; a rule applies where it makes");
    out.append(" an expression shorter.\n");
    if (families.stream().flatMap(family -> family.rules().stream()).anyMatch(RuleListing::gains)) {
      out.append("(+): the right side is defined at more points; a result says at which.\n");
    }
    return out.toString();
  }

  private static int width(RuleFamily family, boolean sides, int widest) {
    return family.rules().stream()
        .mapToInt(rule -> (sides ? sides(rule) : rule.name()).length())
        .filter(width -> width <= widest)
        .max()
        .orElse(0);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private static String sides(Rule rule) {
    return rule.left() + " → " + rule.right();
  }

  private static boolean gains(Rule rule) {
    return rule.validity() == Validity.EXTENDS_DOMAIN;
  }

  private static String remark(Rule rule) {
    String conditions = conditions(rule);
    return (conditions.isEmpty() ? "" : "  where " + conditions) + (gains(rule) ? "  (+)" : "");
  }

  private static String conditions(Rule rule) {
    return rule.guards().stream().map(Guard::text).collect(Collectors.joining(", "));
  }

  static String toMarkdown(List<RuleFamily> families) {
    StringBuilder out = new StringBuilder();
    for (RuleFamily family : families) {
      out.append(out.isEmpty() ? "" : "\n").append("## ").append(family.name()).append("\n\n");
      out.append(capitalized(family.title())).append(".\n\n");
      out.append("| rule | left | right | where | domain |\n|---|---|---|---|---|\n");
      for (Rule rule : family.rules()) {
        List<String> cells =
            List.of(
                rule.name(),
                "`" + rule.left() + "`",
                "`" + rule.right() + "`",
                conditions(rule),
                gains(rule) ? "larger on the right" : "the same");
        out.append("| ").append(String.join(" | ", cells)).append(" |\n");
      }
    }
    return out.toString();
  }

  private static String capitalized(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  static String toJson(List<RuleFamily> families) {
    ObjectNode root = Json.object();
    ArrayNode list = root.putArray("families");
    for (RuleFamily family : families) {
      ObjectNode node = list.addObject();
      node.put("family", family.name()).put("title", family.title());
      ArrayNode rules = node.putArray("rules");
      for (Rule rule : family.rules()) {
        ObjectNode each = rules.addObject();
        each.put("name", rule.name()).put("left", rule.left()).put("right", rule.right());
        ArrayNode where = each.putArray("where");
        rule.guards().forEach(guard -> where.add(guard.text()));
        each.put("exact", !gains(rule));
      }
    }
    return root.toPrettyString() + "\n";
  }
}
