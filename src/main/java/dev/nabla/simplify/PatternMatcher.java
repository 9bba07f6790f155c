package dev.nabla.simplify;

import dev.nabla.expr.Apply;
import dev.nabla.expr.Compare;
import dev.nabla.expr.Constant;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Logic;
import dev.nabla.expr.Num;
import dev.nabla.expr.Power;
import dev.nabla.expr.Product;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Select;
import dev.nabla.expr.Sum;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * σ(pattern) = expression: finds the substitutions σ of a rule's placeholders, one after the other,
 * until one is accepted. Recursion is as deep as the pattern, never as the expression.
 */
final class PatternMatcher {
  /** What to do with a match: whether it is accepted. */
  @FunctionalInterface
  interface Continuation {
    boolean accept(Bindings bindings);
  }

  /** A nested sum or product of more operands is not taken apart. */
  private static final int MOST_OPERANDS = 60;

  private final ExprPool pool;
  private final Ranges ranges;
  private final Domains domains;
  private CompiledRule rule;
  private final Work work;
  private int budget;

  PatternMatcher(ExprPool pool, Ranges ranges, Work work) {
    this.work = work;
    this.pool = pool;
    this.ranges = ranges;
    this.domains = new Domains(pool, ranges);
  }

  /** Starts the matches of a rule at one place: at most {@code steps} comparisons. */
  void start(CompiledRule newRule, int steps) {
    rule = newRule;
    budget = steps;
  }

  boolean isExhausted() {
    return budget <= 0;
  }

  boolean match(Expr pattern, Expr expr, Bindings bindings, Continuation then) {
    work.add(1);
    if (--budget < 0) {
      return false;
    }
    Optional<String> placeholder = Keys.placeholder(pattern);
    if (placeholder.isPresent()) {
      return bind(placeholder.get(), expr, bindings, then);
    }
    if (pattern instanceof Power power) {
      return power(power, expr, bindings, then);
    }
    if (pattern instanceof Product || pattern instanceof Sum) {
      CompiledRule.Part part = rule.part(pattern);
      if (bindings.binds(part.placeholders())) {
        return part.template().instantiate(pool, bindings.values()) == expr
            && then.accept(bindings);
      }
      return pattern instanceof Sum
          ? sum(pattern, expr, bindings, then)
          : product(pattern, expr, bindings, then);
    }
    if (pattern.getClass() != expr.getClass()
        || pattern.children().size() != expr.children().size()
        || !samePayload(pattern, expr)) {
      return false;
    }
    return children(pattern, expr, 0, bindings, then);
  }

  private static boolean samePayload(Expr pattern, Expr expr) {
    if (pattern instanceof Num num) {
      return num.value().equals(((Num) expr).value());
    } else if (pattern instanceof Constant constant) {
      return constant.name() == ((Constant) expr).name();
    } else if (pattern instanceof Apply apply) {
      return apply.function().name().equals(((Apply) expr).function().name());
    } else if (pattern instanceof Compare compare) {
      return compare.relation() == ((Compare) expr).relation();
    } else if (pattern instanceof Logic logic) {
      return logic.connective() == ((Logic) expr).connective();
    }
    return pattern instanceof Select;
  }

  private boolean children(
      Expr pattern, Expr expr, int from, Bindings bindings, Continuation then) {
    if (from == pattern.children().size()) {
      return then.accept(bindings);
    }
    return match(
        pattern.children().get(from),
        expr.children().get(from),
        bindings,
        next -> children(pattern, expr, from + 1, next, then));
  }

  boolean bind(String placeholder, Expr expr, Bindings bindings, Continuation then) {
    Optional<Expr> known = bindings.find(placeholder);
    if (known.isPresent()) {
      return known.get() == expr && then.accept(bindings);
    }
    for (Guard guard : rule.guards(placeholder)) {
      if (!guard.holds(expr, ranges, domains)) {
        return false;
      }
    }
    return then.accept(bindings.with(placeholder, expr));
  }

  /** A numeric exponent placeholder also matches the exponent 1 that is not written. */
  private boolean power(Power pattern, Expr expr, Bindings bindings, Continuation then) {
    if (expr instanceof Power power) {
      return match(
          pattern.base(),
          power.base(),
          bindings,
          next -> match(pattern.exponent(), power.exponent(), next, then));
    }
    Optional<String> exponent = Keys.placeholder(pattern.exponent());
    return exponent.isPresent()
        && rule.isNumeric(exponent.get())
        && match(
            pattern.base(), expr, bindings, next -> bind(exponent.get(), pool.one(), next, then));
  }

