package dev.nabla.simplify;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Symbol;
import dev.nabla.expr.Template;
import dev.nabla.resolve.UserRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rules of a file among those of the table. */
public final class OwnRules {
  private OwnRules() {}

  /** What becomes of a rule when its own left side is simplified. */
  public enum Use {
    /** It applies and shortens. */
    APPLIES,
    /** The right side is not shorter, so that it never applies. */
    NOT_SHORTER,
    /** Other rules rewrite the left side before. */
    NEVER_MET
  }

  /** Whether the rule would ever be used. */
  public static Use use(UserRule rule) {
    ExprPool pool = new ExprPool();
    Map<String, Expr> variables = new HashMap<>();
    for (int i = 0; i < rule.placeholders().size(); i++) {
      String name = rule.placeholders().get(i);
      variables.put(name, pool.element(new Symbol(name, Symbol.Kind.VARIABLE, i)));
    }
    Expr left = rule.left().instantiate(pool, variables);
    Expr right = rule.right().instantiate(pool, variables);
    Cost cost = new Cost();
    if (cost.of(right) >= cost.of(left)) {
      return Use.NOT_SHORTER;
    }
    List<Expr> assumptions = new ArrayList<>();
    for (UserRule.Condition condition : rule.conditions()) {
      assumptions.add(new Template(condition.condition()).instantiate(pool, variables));
    }
    Simplifier simplifier = new Simplifier(pool, assumptions, Effort.FULL, List.of(rule));
    simplifier.simplify(left);
    return simplifier.ownRules().contains(rule.name()) ? Use.APPLIES : Use.NEVER_MET;
  }

  static List<CompiledRule> compiled(List<UserRule> rules) {
    return rules.stream().map(OwnRules::compiled).toList();
  }

  private static CompiledRule compiled(UserRule stated) {
    List<Guard> guards = new ArrayList<>();
    for (UserRule.Condition condition : stated.conditions()) {
      String name = condition.placeholder();
      guards.add(
          switch (condition.relation()) {
            case GREATER -> Guard.positive(name);
            case GREATER_OR_EQUAL -> Guard.nonNegative(name);
            case LESS -> Guard.negative(name);
            case LESS_OR_EQUAL -> Guard.nonPositive(name);
            case UNEQUAL -> Guard.nonZero(name);
            case EQUAL -> throw new IllegalArgumentException(name + " = 0 is no condition");
          });
    }
    Rule rule =
        new Rule(stated.name(), stated.leftText(), stated.rightText(), guards, validity(stated));
    return new CompiledRule(rule, stated.left(), stated.right());
  }

  /** Whether the left side demands something that the right side does not. */
  private static Validity validity(UserRule rule) {
    ExprPool pool = new ExprPool();
    Map<String, Expr> placeholders = new HashMap<>();
    for (int i = 0; i < rule.placeholders().size(); i++) {
      String name = rule.placeholders().get(i);
      placeholders.put(name, pool.element(new Symbol(name, Symbol.Kind.PLACEHOLDER, i)));
    }
    Domains domains = new Domains(pool, new Ranges(pool, List.of()));
    Expr left = rule.left().instantiate(pool, placeholders);
    Expr right = rule.right().instantiate(pool, placeholders);
    return domains.lost(left, right).isEmpty() ? Validity.EXACT : Validity.EXTENDS_DOMAIN;
  }
}
