package dev.nabla.simplify;

import static dev.nabla.simplify.Rule.rule;
import static dev.nabla.simplify.Validity.EXTENDS_DOMAIN;

import java.util.List;

/** Error functions, the gamma function, sigmoid and softplus; σ·(1 − σ) is left as it is. */
final class SpecialFunctionRules {
  static final RuleFamily FAMILY =
      new RuleFamily(
          "special",
          "error functions, gamma functions, sigmoid and softplus",
          List.of(
              rule("erf-plus-erfc", "c*erf(a) + c*erfc(a)", "c"),
              rule("one-minus-erf", "c - c*erf(a)", "c*erfc(a)"),
              rule("one-minus-erfc", "c - c*erfc(a)", "c*erf(a)"),
              rule("gamma-quotient", "gamma(a + 1)/gamma(a)", "a").validity(EXTENDS_DOMAIN),
              rule("sigmoid-sum", "c*sigmoid(a) + c*sigmoid(-a)", "c"),
              rule("sigmoid-times-exp", "sigmoid(-a)*exp(a)", "sigmoid(a)"),
              rule("sigmoid-over-exp", "sigmoid(a)*exp(-a)", "sigmoid(-a)"),
              rule("exp-of-minus-softplus", "exp(-softplus(a))", "sigmoid(-a)"),
              rule("softplus-difference", "c*softplus(a) - c*softplus(-a)", "c*a")));

  private SpecialFunctionRules() {}
}
