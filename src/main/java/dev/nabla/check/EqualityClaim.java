package dev.nabla.check;

import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Symbol;
import dev.nabla.expr.Template;
import dev.nabla.expr.Unfolding;
import dev.nabla.resolve.UserRule;
import dev.nabla.tape.ErrorBound;
import dev.nabla.tape.TapeBuilder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** left = right wherever the left side has a value and the conditions hold. */
final class EqualityClaim implements RuleClaim {
  private static final BigDecimal TOLERANCE = new BigDecimal("1e-18");

  private final String label;
  private final List<Expr> inputs = new ArrayList<>();
  private final List<Expr> domain;
  private final List<Expr> sides;
  private final NumericReference reference;
  private final ErrorBound bounds;

  EqualityClaim(ExprPool pool, UserRule rule) {
    Map<String, Expr> variables = new HashMap<>();
    for (int i = 0; i < rule.placeholders().size(); i++) {
      String name = rule.placeholders().get(i);
      Expr variable = pool.element(new Symbol(name, Symbol.Kind.VARIABLE, i));
      variables.put(name, variable);
      inputs.add(variable);
    }
    Unfolding unfolding = new Unfolding(pool);
    this.label = "rule " + rule.name();
    this.domain =
        rule.conditions().stream()
            .map(condition -> new Template(condition.condition()).instantiate(pool, variables))
            .map(unfolding::apply)
            .toList();
    this.sides =
        unfolding.apply(
            List.of(
                rule.left().instantiate(pool, variables),
                rule.right().instantiate(pool, variables)));
    this.reference = new NumericReference(inputs, sides, List.of());
    this.bounds = new ErrorBound(TapeBuilder.build(inputs, sides, List.of()));
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public List<Expr> inputs() {
    return inputs;
  }

  @Override
  public List<Expr> domain() {
    return domain;
  }

  @Override
  public List<Expr> expressions() {
    return sides;
  }

  @Override
  public boolean isDoubleOnly() {
    return !reference.doubleOnly().isEmpty();
  }

  @Override
  public Judgement at(double[] point) {
    ReferencePoint exact = reference.at(point);
    Outcome left = exact.value(0);
    Outcome right = exact.value(1);
    if (!left.isReal()) {
      return new Judgement.Skipped(
          right.isReal() ? "defined on the right only" : "no value on the left");
    }
    if (!right.isReal()) {
      return new Judgement.Refuted(
          "the left side is " + ShortNumber.of(left.real()),
          "the right side has no value: " + RuleTests.reason(right));
    }
    ReferencePartial.Derivative first = exact.certainValue(0);
    ReferencePartial.Derivative second = exact.certainValue(1);
    BigDecimal size = first.value().abs().add(second.value().abs());
    BigDecimal allowed =
        first.uncertainty().add(second.uncertainty()).add(size.multiply(TOLERANCE));
    if (isDoubleOnly()) {
      ErrorBound.Result bound = bounds.at(point);
      double rounding = bound.valueError(0) + bound.valueError(1);
      if (!Double.isFinite(rounding)) {
        return new Judgement.Skipped("rounding beyond bounds");
      }
      allowed = allowed.add(new BigDecimal(rounding));
    }
    if (first.value().subtract(second.value()).abs().compareTo(allowed) <= 0) {
      return new Judgement.Agrees();
    }
    String[] texts = ShortNumber.apart(first.value(), second.value());
    return new Judgement.Refuted("the left side is " + texts[0], "the right side is " + texts[1]);
  }
}
