package dev.nabla.simplify;

import static dev.nabla.simplify.Guard.halfTurn;
import static dev.nabla.simplify.Guard.nonZero;
import static dev.nabla.simplify.Guard.quarterTurn;
import static dev.nabla.simplify.Rule.rule;
import static dev.nabla.simplify.Validity.EXTENDS_DOMAIN;

import java.util.List;

/** Circular and hyperbolic functions of their inverses (DLMF 4.23, 4.37). */
final class InverseRules {
  static final RuleFamily FAMILY =
      new RuleFamily(
          "inverse",
          "functions of their inverses",
          List.of(
              rule("sin-of-asin", "sin(asin(a))", "a").validity(EXTENDS_DOMAIN),
              rule("cos-of-acos", "cos(acos(a))", "a").validity(EXTENDS_DOMAIN),
              rule("tan-of-atan", "tan(atan(a))", "a"),
              rule("cos-of-asin", "cos(asin(a))", "sqrt(1 - a^2)"),
              rule("sin-of-acos", "sin(acos(a))", "sqrt(1 - a^2)"),
              rule("tan-of-asin", "tan(asin(a))", "a/sqrt(1 - a^2)"),
              rule("tan-of-acos", "tan(acos(a))", "sqrt(1 - a^2)/a"),
              rule("cos-of-atan", "cos(atan(a))", "1/sqrt(a^2 + 1)"),
              rule("sin-of-atan", "sin(atan(a))", "a/sqrt(a^2 + 1)"),
              rule("asin-of-sin", "asin(sin(a))", "a").when(quarterTurn("a")),
              rule("acos-of-cos", "acos(cos(a))", "a").when(halfTurn("a")),
              rule("atan-of-tan", "atan(tan(a))", "a")
                  .when(quarterTurn("a"))
                  .validity(EXTENDS_DOMAIN),
              // atan2(0, 0) is 0.
              rule("cos-of-atan2", "cos(atan2(a, b))", "b/sqrt(a^2 + b^2)").when(nonZero("b")),
              rule("sin-of-atan2", "sin(atan2(a, b))", "a/sqrt(a^2 + b^2)").when(nonZero("b")),
              rule("tan-of-atan2", "tan(atan2(a, b))", "a/b").when(nonZero("b")),
              rule("sinh-of-asinh", "sinh(asinh(a))", "a"),
              rule("cosh-of-acosh", "cosh(acosh(a))", "a").validity(EXTENDS_DOMAIN),
              rule("tanh-of-atanh", "tanh(atanh(a))", "a").validity(EXTENDS_DOMAIN),
              rule("cosh-of-asinh", "cosh(asinh(a))", "sqrt(a^2 + 1)"),
              rule("sinh-of-acosh", "sinh(acosh(a))", "sqrt(a^2 - 1)").validity(EXTENDS_DOMAIN),
              rule("tanh-of-asinh", "tanh(asinh(a))", "a/sqrt(a^2 + 1)"),
              rule("asinh-of-sinh", "asinh(sinh(a))", "a"),
              rule("acosh-of-cosh", "acosh(cosh(a))", "abs(a)"),
              rule("atanh-of-tanh", "atanh(tanh(a))", "a")));

  private InverseRules() {}
}
