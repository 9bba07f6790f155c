package dev.nabla.simplify;

import static dev.nabla.simplify.Guard.negativeNumber;
import static dev.nabla.simplify.Guard.positiveNumber;
import static dev.nabla.simplify.Rule.rule;
import static dev.nabla.simplify.Validity.EXTENDS_DOMAIN;

import java.util.List;

/** Hyperbolic functions (DLMF 4.28, 4.35); 1 − tanh² is left as it is. */
final class HyperbolicRules {
  static final RuleFamily FAMILY =
      new RuleFamily(
          "hyperbolic",
          "hyperbolic functions",
          List.of(
              rule("cosh-sinh-pythagoras", "c*cosh(a)^2 - c*sinh(a)^2", "c"),
              rule("one-plus-sinh-squared", "c + c*sinh(a)^2", "c*cosh(a)^2"),
              rule("cosh-squared-minus-one", "c*cosh(a)^2 - c", "c*sinh(a)^2"),
              rule("sech-tanh-pythagoras", "c*sech(a)^2 + c*tanh(a)^2", "c"),
              rule("one-minus-sech-squared", "c - c*sech(a)^2", "c*tanh(a)^2"),
              rule("cosh-double", "c*cosh(a)^2 + c*sinh(a)^2", "c*cosh(2*a)"),
              rule("sinh-double", "2*sinh(a)*cosh(a)", "sinh(2*a)"),
              rule("cosh-plus-sinh", "c*cosh(a) + c*sinh(a)", "c*exp(a)"),
              rule("cosh-minus-sinh", "c*cosh(a) - c*sinh(a)", "c*exp(-a)"),
              rule("sinh-over-cosh", "sinh(a)^n*cosh(a)^(-n)", "tanh(a)^n")
                  .when(positiveNumber("n")),
              rule("cosh-over-sinh", "cosh(a)^n*sinh(a)^(-n)", "coth(a)^n")
                  .when(positiveNumber("n")),
              rule("tanh-times-cosh", "tanh(a)*cosh(a)", "sinh(a)"),
              rule("sinh-over-tanh", "sinh(a)/tanh(a)", "cosh(a)").validity(EXTENDS_DOMAIN),
              rule("cosh-times-sech", "cosh(a)*sech(a)", "1"),
              rule("one-over-sech", "sech(a)^n", "cosh(a)^(-n)").when(negativeNumber("n")),
              rule("one-over-csch", "csch(a)^n", "sinh(a)^(-n)")
                  .when(negativeNumber("n"))
                  .validity(EXTENDS_DOMAIN),
              rule("one-over-coth", "coth(a)^n", "tanh(a)^(-n)")
                  .when(negativeNumber("n"))
                  .validity(EXTENDS_DOMAIN)));

  private HyperbolicRules() {}
}
