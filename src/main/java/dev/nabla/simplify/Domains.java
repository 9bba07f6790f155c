package dev.nabla.simplify;

import dev.nabla.expr.Apply;
import dev.nabla.expr.ArrayApply;
import dev.nabla.expr.ArrayFunction;
import dev.nabla.expr.Compare;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Logic;
import dev.nabla.expr.Num;
import dev.nabla.expr.Power;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Select;
import dev.nabla.expr.Template;
import dev.nabla.expr.Unfolding;
import dev.nabla.function.ElementaryFunction;
import dev.nabla.function.FunctionTable;
import dev.nabla.resolve.TemplateParser;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Where an expression is defined: a conjunction of conditions, those left out that always hold. */
final class Domains {
  private static final int MOST_BRANCHES = 64;

  private final ExprPool pool;
  private final Ranges ranges;
  private final ConditionForms forms;
  private final Zeros zeros;
  private final CommonZeros commonZeros;
  private final Map<String, Optional<Template>> functions = new HashMap<>();
  private final Map<Expr, List<Expr>> local = new HashMap<>();
  private final Map<Expr, Boolean> total = new HashMap<>();

  Domains(ExprPool pool, Ranges ranges) {
    this.pool = pool;
    this.ranges = ranges;
    this.forms = new ConditionForms(pool);
    this.zeros = new Zeros(pool);
    this.commonZeros = new CommonZeros(pool, ranges, forms);
  }

  /** An expression to be evaluated where a condition holds. */
  private record Branch(Expr expr, Expr condition) {}

  /** The conditions under which {@code before} is defined that {@code after} does not demand. */
  List<Expr> lost(Expr before, Expr after) {
    return lost(List.of(before), List.of(after), UnaryOperator.identity());
  }

  /**
   * The conditions under which all of {@code before} are defined that {@code after} do not demand.
   *
   * @param simplified the form in which conditions are compared
   */
  List<Expr> lost(List<Expr> before, List<Expr> after, UnaryOperator<Expr> simplified) {
    Set<Expr> result = new LinkedHashSet<>();
    before.forEach(expr -> result.addAll(conditions(expr)));
    Set<Expr> demanded = new LinkedHashSet<>();
    after.forEach(expr -> demanded.addAll(conditions(expr)));
    result.removeAll(demanded);
    if (result.isEmpty()) {
      return List.of();
    }
    // What is factored here and expanded there is the same condition.
    List<Expr> images = result.stream().map(expr -> image(expr, simplified)).toList();
    demanded.addAll(demanded.stream().map(expr -> image(expr, simplified)).toList());
    result.clear();
    result.addAll(images);
    result.remove(pool.truth());
    result.removeAll(demanded);
    result.removeIf(condition -> isImplied(condition, demanded, result));
    return uncovered(result, demanded).stream().map(this::shortened).distinct().toList();
  }

  /** The conditions without what the others say, the longest first. */
  private Set<Expr> uncovered(Set<Expr> lost, Set<Expr> demanded) {
    Map<Expr, List<Expr>> rests = new LinkedHashMap<>();
    lost.forEach(condition -> rests.put(condition, List.of(condition)));
    List<Expr> longestFirst = new ArrayList<>(lost);
    longestFirst.sort(Comparator.comparingDouble(Expr::treeSize).reversed());
    for (Expr condition : longestFirst) {
      if (condition instanceof Compare compare && compare.relation() == Compare.Relation.NE) {
        Set<Expr> others = new LinkedHashSet<>(demanded);
        rests.forEach((other, rest) -> others.addAll(other == condition ? List.of() : rest));
        rests.put(condition, commonZeros.uncovered(compare, others));
      }
    }
    Set<Expr> result = new LinkedHashSet<>();
    rests.values().forEach(result::addAll);
    return result;
  }

  private Expr image(Expr condition, UnaryOperator<Expr> simplified) {
    Expr image = simplified.apply(condition);
    return image instanceof Compare compare
        ? forms.compare(compare.relation(), compare.left(), compare.right())
        : image;
  }

