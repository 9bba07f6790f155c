package dev.nabla.simplify;

import static dev.nabla.simplify.Guard.number;
import static dev.nabla.simplify.Guard.positive;
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
              // ---- error functions
              rule("erf-plus-erfc", "c*erf(a) + c*erfc(a)", "c"),
              rule("one-minus-erf", "c - c*erf(a)", "c*erfc(a)"),
              rule("one-minus-erfc", "c - c*erfc(a)", "c*erf(a)"),
              rule("erfc-plus-erfc-of-opposite", "c*erfc(a) + c*erfc(-a)", "2*c"),
              rule("two-minus-erfc", "2*c - c*erfc(a)", "c*erfc(-a)"),
              rule("erfc-minus-erfc-of-opposite", "c*erfc(-a) - c*erfc(a)", "2*c*erf(a)"),
              rule("erfc-times-one-plus-erf", "(erf(a) + 1)*erfc(a)", "1 - erf(a)^2"),
              // ---- the gamma function and its logarithmic derivatives
              rule("gamma-quotient", "gamma(a + 1)/gamma(a)", "a").validity(EXTENDS_DOMAIN),
              rule("gamma-quotient-by-two", "gamma(a + 2)/gamma(a)", "a*(a + 1)")
                  .validity(EXTENDS_DOMAIN),
              rule("gamma-quotient-below", "gamma(a)/gamma(a + 1)", "1/a").validity(EXTENDS_DOMAIN),
              rule("gamma-over-argument", "gamma(a + 1)/a", "gamma(a)"),
              rule("gamma-reflection", "gamma(a)*gamma(1 - a)", "pi/sin(pi*a)"),
              rule("log-of-gamma", "log(gamma(a))", "lgamma(a)").when(positive("a")),
              rule("log-of-abs-of-gamma", "log(abs(gamma(a)))", "lgamma(a)"),
              rule("exp-of-lgamma", "exp(lgamma(a))", "gamma(a)").when(positive("a")),
              rule("lgamma-difference", "c*lgamma(a + 1) - c*lgamma(a)", "c*log(a)")
                  .when(positive("a")),
              rule("lgamma-difference-of-any", "c*lgamma(a + 1) - c*lgamma(a)", "c*log(abs(a))")
                  .validity(EXTENDS_DOMAIN),
              rule("digamma-difference", "c*digamma(a + 1) - c*digamma(a)", "c/a")
                  .validity(EXTENDS_DOMAIN),
              rule("digamma-reflection", "c*digamma(1 - a) - c*digamma(a)", "c*pi*cot(pi*a)"),
              rule("trigamma-difference", "c*trigamma(a) - c*trigamma(a + 1)", "c/a^2")
                  .validity(EXTENDS_DOMAIN),
              rule("polygamma-difference", "c*polygamma(2, a + 1) - c*polygamma(2, a)", "2*c/a^3")
                  .validity(EXTENDS_DOMAIN),
              rule("polygamma-of-zero", "polygamma(0, a)", "digamma(a)"),
              rule("polygamma-of-one", "polygamma(1, a)", "trigamma(a)"),
              // ---- sigmoid and softplus
              rule("sigmoid-sum", "c*sigmoid(a) + d*sigmoid(-a)", "d + (c - d)*sigmoid(a)"),
              rule("sigmoid-over-exp", "sigmoid(a)^n*exp(-a)", "sigmoid(a)^(n - 1)*sigmoid(-a)")
                  .when(number("n")),
              rule("sigmoid-quotient", "sigmoid(a)/sigmoid(-a)", "exp(a)"),
              rule("sigmoid-times-one-plus-exp", "sigmoid(a)^n*(exp(-a) + 1)^n", "1"),
              rule("sigmoid-times-one-plus-exp-once", "sigmoid(a)*(exp(-a) + 1)", "1"),
              rule("one-minus-sigmoid-over-sigmoid", "(1 - sigmoid(a))/sigmoid(a)", "exp(-a)"),
              rule("sigmoid-over-one-minus-sigmoid", "sigmoid(a)/(1 - sigmoid(a))", "exp(a)"),
              rule("one-minus-sigmoid-times-exp", "(1 - sigmoid(a))*exp(a)", "sigmoid(a)"),
              rule("one-minus-sigmoid-times-one-plus-exp", "(1 - sigmoid(a))*(exp(a) + 1)", "1"),
              rule("log-of-sigmoid", "log(sigmoid(a))", "-softplus(-a)"),
              rule("log-of-one-minus-sigmoid", "log(1 - sigmoid(a))", "-softplus(a)"),
              rule("log-of-sigmoid-power", "log(sigmoid(a)^n)", "-n*softplus(-a)"),
              rule("exp-of-minus-softplus", "exp(-softplus(a))", "sigmoid(-a)"),
              rule("exp-of-softplus", "exp(softplus(a))", "exp(a) + 1"),
              rule("exp-of-argument-minus-softplus", "exp(a - softplus(a))", "sigmoid(a)"),
              rule("expm1-of-softplus", "expm1(softplus(a))", "exp(a)"),
              rule("softplus-difference", "c*softplus(a) - c*softplus(-a)", "c*a"),
              rule("softplus-minus-argument", "c*softplus(a) - c*a", "c*softplus(-a)"),
              rule("softplus-of-log", "softplus(log(a))", "log(a + 1)").validity(EXTENDS_DOMAIN),
              rule("sigmoid-of-logit", "sigmoid(log(a/(1 - a)))", "a").validity(EXTENDS_DOMAIN),
              rule("logit-of-sigmoid", "log(sigmoid(a)) - log(1 - sigmoid(a))", "a"),
              rule("two-sigmoid-minus-one", "2*c*sigmoid(2*a) - c", "c*tanh(a)"),
              rule("sigmoid-of-difference-of-two-logs", "sigmoid(log(a) - log(b))", "a/(a + b)")
                  .validity(EXTENDS_DOMAIN),
              // ---- swish, gelu
              rule("swish-difference", "c*gelu(a) - c*gelu(-a)", "c*a"),
              rule("gelu-of-opposite-plus-argument", "c*a + c*gelu(-a)", "c*gelu(a)")));

  private SpecialFunctionRules() {}
}