  private boolean product(Expr pattern, Expr expr, Bindings bindings, Continuation then) {
    List<Expr> factors = Keys.factors(expr);
    if (factors.size() > MOST_OPERANDS) {
      return false;
    }
    Rational coefficient = Keys.coefficient(expr).divide(Keys.coefficient(pattern));
    List<Expr> rigid = new ArrayList<>();
    List<String> open = new ArrayList<>();
    for (Expr factor : Keys.factors(pattern)) {
      Optional<Expr> known = Keys.placeholder(factor).flatMap(bindings::find);
      // Of a number that may be split in many ways, only 1 is no guess.
      if (known.isPresent()
          && known.get() instanceof Num number
          && (rule.isNumericPlaceholder(factor)
              ? !number.value().isZero()
              : number.value().isOne())) {
        coefficient = coefficient.divide(number.value());
      } else {
        open(factor, bindings).ifPresentOrElse(open::add, () -> rigid.add(factor));
      }
    }
    Rational rest = coefficient;
    return operands(
        rigid,
        0,
        factors,
        0L,
        bindings,
        (next, used) -> absorb(open, rest, unused(factors, used), next, then));
  }

  /** The placeholder that an operand is, if it does not stand for something already. */
  private static Optional<String> open(Expr operand, Bindings bindings) {
    return Keys.placeholder(operand).filter(name -> bindings.find(name).isEmpty());
  }

  /** What is left goes to the open placeholders: the number to a numeric one, the rest to one. */
  private boolean absorb(
      List<String> open,
      Rational coefficient,
      List<Expr> rest,
      Bindings bindings,
      Continuation then) {
    if (open.isEmpty()) {
      return rest.isEmpty() && coefficient.isOne() && then.accept(bindings);
    }
    if (open.size() == 1) {
      Expr value = pool.scale(coefficient, pool.product(rest));
      return bind(open.get(0), value, bindings, then);
    }
    if (open.size() == 2) {
      boolean firstIsNumber = rule.isNumeric(open.get(0));
      String number = open.get(firstIsNumber ? 0 : 1);
      String other = open.get(firstIsNumber ? 1 : 0);
      return bind(
          number,
          pool.num(coefficient),
          bindings,
          next -> bind(other, pool.product(rest), next, then));
    }
    return false;
  }

  private boolean sum(Expr pattern, Expr expr, Bindings bindings, Continuation then) {
    List<Expr> terms = expr instanceof Sum sum ? sum.terms() : List.of(expr);
    if (terms.size() > MOST_OPERANDS) {
      return false;
    }
    List<Expr> rigid = new ArrayList<>();
    List<String> open = new ArrayList<>();
    for (Expr term : pattern.children()) {
      open(term, bindings).ifPresentOrElse(open::add, () -> rigid.add(term));
    }
    return operands(
        rigid,
        0,
        terms,
        0L,
        bindings,
        (next, used) -> {
          List<Expr> rest = unused(terms, used);
          if (open.isEmpty()) {
            return rest.isEmpty() && then.accept(next);
          }
          return open.size() == 1
              && !rest.isEmpty()
              && bind(open.get(0), pool.sum(rest), next, then);
        });
  }

  private interface OperandsContinuation {
    boolean accept(Bindings bindings, long used);
  }

  private boolean operands(
      List<Expr> patterns,
      int from,
      List<Expr> candidates,
      long used,
      Bindings bindings,
      OperandsContinuation then) {
    if (from == patterns.size()) {
      return then.accept(bindings, used);
    }
    for (int i = 0; i < candidates.size() && budget > 0; i++) {
      long bit = 1L << i;
      if ((used & bit) == 0
          && match(
              patterns.get(from),
              candidates.get(i),
              bindings,
              next -> operands(patterns, from + 1, candidates, used | bit, next, then))) {
        return true;
      }
    }
    return false;
  }

  private static List<Expr> unused(List<Expr> operands, long used) {
    List<Expr> rest = new ArrayList<>();
    for (int i = 0; i < operands.size(); i++) {
      if ((used & (1L << i)) == 0) {
        rest.add(operands.get(i));
      }
    }
    return rest;
  }
}