  /** x &gt; 0 or x ≠ 0 is x ≠ 0: an alternative that implies another goes. */
  private Expr shortened(Expr condition) {
    if (!(condition instanceof Logic logic) || logic.connective() != Logic.Connective.OR) {
      return condition;
    }
    List<Expr> alternatives = new ArrayList<>(logic.operands());
    for (Expr alternative : logic.operands()) {
      Ranges there = ranges.assuming(List.of(alternative));
      boolean impliesAnother =
          alternatives.stream().anyMatch(other -> other != alternative && there.isTrue(other));
      if (impliesAnother && isTotal(alternative)) {
        alternatives.remove(alternative);
      }
    }
    return pool.logic(Logic.Connective.OR, alternatives);
  }

  /** a &gt; b says a ≥ b and a ≠ b; and where a branch is taken, its condition says something. */
  private boolean isImplied(Expr condition, Set<Expr> demanded, Set<Expr> lost) {
    if (condition instanceof Logic logic && logic.connective() == Logic.Connective.OR) {
      return isAlwaysTrue(logic.operands());
    }
    if (!(condition instanceof Compare compare)) {
      return false;
    }
    Expr below = pool.compare(Compare.Relation.LT, compare.left(), compare.right());
    Expr above = pool.compare(Compare.Relation.LT, compare.right(), compare.left());
    return switch (compare.relation()) {
      case LE -> demanded.contains(below) || lost.contains(below);
      case NE ->
          demanded.contains(below)
              || lost.contains(below)
              || demanded.contains(above)
              || lost.contains(above)
              || zeros.isNever(compare)
              || demanded.stream().anyMatch(other -> zeros.follows(compare, other));
      default -> false;
    };
  }

  /** Whether one of the alternatives holds wherever all the others fail. */
  private boolean isAlwaysTrue(List<Expr> alternatives) {
    for (Expr alternative : alternatives) {
      List<Expr> failing = new ArrayList<>();
      for (Expr other : alternatives) {
        if (other != alternative) {
          failing.add(negation(other));
        }
      }
      if (ranges.assuming(failing).isTrue(alternative)) {
        return true;
      }
    }
    return false;
  }

  private Expr negation(Expr condition) {
    if (condition instanceof Logic logic && logic.connective() == Logic.Connective.NOT) {
      return logic.operands().get(0);
    }
    // Where a side has no value, the opposite does not follow.
    return condition instanceof Compare compare && isTotal(compare)
        ? forms.opposite(compare)
        : pool.not(condition);
  }

