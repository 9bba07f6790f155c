package dev.nabla.simplify;

import static dev.nabla.simplify.Guard.number;
import static dev.nabla.simplify.Rule.rule;
import static dev.nabla.simplify.Validity.EXTENDS_DOMAIN;

import java.util.List;

/** Exponentials and logarithms (DLMF 4.7–4.8). */
final class ExponentialRules {
  static final RuleFamily FAMILY =
      new RuleFamily(
          "exponential",
          "exponentials and logarithms",
          List.of(
              rule("log-of-exp", "log(exp(a))", "a"),
              rule("log-of-exp-multiple", "log(c*exp(a))", "a + log(c)"),
              rule("exp-of-log", "exp(log(a))", "a").validity(EXTENDS_DOMAIN),
              rule("exp-of-log-multiple", "exp(b*log(a))", "a^b").validity(EXTENDS_DOMAIN),
              rule("exp-product", "exp(a)*exp(b)", "exp(a + b)"),
              rule("exp-quotient", "exp(a)/exp(b)", "exp(a - b)"),
              rule("exp-power", "exp(a)^n", "exp(n*a)").when(number("n")),
              rule("exp-of-log1p", "exp(log1p(a))", "a + 1").validity(EXTENDS_DOMAIN),
              rule("expm1-of-log1p", "expm1(log1p(a))", "a").validity(EXTENDS_DOMAIN),
              rule("log1p-of-expm1", "log1p(expm1(a))", "a"),
              rule("expm1-of-log", "expm1(log(a))", "a - 1").validity(EXTENDS_DOMAIN),
              rule("expm1-plus-one", "c*expm1(a) + c", "c*exp(a)"),
              rule("exp-minus-expm1", "c*exp(a) - c*expm1(a)", "c")));

  private ExponentialRules() {}
}
