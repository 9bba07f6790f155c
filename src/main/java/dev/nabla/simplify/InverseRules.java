package dev.nabla.simplify;

import static dev.nabla.simplify.Guard.halfTurn;
import static dev.nabla.simplify.Guard.negative;
import static dev.nabla.simplify.Guard.nonZero;
import static dev.nabla.simplify.Guard.positive;
import static dev.nabla.simplify.Guard.positiveNumber;
import static dev.nabla.simplify.Guard.quarterTurn;
import static dev.nabla.simplify.Rule.rule;
import static dev.nabla.simplify.Validity.EXTENDS_DOMAIN;

import java.util.List;

/**
 * Circular and hyperbolic functions of their inverses, and the other way round (DLMF 4.23, 4.37).
 */
final class InverseRules {
  static final RuleFamily FAMILY =
      new RuleFamily(
          "inverse",
          "functions of their inverses",
          List.of(
              // ---- circular functions of inverse ones
              rule("sin-of-asin", "sin(asin(a))", "a").validity(EXTENDS_DOMAIN),
              rule("cos-of-acos", "cos(acos(a))", "a").validity(EXTENDS_DOMAIN),
              rule("tan-of-atan", "tan(atan(a))", "a"),
              rule("cot-of-acot", "cot(acot(a))", "a").validity(EXTENDS_DOMAIN),
              rule("sec-of-asec", "sec(asec(a))", "a").validity(EXTENDS_DOMAIN),
              rule("csc-of-acsc", "csc(acsc(a))", "a").validity(EXTENDS_DOMAIN),
              rule("cos-of-asin", "cos(asin(a))", "sqrt(1 - a^2)"),
              rule("sin-of-acos", "sin(acos(a))", "sqrt(1 - a^2)"),
              rule("tan-of-asin", "tan(asin(a))", "a/sqrt(1 - a^2)"),
              rule("tan-of-acos", "tan(acos(a))", "sqrt(1 - a^2)/a"),
              rule("cos-of-atan", "cos(atan(a))", "1/sqrt(a^2 + 1)"),
              rule("sin-of-atan", "sin(atan(a))", "a/sqrt(a^2 + 1)"),
              rule("cot-of-atan", "cot(atan(a))", "1/a"),
              rule("tan-of-acot", "tan(acot(a))", "1/a"),
              rule("sec-of-acos", "sec(acos(a))", "1/a").validity(EXTENDS_DOMAIN),
              rule("cos-of-asec", "cos(asec(a))", "1/a").validity(EXTENDS_DOMAIN),
              rule("csc-of-asin", "csc(asin(a))", "1/a").validity(EXTENDS_DOMAIN),
              rule("sin-of-acsc", "sin(acsc(a))", "1/a").validity(EXTENDS_DOMAIN),
              rule("cos-of-double-acos", "cos(2*acos(a))", "2*a^2 - 1").validity(EXTENDS_DOMAIN),
              rule("cos-of-double-asin", "cos(2*asin(a))", "1 - 2*a^2").validity(EXTENDS_DOMAIN),
              // atan2(0, 0) is 0.
              rule("cos-of-atan2", "cos(atan2(a, b))", "b/sqrt(a^2 + b^2)").when(nonZero("b")),
              rule("sin-of-atan2", "sin(atan2(a, b))", "a/sqrt(a^2 + b^2)").when(nonZero("b")),
              rule("tan-of-atan2", "tan(atan2(a, b))", "a/b").when(nonZero("b")),
              rule("tan-of-atan2-above", "tan(atan2(a, b))", "a/b").when(nonZero("a")),
              rule("cos-of-atan2-above", "cos(atan2(a, b))", "b/sqrt(a^2 + b^2)")
                  .when(nonZero("a")),
              rule("sin-of-atan2-above", "sin(atan2(a, b))", "a/sqrt(a^2 + b^2)")
                  .when(nonZero("a")),
              // ---- inverse functions of circular ones
              rule("asin-of-sin", "asin(sin(a))", "a").when(quarterTurn("a")),
              rule("acos-of-cos", "acos(cos(a))", "a").when(halfTurn("a")),
              rule("atan-of-tan", "atan(tan(a))", "a")
                  .when(quarterTurn("a"))
                  .validity(EXTENDS_DOMAIN),
              rule("acot-of-cot", "acot(cot(a))", "a")
                  .when(quarterTurn("a"))
                  .validity(EXTENDS_DOMAIN),
              rule("asec-of-sec", "asec(sec(a))", "a").when(halfTurn("a")).validity(EXTENDS_DOMAIN),
              rule("acsc-of-csc", "acsc(csc(a))", "a")
                  .when(quarterTurn("a"))
                  .validity(EXTENDS_DOMAIN),
              rule("asin-of-cos", "asin(cos(a))", "pi/2 - a").when(halfTurn("a")),
              rule("acos-of-sin", "acos(sin(a))", "pi/2 - a").when(quarterTurn("a")),
              rule("atan-of-cot", "atan(cot(a))", "pi/2 - a")
                  .when(halfTurn("a"))
                  .validity(EXTENDS_DOMAIN),
              rule("acot-of-tan", "acot(tan(a))", "pi/2 - a")
                  .when(halfTurn("a"))
                  .validity(EXTENDS_DOMAIN),
              rule("atan2-of-sin-cos", "atan2(sin(a), cos(a))", "a").when(quarterTurn("a")),
              rule("atan2-of-sin-cos-in-half-turn", "atan2(sin(a), cos(a))", "a")
                  .when(halfTurn("a")),
              // ---- sums and reciprocals
              rule("asin-plus-acos", "c*asin(a) + c*acos(a)", "c*pi/2").validity(EXTENDS_DOMAIN),
              rule("asec-plus-acsc", "c*asec(a) + c*acsc(a)", "c*pi/2").validity(EXTENDS_DOMAIN),
              rule("atan-plus-acot", "c*atan(a) + c*acot(a)", "c*pi/2").when(positive("a")),
              rule("atan-plus-acot-of-negative", "c*atan(a) + c*acot(a)", "-c*pi/2")
                  .when(negative("a")),
              rule("atan-plus-atan-of-reciprocal", "c*atan(a) + c*atan(1/a)", "c*pi/2")
                  .when(positive("a")),
              rule("atan-plus-atan-of-negative-reciprocal", "c*atan(a) + c*atan(1/a)", "-c*pi/2")
                  .when(negative("a")),
              rule("acos-plus-acos-of-negative", "c*acos(a) + c*acos(-a)", "c*pi")
                  .validity(EXTENDS_DOMAIN),
              rule("atan2-plus-atan2-exchanged", "c*atan2(a, b) + c*atan2(b, a)", "c*pi/2")
                  .when(positive("a")),
              rule("acot-of-reciprocal", "acot(1/a)", "atan(a)").validity(EXTENDS_DOMAIN),
              rule("asec-of-reciprocal", "asec(1/a)", "acos(a)").validity(EXTENDS_DOMAIN),
              rule("acsc-of-reciprocal", "acsc(1/a)", "asin(a)").validity(EXTENDS_DOMAIN),
              rule("asech-of-reciprocal", "asech(1/a)", "acosh(a)"),
              rule("acsch-of-reciprocal", "acsch(1/a)", "asinh(a)").validity(EXTENDS_DOMAIN),
              rule("acoth-of-reciprocal", "acoth(1/a)", "atanh(a)").validity(EXTENDS_DOMAIN),
              rule("atan2-of-zero-ahead", "atan2(0, a)", "0").when(positive("a")),
              rule("atan2-of-zero-behind", "atan2(0, a)", "pi").when(negative("a")),
              rule("atan2-of-multiples", "atan2(c*a, c*b)", "atan2(a, b)")
                  .when(positiveNumber("c")),
              // ---- hyperbolic functions of inverse ones
              rule("sinh-of-asinh", "sinh(asinh(a))", "a"),
              rule("cosh-of-acosh", "cosh(acosh(a))", "a").validity(EXTENDS_DOMAIN),
              rule("tanh-of-atanh", "tanh(atanh(a))", "a").validity(EXTENDS_DOMAIN),
              rule("coth-of-acoth", "coth(acoth(a))", "a").validity(EXTENDS_DOMAIN),
              rule("sech-of-asech", "sech(asech(a))", "a").validity(EXTENDS_DOMAIN),
              rule("csch-of-acsch", "csch(acsch(a))", "a").validity(EXTENDS_DOMAIN),
              rule("cosh-of-asinh", "cosh(asinh(a))", "sqrt(a^2 + 1)"),
              rule("sinh-of-acosh", "sinh(acosh(a))", "sqrt(a^2 - 1)").validity(EXTENDS_DOMAIN),
              rule("tanh-of-asinh", "tanh(asinh(a))", "a/sqrt(a^2 + 1)"),
              rule("tanh-of-acosh", "tanh(acosh(a))", "sqrt(a^2 - 1)/a").validity(EXTENDS_DOMAIN),
              rule("sinh-of-atanh", "sinh(atanh(a))", "a/sqrt(1 - a^2)"),
              rule("cosh-of-atanh", "cosh(atanh(a))", "1/sqrt(1 - a^2)"),
              rule("coth-of-atanh", "coth(atanh(a))", "1/a").validity(EXTENDS_DOMAIN),
              rule("tanh-of-acoth", "tanh(acoth(a))", "1/a").validity(EXTENDS_DOMAIN),
              rule("sech-of-acosh", "sech(acosh(a))", "1/a").validity(EXTENDS_DOMAIN),
              rule("cosh-of-asech", "cosh(asech(a))", "1/a").validity(EXTENDS_DOMAIN),
              rule("csch-of-asinh", "csch(asinh(a))", "1/a"),
              rule("sinh-of-acsch", "sinh(acsch(a))", "1/a"),
              rule("cosh-of-double-acosh", "cosh(2*acosh(a))", "2*a^2 - 1")
                  .validity(EXTENDS_DOMAIN),
              rule("cosh-of-double-asinh", "cosh(2*asinh(a))", "2*a^2 + 1"),
              // ---- inverse functions of hyperbolic ones
              rule("asinh-of-sinh", "asinh(sinh(a))", "a"),
              rule("acosh-of-cosh", "acosh(cosh(a))", "abs(a)"),
              rule("atanh-of-tanh", "atanh(tanh(a))", "a"),
              rule("acoth-of-coth", "acoth(coth(a))", "a").validity(EXTENDS_DOMAIN),
              rule("asech-of-sech", "asech(sech(a))", "abs(a)"),
              rule("acsch-of-csch", "acsch(csch(a))", "a").validity(EXTENDS_DOMAIN)));

  private InverseRules() {}
}
