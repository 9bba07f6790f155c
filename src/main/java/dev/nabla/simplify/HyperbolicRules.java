package dev.nabla.simplify;

import static dev.nabla.simplify.Guard.negativeNumber;
import static dev.nabla.simplify.Guard.number;
import static dev.nabla.simplify.Guard.positiveInteger;
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
              // ---- Pythagoras
              rule(
                      "cosh-sinh-pythagoras",
                      "m*c*cosh(a)^2 + n*c*sinh(a)^2",
                      "m*c + (m + n)*c*sinh(a)^2")
                  .when(number("m"), number("n")),
              rule("one-plus-sinh-squared", "c + c*sinh(a)^2", "c*cosh(a)^2"),
              rule("cosh-squared-minus-one", "c*cosh(a)^2 - c", "c*sinh(a)^2"),
              rule(
                      "sech-tanh-pythagoras",
                      "m*c*sech(a)^2 + n*c*tanh(a)^2",
                      "m*c + (n - m)*c*tanh(a)^2")
                  .when(number("m"), number("n")),
              rule(
                      "coth-csch-pythagoras",
                      "m*c*coth(a)^2 + n*c*csch(a)^2",
                      "m*c + (m + n)*c*csch(a)^2")
                  .when(number("m"), number("n"))
                  .validity(EXTENDS_DOMAIN),
              rule("one-minus-sech-squared", "c - c*sech(a)^2", "c*tanh(a)^2"),
              rule("coth-squared-minus-one", "c*coth(a)^2 - c", "c*csch(a)^2"),
              rule("one-plus-csch-squared", "c + c*csch(a)^2", "c*coth(a)^2"),
              rule(
                      "one-minus-tanh-squared-times-cosh",
                      "(1 - tanh(a)^2)*cosh(a)^n",
                      "cosh(a)^(n - 2)")
                  .when(number("n")),
              rule(
                      "one-minus-tanh-squared-over-sech",
                      "(1 - tanh(a)^2)*sech(a)^n",
                      "sech(a)^(n + 2)")
                  .when(number("n")),
              rule("sech-squared-over-one-minus-tanh", "sech(a)^2/(1 - tanh(a))", "tanh(a) + 1"),
              rule("sech-squared-over-one-plus-tanh", "sech(a)^2/(tanh(a) + 1)", "1 - tanh(a)"),
              rule("sinh-squared-over-cosh-minus-one", "sinh(a)^2/(cosh(a) - 1)", "cosh(a) + 1")
                  .validity(EXTENDS_DOMAIN),
              rule("sinh-squared-over-cosh-plus-one", "sinh(a)^2/(cosh(a) + 1)", "cosh(a) - 1"),
              rule("cosh-minus-one-product", "(cosh(a) - 1)*(cosh(a) + 1)", "sinh(a)^2"),
              rule("tanh-squared-over-one-minus-sech", "tanh(a)^2/(1 - sech(a))", "sech(a) + 1")
                  .validity(EXTENDS_DOMAIN),
              rule("tanh-squared-over-one-plus-sech", "tanh(a)^2/(sech(a) + 1)", "1 - sech(a)"),
              rule(
                  "cosh-cubed-minus-cosh-sinh-squared",
                  "c*cosh(a)^3 - c*cosh(a)*sinh(a)^2",
                  "c*cosh(a)"),
              rule(
                  "sinh-cosh-squared-minus-sinh-cubed",
                  "c*sinh(a)*cosh(a)^2 - c*sinh(a)^3",
                  "c*sinh(a)"),
              rule("sinh-squared-plus-fourth", "c*sinh(a)^2 + c*sinh(a)^4", "c*sinh(2*a)^2/4"),
              rule("cosh-fourth-minus-squared", "c*cosh(a)^4 - c*cosh(a)^2", "c*sinh(2*a)^2/4"),
              // ---- the double and the half argument
              rule("cosh-double-of-sinh", "c + 2*c*sinh(a)^2", "c*cosh(2*a)"),
              rule("cosh-double-of-cosh", "2*c*cosh(a)^2 - c", "c*cosh(2*a)"),
              rule("cosh-double-of-fourth-powers", "c*cosh(a)^4 - c*sinh(a)^4", "c*cosh(2*a)"),
              rule("sinh-double", "sinh(a)^n*cosh(a)^n", "sinh(2*a)^n/2^n").when(number("n")),
              rule("sinh-double-over-cosh", "sinh(2*a)*cosh(a)^(-n)", "2*sinh(a)*cosh(a)^(1 - n)")
                  .when(positiveNumber("n")),
              rule("sinh-double-over-sinh", "sinh(2*a)*sinh(a)^(-n)", "2*cosh(a)*sinh(a)^(1 - n)")
                  .when(positiveNumber("n"))
                  .validity(EXTENDS_DOMAIN),
              rule("sinh-double-times-sech", "sinh(2*a)*sech(a)^n", "2*sinh(a)*sech(a)^(n - 1)")
                  .when(positiveNumber("n")),
              rule("sinh-double-times-csch", "sinh(2*a)*csch(a)^n", "2*cosh(a)*csch(a)^(n - 1)")
                  .when(positiveNumber("n"))
                  .validity(EXTENDS_DOMAIN),
              rule("sinh-double-times-tanh", "sinh(2*a)*tanh(a)", "2*sinh(a)^2"),
              rule("sinh-double-times-coth", "sinh(2*a)*coth(a)", "2*cosh(a)^2")
                  .validity(EXTENDS_DOMAIN),
              rule("sinh-double-over-tanh", "sinh(2*a)/tanh(a)", "2*cosh(a)^2")
                  .validity(EXTENDS_DOMAIN),
              rule("cosh-double-minus-two-sinh-squared", "c*cosh(2*a) - 2*c*sinh(a)^2", "c"),
              rule("two-cosh-squared-minus-cosh-double", "2*c*cosh(a)^2 - c*cosh(2*a)", "c"),
              rule("cosh-double-minus-sinh-squared", "c*cosh(2*a) - c*sinh(a)^2", "c*cosh(a)^2"),
              rule("cosh-double-minus-cosh-squared", "c*cosh(2*a) - c*cosh(a)^2", "c*sinh(a)^2"),
              rule("tanh-double", "tanh(a)/(tanh(a)^2 + 1)", "tanh(2*a)/2"),
              rule("tanh-half-of-cosh-minus-one", "(cosh(a) - 1)/sinh(a)", "tanh(a/2)")
                  .validity(EXTENDS_DOMAIN),
              rule("tanh-half-of-cosh-plus-one", "sinh(a)/(cosh(a) + 1)", "tanh(a/2)"),
              rule("coth-half-of-cosh-plus-one", "(cosh(a) + 1)/sinh(a)", "coth(a/2)"),
              rule("coth-half-of-cosh-minus-one", "sinh(a)/(cosh(a) - 1)", "coth(a/2)"),
              rule("tanh-half-of-coth-minus-csch", "c*coth(a) - c*csch(a)", "c*tanh(a/2)")
                  .validity(EXTENDS_DOMAIN),
              rule("coth-half-of-coth-plus-csch", "c*coth(a) + c*csch(a)", "c*coth(a/2)"),
              rule("coth-plus-tanh", "c*coth(a) + c*tanh(a)", "2*c*coth(2*a)"),
              rule("coth-minus-tanh", "c*coth(a) - c*tanh(a)", "2*c*csch(2*a)"),
              rule("sech-times-csch", "sech(a)*csch(a)", "2*csch(2*a)"),
              // ---- sums of arguments
              rule("sinh-of-sum", "c*sinh(a)*cosh(b) + c*cosh(a)*sinh(b)", "c*sinh(a + b)"),
              rule("sinh-of-difference", "c*sinh(a)*cosh(b) - c*cosh(a)*sinh(b)", "c*sinh(a - b)"),
              rule("cosh-of-sum", "c*cosh(a)*cosh(b) + c*sinh(a)*sinh(b)", "c*cosh(a + b)"),
              rule("cosh-of-difference", "c*cosh(a)*cosh(b) - c*sinh(a)*sinh(b)", "c*cosh(a - b)"),
              rule("tanh-of-sum", "(tanh(a) + tanh(b))/(tanh(a)*tanh(b) + 1)", "tanh(a + b)"),
              rule(
                  "tanh-of-difference", "(tanh(a) - tanh(b))/(1 - tanh(a)*tanh(b))", "tanh(a - b)"),
              // ---- exponentials
              rule("cosh-plus-sinh", "c*cosh(a) + c*sinh(a)", "c*exp(a)"),
              rule("cosh-minus-sinh", "c*cosh(a) - c*sinh(a)", "c*exp(-a)"),
              rule("exp-minus-sinh", "c*exp(a) - c*sinh(a)", "c*cosh(a)"),
              rule("exp-minus-cosh", "c*exp(a) - c*cosh(a)", "c*sinh(a)"),
              rule("two-cosh-minus-exp", "2*c*cosh(a) - c*exp(a)", "c*exp(-a)"),
              rule("exp-minus-two-sinh", "c*exp(a) - 2*c*sinh(a)", "c*exp(-a)"),
              rule("exp-times-one-minus-tanh", "(1 - tanh(a))*exp(a)", "sech(a)"),
              rule("exp-times-one-plus-tanh", "(tanh(a) + 1)*exp(-a)", "sech(a)"),
              rule("one-plus-tanh-over-one-minus", "(tanh(a) + 1)/(1 - tanh(a))", "exp(2*a)"),
              rule("one-minus-tanh-over-one-plus", "(1 - tanh(a))/(tanh(a) + 1)", "exp(-2*a)"),
              rule("coth-plus-one-over-minus-one", "(coth(a) + 1)/(coth(a) - 1)", "exp(2*a)")
                  .validity(EXTENDS_DOMAIN),
              rule("coth-minus-one-over-plus-one", "(coth(a) - 1)/(coth(a) + 1)", "exp(-2*a)")
                  .validity(EXTENDS_DOMAIN),
              rule("sech-double-of-tanh", "(1 - tanh(a)^2)/(tanh(a)^2 + 1)", "sech(2*a)"),
              rule("cosh-times-one-plus-tanh", "(tanh(a) + 1)*cosh(a)", "exp(a)"),
              rule("cosh-times-one-minus-tanh", "(1 - tanh(a))*cosh(a)", "exp(-a)"),
              // ---- reciprocals
              rule("one-over-sech", "sech(a)^n", "cosh(a)^(-n)").when(negativeNumber("n")),
              rule("one-over-csch", "csch(a)^n", "sinh(a)^(-n)")
                  .when(negativeNumber("n"))
                  .validity(EXTENDS_DOMAIN),
              rule("one-over-coth", "coth(a)^n", "tanh(a)^(-n)")
                  .when(negativeNumber("n"))
                  .validity(EXTENDS_DOMAIN),
              // ---- quotients and products
              rule("sinh-over-cosh", "sinh(a)^n*cosh(a)^(-n)", "tanh(a)^n")
                  .when(positiveNumber("n")),
              rule("cosh-over-sinh", "cosh(a)^n*sinh(a)^(-n)", "coth(a)^n")
                  .when(positiveNumber("n")),
              rule("sinh-over-tanh", "sinh(a)^m*tanh(a)^(-n)", "cosh(a)^n*sinh(a)^(m - n)")
                  .when(positiveNumber("m"), positiveNumber("n"))
                  .validity(EXTENDS_DOMAIN),
              rule("tanh-over-sinh", "tanh(a)^n*sinh(a)^(-n)", "cosh(a)^(-n)")
                  .when(positiveNumber("n"))
                  .validity(EXTENDS_DOMAIN),
              rule("coth-over-cosh", "coth(a)^n*cosh(a)^(-n)", "sinh(a)^(-n)")
                  .when(positiveNumber("n")),
              rule("sech-over-cosh", "sech(a)^m*cosh(a)^(-n)", "sech(a)^(m + n)")
                  .when(positiveNumber("m"), positiveNumber("n")),
              rule("csch-over-sinh", "csch(a)^m*sinh(a)^(-n)", "csch(a)^(m + n)")
                  .when(positiveInteger("m"), positiveInteger("n")),
              rule("sech-over-tanh", "sech(a)^n*tanh(a)^(-n)", "csch(a)^n")
                  .when(positiveNumber("n")),
              rule("cosh-times-sech", "cosh(a)^m*sech(a)^n", "sech(a)^(n - m)")
                  .when(positiveNumber("m"), positiveNumber("n")),
              rule("sinh-times-csch", "sinh(a)^m*csch(a)^n", "csch(a)^(n - m)")
                  .when(positiveNumber("m"), positiveNumber("n"))
                  .validity(EXTENDS_DOMAIN),
              rule("tanh-times-coth", "tanh(a)^m*coth(a)^n", "tanh(a)^(m - n)")
                  .when(positiveNumber("m"), positiveNumber("n"))
                  .validity(EXTENDS_DOMAIN),
              rule("tanh-times-cosh", "tanh(a)^m*cosh(a)^n", "sinh(a)^m*cosh(a)^(n - m)")
                  .when(number("m"), number("n")),
              rule("coth-times-sinh", "coth(a)^m*sinh(a)^n", "cosh(a)^m*sinh(a)^(n - m)")
                  .when(positiveNumber("m"), positiveNumber("n"))
                  .validity(EXTENDS_DOMAIN),
              rule("sinh-times-sech", "sinh(a)^m*sech(a)^n", "tanh(a)^m*sech(a)^(n - m)")
                  .when(positiveNumber("m"), positiveNumber("n")),
              rule("cosh-times-csch", "cosh(a)^m*csch(a)^n", "coth(a)^m*csch(a)^(n - m)")
                  .when(positiveInteger("m"), positiveNumber("n")),
              rule("tanh-times-csch", "tanh(a)^m*csch(a)^n", "sech(a)^m*csch(a)^(n - m)")
                  .when(positiveNumber("m"), positiveNumber("n"))
                  .validity(EXTENDS_DOMAIN),
              rule("coth-times-sech", "coth(a)^m*sech(a)^n", "csch(a)^m*sech(a)^(n - m)")
                  .when(positiveNumber("m"), positiveNumber("n"))));

  private HyperbolicRules() {}
}
