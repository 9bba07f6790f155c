package dev.nabla.simplify;

import dev.nabla.expr.Apply;
import dev.nabla.expr.Compare;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Num;
import dev.nabla.expr.Power;
import dev.nabla.expr.Product;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Select;
import dev.nabla.expr.Sum;
import dev.nabla.expr.Symbol;
import dev.nabla.expr.Template;
import dev.nabla.function.FunctionTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every single change of a rule: a sign, a number, an operand, a function, the order of arguments,
 * a condition, a guard, the validity.
 */
final class RuleMutations {
  /** Functions that are easily taken for one another. */
  private static final Map<String, String> NEIGHBOURS = neighbours();

  private final ExprPool pool = new ExprPool();
  private final Map<String, Expr> placeholders = new HashMap<>();
  private final RuleForm form;

  /**
   * A mutant.
   *
   * @param change what was changed
   * @param form the changed rule
   */
  record Mutant(String change, RuleForm form) {}

  private record Change(String text, Expr expr) {}

  RuleMutations(RuleForm form) {
    this.form = form;
    for (String name : form.rule().placeholders()) {
      Symbol symbol = new Symbol(name, Symbol.Kind.PLACEHOLDER, placeholders.size());
      placeholders.put(name, pool.element(symbol));
    }
  }

  private static Map<String, String> neighbours() {
    Map<String, String> neighbours = new HashMap<>();
    String pairs =
        "sin cos, tan cot, sec csc, asin acos, atan acot, asec acsc, sinh cosh, tanh coth, "
            + "sech csch, asinh acosh, atanh acoth, asech acsch, exp expm1, log log1p, "
            + "log2 log10, min max, floor ceil, erf erfc, gamma lgamma, digamma trigamma, "
            + "sigmoid softplus, relu gelu, abs sign, hypot atan2";
    for (String pair : pairs.split(", ")) {
      String[] names = pair.split(" ");
      neighbours.put(names[0], names[1]);
      neighbours.put(names[1], names[0]);
    }
    neighbours.put("cbrt", "abs");
    neighbours.put("polygamma", "hypot");
    return Map.copyOf(neighbours);
  }

  List<Mutant> all() {
    Expr left = form.left().instantiate(pool, placeholders);
    Expr right = form.right().instantiate(pool, placeholders);
    List<Mutant> mutants = new ArrayList<>();
    for (Change change : changes(left)) {
      add(mutants, "left: " + change.text(), change.expr(), right, change.expr() != left);
    }
    for (Change change : changes(right)) {
      add(mutants, "right: " + change.text(), left, change.expr(), change.expr() != right);
    }
    Rule rule = form.rule();
    for (Guard guard : rule.guards()) {
      Rule other = RuleContract.without(rule, guard);
      mutants.add(new Mutant("without '" + guard.text() + "'", form.with(other)));
    }
    Validity flipped = rule.validity() == Validity.EXACT ? Validity.EXTENDS_DOMAIN : Validity.EXACT;
    mutants.add(new Mutant("is " + flipped, form.with(rule.validity(flipped))));
    return mutants;
  }

  /** What canonical form makes of a change may be what it was. */
  private void add(List<Mutant> mutants, String text, Expr left, Expr right, boolean changed) {
    if (changed) {
      Rule rule = form.rule();
      Rule mutated =
          new Rule(
              rule.name(),
              PatternText.of(left),
              PatternText.of(right),
              rule.guards(),
              rule.validity());
      RuleForm mutant = new RuleForm(mutated, new Template(left), new Template(right));
      mutants.add(new Mutant(text, mutant));
    }
  }

  private List<Change> changes(Expr node) {
    List<Change> changes = own(node);
    for (int i = 0; i < node.children().size(); i++) {
      for (Change inner : changes(node.children().get(i))) {
        List<Expr> children = new ArrayList<>(node.children());
        children.set(i, inner.expr());
        changes.add(new Change(inner.text(), node.rebuild(pool, children)));
      }
    }
    return changes;
  }

  private List<Change> own(Expr node) {
    List<Change> changes = new ArrayList<>();
    String text = PatternText.of(node);
    if (node instanceof Num num) {
      changes.add(new Change(text + " negated", pool.num(num.value().negate())));
      changes.add(new Change(text + " + 1", pool.num(num.value().add(Rational.ONE))));
    } else if (node instanceof Sum || node instanceof Product) {
      for (int i = 0; i < node.children().size(); i++) {
        operand(node, i, changes);
      }
    } else if (node instanceof Power power) {
      changes.add(new Change(text + " without exponent", power.base()));
      Expr inverse = pool.power(power.base(), pool.negate(power.exponent()));
      changes.add(new Change(text + " inverted", inverse));
    } else if (node instanceof Element) {
      placeholders.values().stream()
          .filter(other -> other != node)
          .forEach(other -> changes.add(new Change(text + " to " + PatternText.of(other), other)));
    } else if (node instanceof Apply apply) {
      function(apply, changes);
    } else if (node instanceof Select select) {
      changes.add(
          new Change(
              "branches exchanged",
              pool.select(
                  select.condition(),
                  /* whenTrue= */ select.whenFalse(),
                  /* whenFalse= */ select.whenTrue())));
    } else if (node instanceof Compare compare) {
      condition(compare, changes);
    }
    return changes;
  }

  private void operand(Expr node, int i, List<Change> changes) {
    List<Expr> children = new ArrayList<>(node.children());
    String text = PatternText.of(children.get(i));
    Expr negated = pool.negate(children.get(i));
    children.remove(i);
    changes.add(new Change(text + " dropped", node.rebuild(pool, children)));
    if (node instanceof Sum) {
      children.add(negated);
      changes.add(new Change(text + " negated", node.rebuild(pool, children)));
    }
  }

  private void function(Apply apply, List<Change> changes) {
    String name = apply.function().name();
    String other = NEIGHBOURS.get(name);
    changes.add(
        new Change(name + " to " + other, pool.apply(FunctionTable.get(other), apply.arguments())));
    changes.add(new Change(name + " negated", pool.negate(apply)));
    if (apply.arguments().size() == 2) {
      Expr exchanged =
          pool.apply(apply.function(), apply.arguments().get(1), apply.arguments().get(0));
      changes.add(new Change("arguments of " + name + " exchanged", exchanged));
    }
  }

  private void condition(Compare compare, List<Change> changes) {
    for (Compare.Relation relation : Compare.Relation.values()) {
      if (relation != compare.relation()) {
        changes.add(
            new Change(
                compare.relation().text() + " to " + relation.text(),
                pool.compare(relation, compare.left(), compare.right())));
      }
    }
    changes.add(
        new Change(
            "sides of " + compare.relation().text() + " exchanged",
            pool.compare(compare.relation(), compare.right(), compare.left())));
  }
}
