package dev.nabla.resolve;

import dev.nabla.ast.StatedRule;
import dev.nabla.ast.Syntax;
import dev.nabla.expr.Apply;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Num;
import dev.nabla.expr.Power;
import dev.nabla.expr.Select;
import dev.nabla.expr.Symbol;
import dev.nabla.expr.Template;
import dev.nabla.expr.Traversal;
import dev.nabla.source.NablaException;
import dev.nabla.source.Source;
import dev.nabla.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the rules that a file states. */
final class UserRules {
  /** A single letter that is not called. */
  private static final Pattern PLACEHOLDER =
      Pattern.compile("(?<![\\p{L}\\p{Nd}_])(\\p{L})(?![\\p{L}\\p{Nd}_'′(])");

  private final Model model;
  private final DefinitionResolver definitions;
  private final Source source;

  UserRules(Model model, DefinitionResolver definitions) {
    this.model = model;
    this.definitions = definitions;
    this.source = definitions.source();
  }

  List<UserRule> read(List<StatedRule> stated) {
    Map<String, Span> names = new HashMap<>();
    List<UserRule> rules = new ArrayList<>();
    for (StatedRule rule : stated) {
      Span first = names.putIfAbsent(rule.name().text(), rule.span());
      if (first != null) {
        throw error(
            rule.name().span(),
            "there are two rules '" + rule.name().text() + "'",
            "the first is in line " + source.line(first.start()));
      }
      rules.add(read(rule));
    }
    return List.copyOf(rules);
  }

  private UserRule read(StatedRule rule) {
    List<String> placeholders = placeholders(rule.left().span());
    Scope scope = definitions.globals().inner();
    for (int i = 0; i < placeholders.size(); i++) {
      Symbol symbol = new Symbol(placeholders.get(i), Symbol.Kind.PLACEHOLDER, i);
      scope.bind(
          placeholders.get(i), new Binding.Known(Value.scalar(model.pool().element(symbol))));
    }
    ExpressionResolver resolver = definitions.expressions(source, scope);
    for (String name : placeholders(rule.right().span())) {
      if (!placeholders.contains(name) && scope.find(name).isEmpty()) {
        throw error(
            rule.right().span(),
            "'" + name + "' is not on the left side of rule '" + rule.name().text() + "'",
            "single letters stand for any expression: the right side has those of the left");
      }
    }
    Template left = side(resolver, rule, rule.left(), "the left side", placeholders);
    Template right = side(resolver, rule, rule.right(), "the right side", placeholders);
    requireAnchor(rule, left.body());
    List<UserRule.Condition> conditions = new ArrayList<>();
    for (Syntax condition : rule.conditions()) {
      conditions.add(condition(resolver, condition));
    }
    return new UserRule(
        rule.name().text(),
        text(rule.left().span()),
        text(rule.right().span()),
        placeholders,
        left,
        right,
        conditions);
  }

  private Template side(
      ExpressionResolver resolver,
      StatedRule rule,
      Syntax side,
      String what,
      List<String> placeholders) {
    Value value = Value.scalar(resolver.resolveScalar(side, what));
    Expr body = resolver.number(value, side.span());
    return new ScalarBodies(model, source)
        .template(body, side.span(), what + " of rule '" + rule.name().text() + "'", placeholders);
  }

  /** What a rule is found by must not be what every expression has. */
  private void requireAnchor(StatedRule rule, Expr left) {
    boolean isFound =
        Traversal.postOrder(left).stream()
            .anyMatch(
                node ->
                    node instanceof Apply
                        || node instanceof Select
                        || (node instanceof Power power
                            && (!(power.exponent() instanceof Num)
                                || !power.hasIntegerExponent()
                                || power.base() instanceof Power)));
    if (!isFound) {
      throw error(
          rule.left().span(),
          "the left side of rule '" + rule.name().text() + "' would match almost anything",
          "a left side has a function, a root, a symbolic power or a conditional");
    }
  }

  private UserRule.Condition condition(ExpressionResolver resolver, Syntax condition) {
    if (condition instanceof Syntax.Comparison comparison && comparison.operands().size() == 2) {
      Expr left = resolver.resolveScalar(comparison.operands().get(0), "a condition's side");
      Expr right = resolver.resolveScalar(comparison.operands().get(1), "a condition's side");
      Syntax.Relation relation = comparison.relations().get(0);
      Expr holds = resolver.condition(condition);
      if (left instanceof Element element && right == model.pool().zero() && isKnown(relation)) {
        return new UserRule.Condition(element.symbol().name(), relation, holds);
      }
      if (right instanceof Element element && left == model.pool().zero() && isKnown(relation)) {
        return new UserRule.Condition(element.symbol().name(), turned(relation), holds);
      }
    }
    throw error(
        condition.span(),
        "a condition of a rule compares a placeholder with 0",
        "write a > 0, a >= 0, a < 0, a <= 0 or a != 0");
  }

  private static boolean isKnown(Syntax.Relation relation) {
    return relation != Syntax.Relation.EQUAL;
  }

  private static Syntax.Relation turned(Syntax.Relation relation) {
    return switch (relation) {
      case LESS -> Syntax.Relation.GREATER;
      case LESS_OR_EQUAL -> Syntax.Relation.GREATER_OR_EQUAL;
      case GREATER -> Syntax.Relation.LESS;
      case GREATER_OR_EQUAL -> Syntax.Relation.LESS_OR_EQUAL;
      case EQUAL, UNEQUAL -> relation;
    };
  }

  private List<String> placeholders(Span span) {
    Set<String> names = new LinkedHashSet<>();
    Matcher matcher = PLACEHOLDER.matcher(text(span));
    while (matcher.find()) {
      String name = matcher.group(1);
      boolean isTaken =
          ExpressionResolver.constant(name).isPresent()
              || definitions.globals().find(name).isPresent();
      if (!isTaken) {
        names.add(name);
      }
    }
    return List.copyOf(names);
  }

  private String text(Span span) {
    return source.text().substring(span.start(), span.end());
  }

  private NablaException error(Span span, String message, String hint) {
    return NablaException.at(source, span, message, hint);
  }
}
