package dev.nabla.explain;

import dev.nabla.diff.ChainSteps;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Substitution;
import dev.nabla.simplify.Derivation;
import java.util.List;
import java.util.Set;

/**
 * before = after, by a rule.
 *
 * @param rule its name
 * @param part the part of {@code before} that it was applied to, unless an earlier move of the same
 *     line made it
 * @param weight whether it deserves a line
 * @param conditions what {@code before} demands for being defined and {@code after} does not
 */
record Move(String rule, Expr before, Expr after, Expr part, Weight weight, List<Expr> conditions) {
  /** What goes without saying: signs, exponents of one base, numbers. */
  private static final Set<String> BOOKKEEPING =
      Set.of("signs", "like-powers", "value", "canonical-form");

  /** What a move is beside its neighbours. */
  enum Weight {
    /** A derivative is taken. */
    DERIVATIVE,
    /** A derivative that a person takes together with the one around it. */
    ELEMENTARY,
    /** An expression becomes an equal one. */
    REWRITE,
    /** The same, where nobody would say so. */
    BOOKKEEPING
  }

  Move {
    conditions = List.copyOf(conditions);
  }

  static Move of(ChainSteps.Step step) {
    Weight weight = step.isElementary() ? Weight.ELEMENTARY : Weight.DERIVATIVE;
    return new Move(step.rule(), step.before(), step.after(), step.part(), weight, List.of());
  }

  static Move of(Derivation.Step step) {
    return new Move(
        step.rule(),
        step.before(),
        step.after(),
        step.part(),
        BOOKKEEPING.contains(step.rule()) ? Weight.BOOKKEEPING : Weight.REWRITE,
        step.sideConditions());
  }

  /** A move between whole expressions. */
  static Move rewrite(String rule, Expr before, Expr after) {
    return new Move(rule, before, after, before, Weight.REWRITE, List.of());
  }

  /** The same move under other names. */
  Move renamed(Substitution names) {
    return new Move(
        rule,
        names.apply(before),
        names.apply(after),
        names.apply(part),
        weight,
        conditions.stream().map(names::apply).toList());
  }

  boolean isDerivative() {
    return weight == Weight.DERIVATIVE || weight == Weight.ELEMENTARY;
  }
}