  /** Whether the expression is defined everywhere (under the assumptions). */
  boolean isTotal(Expr root) {
    Deque<Expr> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      Expr node = open.peek();
      if (total.containsKey(node)) {
        open.pop();
        continue;
      }
      boolean complete = true;
      boolean all = true;
      for (Expr child : node.children()) {
        Boolean known = total.get(child);
        if (known == null) {
          open.push(child);
          complete = false;
        } else {
          all &= known;
        }
      }
      if (complete) {
        open.pop();
        total.put(node, all && local(node).isEmpty());
      }
    }
    return total.get(root);
  }

  private Set<Expr> conditions(Expr root) {
    Set<Expr> result = new LinkedHashSet<>();
    Set<Branch> seen = new HashSet<>();
    Deque<Branch> branches = new ArrayDeque<>();
    branches.add(new Branch(root, pool.truth()));
    while (!branches.isEmpty() && seen.size() < MOST_BRANCHES) {
      Branch branch = branches.poll();
      if (seen.add(branch)) {
        collect(branch, branches, result);
      }
    }
    return result;
  }

  private void collect(Branch branch, Deque<Branch> branches, Set<Expr> result) {
    Deque<Expr> open = new ArrayDeque<>(List.of(branch.expr()));
    Set<Expr> seen = new HashSet<>(open);
    while (!open.isEmpty()) {
      Expr node = open.pop();
      if (total.getOrDefault(node, false)) {
        continue;
      }
      for (Expr condition : local(node)) {
        result.add(
            branch.condition() == pool.truth()
                ? condition
                : pool.logic(
                    Logic.Connective.OR, List.of(pool.not(branch.condition()), condition)));
      }
      if (node instanceof Select select) {
        branches.add(new Branch(select.whenTrue(), both(branch, select.condition())));
        branches.add(new Branch(select.whenFalse(), both(branch, pool.not(select.condition()))));
      }
      List<Expr> always =
          node instanceof Select select ? List.of(select.condition()) : node.children();
      for (Expr child : always) {
        if (seen.add(child)) {
          open.push(child);
        }
      }
    }
  }

  private Expr both(Branch branch, Expr condition) {
    return pool.logic(Logic.Connective.AND, List.of(branch.condition(), condition));
  }

  /** What the operation itself demands of its operands. */
  private List<Expr> local(Expr node) {
    List<Expr> known = local.get(node);
    if (known == null) {
      known = compute(node);
      local.put(node, known);
    }
    return known;
  }

  private List<Expr> compute(Expr node) {
    List<Expr> conditions = new ArrayList<>();
    if (node instanceof Power power) {
      ofPower(power, conditions);
    } else if (node instanceof Apply apply && apply.function().definition().isPresent()) {
      conditions.addAll(conditions(new Unfolding(pool).apply(apply)));
    } else if (node instanceof Apply apply) {
      ofFunction(apply).ifPresent(condition -> split(condition, conditions));
    } else if (node instanceof ArrayApply apply && apply.function() == ArrayFunction.INVERSE) {
      Expr determinant =
          pool.arrayApply(ArrayFunction.DETERMINANT, apply.axes(), apply.body(), List.of());
      conditions.add(pool.compare(Compare.Relation.NE, determinant, pool.zero()));
    }
    return conditions;
  }

  private void ofPower(Power power, List<Expr> conditions) {
    Interval base = ranges.of(power.base());
    if (!(power.exponent() instanceof Num num)) {
      if (!base.isPositive()) {
        conditions.add(forms.compare(Compare.Relation.LT, pool.zero(), power.base()));
      }
      return;
    }
    Rational exponent = num.value();
    if (!exponent.isInteger()) {
      boolean strict = exponent.signum() < 0;
      if (!(strict ? base.isPositive() : base.isNonNegative())) {
        conditions.add(
            forms.compare(
                strict ? Compare.Relation.LT : Compare.Relation.LE, pool.zero(), power.base()));
      }
    } else if (exponent.signum() < 0) {
      nonZero(power.base(), conditions);
    }
  }

  private void nonZero(Expr base, List<Expr> conditions) {
    if (ranges.isNonZero(base)) {
      return;
    }
    for (Expr factor : forms.factors(base)) {
      if (!ranges.isNonZero(factor)) {
        conditions.add(forms.compare(Compare.Relation.NE, factor, pool.zero()));
      }
    }
  }

  private Optional<Expr> ofFunction(Apply apply) {
    ElementaryFunction function = FunctionTable.of(apply.function());
    Optional<Template> template =
        functions.computeIfAbsent(
            function.name(),
            name ->
                function.domain().equals("true")
                    ? Optional.empty()
                    : Optional.of(
                        TemplateParser.parseCondition(function.domain(), function.arguments())));
    return template.map(domain -> domain.instantiate(pool, function, apply.arguments()));
  }

  private void split(Expr condition, List<Expr> conditions) {
    if (condition instanceof Logic logic && logic.connective() == Logic.Connective.AND) {
      logic.operands().forEach(operand -> split(operand, conditions));
    } else if (!ranges.isTrue(condition)) {
      conditions.add(
          condition instanceof Compare compare
              ? forms.compare(compare.relation(), compare.left(), compare.right())
              : condition);
    }
  }
}
