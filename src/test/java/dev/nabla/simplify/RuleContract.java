package dev.nabla.simplify;

import dev.nabla.expr.Expr;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Symbol;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What every rule must fulfil; a broken clause is reported by its {@link Breach}. */
final class RuleContract {
  /** The clauses. */
  enum Breach {
    /** The right side or a guard names what the left side does not. */
    UNBOUND,
    /** The sides differ at a point. */
    VALUE,
    /** The right side is not defined where the left is. */
    SHRINKS_DOMAIN,
    /** The right side of an exact rule is defined where the left is not. */
    NOT_EXACT,
    /** The right side of a rule that is said to extend the domain never does. */
    NOT_EXTENDED,
    /** The left side is hardly ever defined, so that nothing is tested. */
    VACUOUS,
    /** The right side is not shorter. */
    COST,
    /** The simplifier does not apply the rule to its own left side. */
    DOES_NOT_FIRE,
    /** With all the other rules, the simplifier does as well without it. */
    DEAD,
    /** The rule is valid without one of its guards. */
    NEEDLESS_GUARD
  }

  private static final RuleCatalog NONE = new RuleCatalog(List.of());

  private final RuleForm form;
  private final Rule rule;
  private final RulePoints points;

  RuleContract(Rule rule) {
    this(RuleForm.of(rule), RulePoints.usual());
  }

  RuleContract(RuleForm form, RulePoints points) {
    this.form = form;
    this.rule = form.rule();
    this.points = points;
  }

  /** The clauses that the rule breaks as one of a table. */
  Set<Breach> breaches(RuleCatalog table) {
    if (!form.isBound()) {
      return EnumSet.of(Breach.UNBOUND);
    }
    List<RuleInstance> instances = RuleInstance.of(form, rule.guards());
    Set<Breach> breaches = points.compare(rule, instances);
    if (instances.stream().noneMatch(RuleInstance::shortens)) {
      breaches.add(Breach.COST);
    } else if (instances.stream().noneMatch(this::fires)) {
      breaches.add(Breach.DOES_NOT_FIRE);
    } else if (isDead(table, instances)) {
      breaches.add(Breach.DEAD);
    }
    for (Guard guard : rule.guards()) {
      if (isCondition(guard) && !isRefutedWithout(guard)) {
        breaches.add(Breach.NEEDLESS_GUARD);
      }
    }
    return breaches;
  }

  /** A breach of the clauses about the rule alone, whichever is found first, if there is one. */
  Optional<Breach> firstBreach() {
    if (!form.isBound()) {
      return Optional.of(Breach.UNBOUND);
    }
    List<RuleInstance> instances = RuleInstance.of(form, rule.guards());
    if (instances.stream().noneMatch(RuleInstance::shortens)) {
      return Optional.of(Breach.COST);
    }
    Optional<Breach> refuted = points.refute(rule, instances).stream().findFirst();
    return refuted.isPresent() || instances.stream().anyMatch(this::fires)
        ? refuted
        : Optional.of(Breach.DOES_NOT_FIRE);
  }

  /** A guard that says what a placeholder may absorb, or orients the rule, is no condition. */
  private static boolean isCondition(Guard guard) {
    return switch (guard.fact()) {
      case NUMBER, POSITIVE_NUMBER, NEGATIVE_NUMBER -> false;
      default -> true;
    };
  }

  private boolean isRefutedWithout(Guard guard) {
    Rule weaker = without(rule, guard);
    Set<Breach> found = points.refute(weaker, RuleInstance.of(form, weaker.guards()));
    return found.contains(Breach.VALUE)
        || found.contains(Breach.SHRINKS_DOMAIN)
        || found.contains(Breach.NOT_EXACT);
  }

  /** The rule without a guard; what had to be a number of a kind may be any number. */
  static Rule without(Rule rule, Guard guard) {
    List<Guard> others = new ArrayList<>(rule.guards());
    others.remove(guard);
    if (guard.isNumeric() && guard.fact() != Guard.Fact.NUMBER) {
      others.add(Guard.number(guard.placeholder()));
    }
    return new Rule(rule.name(), rule.left(), rule.right(), others, rule.validity());
  }

  /** With no other rule, the simplifier shortens the left side as it does not without any. */
  private boolean fires(RuleInstance instance) {
    RuleCatalog alone = new RuleCatalog(List.of(rule));
    return instance.simplified(instance.left(), alone, Level.FULL)
        < instance.simplified(instance.left(), NONE, Level.FULL);
  }

  /** Whether the others do as well: all of them, the exact ones, and those for evaluators. */
  private boolean isDead(RuleCatalog table, List<RuleInstance> instances) {
    RuleCatalog others = table.without(Set.of(rule));
    Set<Rule> extending = new HashSet<>(table.rules());
    extending.removeIf(each -> each.validity() == Validity.EXACT);
    RuleCatalog exact = table.without(extending);
    extending.add(rule);
    RuleCatalog exactOthers = table.without(extending);
    for (RuleInstance instance : instances) {
      for (Expr context : contexts(instance)) {
        if (instance.simplified(context, table, Level.FULL)
                < instance.simplified(context, others, Level.FULL)
            || instance.simplified(context, exact, Level.FULL)
                < instance.simplified(context, exactOthers, Level.FULL)
            || instance.simplified(context, table, Level.LOCAL)
                < instance.simplified(context, others, Level.LOCAL)) {
          return false;
        }
      }
    }
    return true;
  }

  /** The left side alone, as a factor and as a term. */
  private static List<Expr> contexts(RuleInstance instance) {
    Symbol symbol = new Symbol("z", Symbol.Kind.VARIABLE, instance.variables().size());
    Expr z = instance.pool().element(symbol);
    Expr scaled = instance.pool().scale(Rational.of(3), instance.left());
    return List.of(
        instance.left(),
        instance.pool().product(scaled, z),
        instance.pool().sum(instance.left(), z));
  }
}
