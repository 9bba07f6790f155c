package dev.nabla.simplify;

import dev.nabla.expr.Compare;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Power;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Symbol;
import dev.nabla.expr.Template;
import dev.nabla.expr.Traversal;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A rule with numbers for its numeric placeholders and variables for the others.
 *
 * @param pool where the sides are made
 * @param variables the variables by the placeholders for which they stand
 * @param left the left side
 * @param right the right side
 * @param guards what is assumed of the variables
 */
record RuleInstance(
    ExprPool pool, Map<String, Expr> variables, Expr left, Expr right, List<Guard> guards) {
  private static final List<Rational> NUMBERS =
      List.of(
          Rational.of(2),
          Rational.HALF,
          Rational.of(3),
          Rational.of(-1, 2),
          Rational.MINUS_ONE,
          Rational.ONE,
          Rational.of(-2),
          Rational.of(4),
          Rational.of(-3));

  /** Whole exponents have larger domains: a symbolic one must allow for them. */
  private static final List<Rational> EXPONENTS =
      List.of(Rational.of(2), Rational.HALF, Rational.MINUS_ONE, Rational.of(3));

  private static final int MOST_INSTANCES = 81;

  /** Each choice of numbers; {@code guards} may be others than the rule's own. */
  static List<RuleInstance> of(RuleForm form, List<Guard> guards) {
    List<String> names = form.placeholders();
    Template left = form.left();
    Template right = form.right();
    Set<String> exponents = exponents(left.body());
    exponents.addAll(exponents(right.body()));
    List<Map<String, Rational>> choices = List.of(Map.of());
    for (String name : names) {
      List<Optional<Rational>> numbers = numbers(name, guards, exponents.contains(name));
      List<Map<String, Rational>> next = new ArrayList<>();
      for (Optional<Rational> number : numbers) {
        for (Map<String, Rational> choice : choices) {
          Map<String, Rational> extended = new LinkedHashMap<>(choice);
          number.ifPresent(value -> extended.put(name, value));
          next.add(extended);
        }
      }
      choices = next;
    }
    int step = 1 + (choices.size() - 1) / MOST_INSTANCES;
    List<Map<String, Rational>> all = choices;
    RuleInstance[] made = new RuleInstance[(all.size() + step - 1) / step];
    // Most wrong rules are found out at the first instance: make the others when asked for.
    return new AbstractList<>() {
      @Override
      public RuleInstance get(int index) {
        if (made[index] == null) {
          made[index] = instance(names, left, right, guards, all.get(index * step));
        }
        return made[index];
      }

      @Override
      public int size() {
        return made.length;
      }
    };
  }

  private static List<Optional<Rational>> numbers(
      String name, List<Guard> guards, boolean isExponent) {
    List<Guard> numeric =
        guards.stream().filter(g -> g.placeholder().equals(name) && g.isNumeric()).toList();
    if (!numeric.isEmpty()) {
      return NUMBERS.stream()
          .filter(value -> numeric.stream().allMatch(guard -> guard.holds(value)))
          .map(Optional::of)
          .toList();
    }
    List<Optional<Rational>> numbers = new ArrayList<>(List.of(Optional.empty()));
    if (isExponent && guards.stream().noneMatch(guard -> guard.placeholder().equals(name))) {
      EXPONENTS.forEach(value -> numbers.add(Optional.of(value)));
    }
    return numbers;
  }

  private static Set<String> exponents(Expr pattern) {
    Set<String> names = new LinkedHashSet<>();
    for (Expr node : Traversal.postOrder(pattern)) {
      if (node instanceof Power power) {
        names.addAll(Keys.placeholders(power.exponent()));
      }
    }
    return names;
  }

  private static RuleInstance instance(
      List<String> names,
      Template left,
      Template right,
      List<Guard> guards,
      Map<String, Rational> numbers) {
    ExprPool pool = new ExprPool();
    Map<String, Expr> variables = new LinkedHashMap<>();
    Map<String, Expr> values = new HashMap<>();
    for (String name : names) {
      Rational number = numbers.get(name);
      if (number == null) {
        Symbol symbol = new Symbol(name, Symbol.Kind.VARIABLE, variables.size());
        variables.put(name, pool.element(symbol));
        values.put(name, variables.get(name));
      } else {
        values.put(name, pool.num(number));
      }
    }
    return new RuleInstance(
        pool, variables, left.instantiate(pool, values), right.instantiate(pool, values), guards);
  }

  /** The placeholders that a condition compares with one another, if there is one. */
  List<String> compared() {
    return Traversal.postOrder(left).stream()
        .filter(Compare.class::isInstance)
        .map(
            node ->
                variables.keySet().stream()
                    .filter(name -> node.children().contains(variables.get(name)))
                    .toList())
        .findFirst()
        .orElse(List.of());
  }

  /** The guards as conditions on the variables. */
  List<Expr> assumptions() {
    List<Expr> assumptions = new ArrayList<>();
    for (Guard guard : guards) {
      Expr variable = variables.get(guard.placeholder());
      if (variable != null) {
        assumptions.addAll(Assumed.of(pool, variable, guard.fact()));
      }
    }
    return assumptions;
  }

  boolean shortens() {
    Cost cost = new Cost();
    return cost.of(right) < cost.of(left);
  }

  /** The length of what the rules of a catalog make of an expression of this instance's pool. */
  double simplified(Expr expr, RuleCatalog catalog, Level level) {
    Simplifier simplifier =
        Simplifier.withoutSearch(pool, assumptions(), new Effort(level, false), catalog);
    return simplifier.cost(simplifier.simplify(expr).expr());
  }
}
