package dev.nabla.simplify;

import static dev.nabla.simplify.Guard.defined;
import static dev.nabla.simplify.Guard.even;
import static dev.nabla.simplify.Guard.negative;
import static dev.nabla.simplify.Guard.nonNegative;
import static dev.nabla.simplify.Guard.nonPositive;
import static dev.nabla.simplify.Guard.nonZero;
import static dev.nabla.simplify.Guard.number;
import static dev.nabla.simplify.Guard.odd;
import static dev.nabla.simplify.Guard.positive;
import static dev.nabla.simplify.Guard.positiveInteger;
import static dev.nabla.simplify.Guard.positiveNumber;
import static dev.nabla.simplify.Rule.rule;
import static dev.nabla.simplify.Validity.EXTENDS_DOMAIN;

import java.util.List;

/** |a|, sign, min, max, rounding, relu and conditionals. */
final class PiecewiseRules {
  static final RuleFamily FAMILY =
      new RuleFamily(
          "piecewise",
          "absolute value, sign, minimum, maximum, rounding, relu and conditionals",
          List.of(
              // ---- absolute values
              rule("abs-of-non-negative", "abs(a)", "a").when(nonNegative("a")),
              rule("abs-of-non-positive", "abs(a)", "-a").when(nonPositive("a")),
              rule("even-power-of-abs", "abs(a)^n", "a^n").when(even("n")),
              rule("abs-product", "abs(a)*abs(b)", "abs(a*b)"),
              rule("abs-quotient", "abs(a)/abs(b)", "abs(a/b)"),
              rule("argument-over-abs", "a/abs(a)", "sign(a)").validity(EXTENDS_DOMAIN),
              rule("abs-over-argument", "abs(a)/a", "sign(a)").validity(EXTENDS_DOMAIN),
              rule("abs-sec-times-cos", "abs(sec(a))*cos(a)", "sign(cos(a))")
                  .validity(EXTENDS_DOMAIN),
              rule("abs-csc-times-sin", "abs(csc(a))*sin(a)", "sign(sin(a))")
                  .validity(EXTENDS_DOMAIN),
              rule("abs-csch-times-sinh", "abs(csch(a))*sinh(a)", "sign(a)")
                  .validity(EXTENDS_DOMAIN),
              rule("square-over-abs", "a^2/abs(a)", "abs(a)").validity(EXTENDS_DOMAIN),
              rule("abs-times-even-power", "abs(a)*a^n", "abs(a)^(n + 1)").when(even("n")),
              rule("abs-sin-times-even-csc", "abs(sin(a))*csc(a)^n", "abs(csc(a))^(n - 1)")
                  .when(even("n")),
              rule("abs-cos-times-even-sec", "abs(cos(a))*sec(a)^n", "abs(sec(a))^(n - 1)")
                  .when(even("n")),
              rule("abs-sinh-times-even-csch", "abs(sinh(a))*csch(a)^n", "abs(csch(a))^(n - 1)")
                  .when(even("n")),
              rule("cos-of-abs", "cos(abs(a))", "cos(a)"),
              rule("cosh-of-abs", "cosh(abs(a))", "cosh(a)"),
              rule("sec-of-abs", "sec(abs(a))", "sec(a)"),
              rule("sech-of-abs", "sech(abs(a))", "sech(a)"),
              // ---- signs
              rule("sign-of-positive", "sign(a)", "1").when(positive("a")),
              rule("sign-of-negative", "sign(a)", "-1").when(negative("a")),
              rule("sign-of-sign", "sign(sign(a))", "sign(a)"),
              rule("sign-of-multiple", "sign(c*a)", "sign(a)").when(positiveNumber("c")),
              rule("sign-of-odd-power", "sign(a^n)", "sign(a)")
                  .when(odd("n"))
                  .validity(EXTENDS_DOMAIN),
              rule("sign-product", "sign(a)*sign(b)", "sign(a*b)"),
              rule("sign-quotient", "sign(a)/sign(b)", "sign(a/b)"),
              rule("even-power-of-sign", "sign(a)^n", "1").when(nonZero("a"), even("n")),
              rule("odd-power-of-sign", "sign(a)^n", "sign(a)")
                  .when(odd("n"))
                  .validity(EXTENDS_DOMAIN),
              rule("power-of-abs-times-sign", "abs(a)^n*sign(a)", "a^n").when(odd("n")),
              rule("power-times-sign", "a^n*sign(a)", "abs(a)^n").when(odd("n")),
              rule("even-power-times-sign", "a^n*sign(a)", "a*abs(a)^(n - 1)").when(even("n")),
              rule("sign-of-sinh", "sign(sinh(a))", "sign(a)"),
              rule("sign-of-tanh", "sign(tanh(a))", "sign(a)"),
              rule("sign-of-asinh", "sign(asinh(a))", "sign(a)"),
              rule("sign-of-atan", "sign(atan(a))", "sign(a)"),
              rule("sign-of-cbrt", "sign(cbrt(a))", "sign(a)"),
              rule("sign-of-erf", "sign(erf(a))", "sign(a)"),
              rule("sign-of-expm1", "sign(expm1(a))", "sign(a)"),
              rule("sign-of-csch", "sign(csch(a))", "sign(a)").validity(EXTENDS_DOMAIN),
              rule("sign-of-coth", "sign(coth(a))", "sign(a)").validity(EXTENDS_DOMAIN),
              rule("sign-of-asin", "sign(asin(a))", "sign(a)").validity(EXTENDS_DOMAIN),
              rule("sign-of-atanh", "sign(atanh(a))", "sign(a)").validity(EXTENDS_DOMAIN),
              rule("sign-of-log1p", "sign(log1p(a))", "sign(a)").validity(EXTENDS_DOMAIN),
              rule("sign-times-sin-of-abs", "sign(a)*sin(abs(a))", "sin(a)"),
              rule("sign-times-tan-of-abs", "sign(a)*tan(abs(a))", "tan(a)"),
              rule("sign-times-sinh-of-abs", "sign(a)*sinh(abs(a))", "sinh(a)"),
              rule("sign-times-tanh-of-abs", "sign(a)*tanh(abs(a))", "tanh(a)"),
              rule("sign-times-atan-of-abs", "sign(a)*atan(abs(a))", "atan(a)"),
              rule("sign-times-asinh-of-abs", "sign(a)*asinh(abs(a))", "asinh(a)"),
              rule("sign-times-asin-of-abs", "sign(a)*asin(abs(a))", "asin(a)"),
              rule("sign-times-atanh-of-abs", "sign(a)*atanh(abs(a))", "atanh(a)"),
              rule("sign-times-cbrt-of-abs", "sign(a)*cbrt(abs(a))", "cbrt(a)"),
              rule("sign-times-erf-of-abs", "sign(a)*erf(abs(a))", "erf(a)"),
              // ---- minimum and maximum
              rule("min-of-same", "min(a, a)", "a"),
              rule("max-of-same", "max(a, a)", "a"),
              rule("max-of-opposites", "max(a, -a)", "abs(a)"),
              rule("min-of-opposites", "min(a, -a)", "-abs(a)"),
              rule("max-of-negatives", "max(-a, -b)", "-min(a, b)"),
              rule("min-of-negatives", "min(-a, -b)", "-max(a, b)"),
              rule("max-of-multiples", "max(c*a, c*b)", "c*max(a, b)").when(positiveNumber("c")),
              rule("min-of-multiples", "min(c*a, c*b)", "c*min(a, b)").when(positiveNumber("c")),
              rule("max-plus-min", "c*max(a, b) + c*min(a, b)", "c*(a + b)"),
              rule("max-plus-min-exchanged", "c*max(a, b) + c*min(b, a)", "c*(a + b)"),
              rule("max-minus-min", "c*max(a, b) - c*min(a, b)", "c*abs(a - b)"),
              rule("max-minus-min-exchanged", "c*max(a, b) - c*min(b, a)", "c*abs(a - b)"),
              rule("max-times-min", "max(a, b)*min(a, b)", "a*b"),
              rule("max-times-min-exchanged", "max(a, b)*min(b, a)", "a*b"),
              rule("max-minus-exchanged", "c*max(a, b) - c*max(b, a)", "0"),
              rule("min-minus-exchanged", "c*min(a, b) - c*min(b, a)", "0"),
              rule("max-of-max-first", "max(max(a, b), a)", "max(a, b)"),
              rule("max-of-max-second", "max(max(a, b), b)", "max(a, b)"),
              rule("max-with-max-first", "max(a, max(a, b))", "max(a, b)"),
              rule("max-with-max-second", "max(b, max(a, b))", "max(a, b)"),
              rule("min-of-min-first", "min(min(a, b), a)", "min(a, b)"),
              rule("min-of-min-second", "min(min(a, b), b)", "min(a, b)"),
              rule("min-with-min-first", "min(a, min(a, b))", "min(a, b)"),
              rule("min-with-min-second", "min(b, min(a, b))", "min(a, b)"),
              rule("max-of-min-first", "max(min(a, b), a)", "a"),
              rule("max-of-min-second", "max(min(a, b), b)", "b"),
              rule("min-of-max-first", "min(max(a, b), a)", "a"),
              rule("min-of-max-second", "min(max(a, b), b)", "b"),
              rule("max-with-zero-of-non-negative", "max(a, 0)", "a").when(nonNegative("a")),
              rule("max-of-zero-with-non-negative", "max(0, a)", "a").when(nonNegative("a")),
              rule("max-with-zero-of-non-positive", "max(a, 0)", "0").when(nonPositive("a")),
              rule("min-with-zero-of-non-negative", "min(a, 0)", "0").when(nonNegative("a")),
              rule("min-with-zero-of-non-positive", "min(a, 0)", "a").when(nonPositive("a")),
              rule("sum-with-difference-is-max", "c*a + c*b + c*abs(a - b)", "2*c*max(a, b)"),
              rule("argument-minus-max-with-zero", "c*max(a, 0) - c*a", "c*max(-a, 0)"),
              rule("max-with-zero-of-opposites", "c*max(a, 0) - c*max(-a, 0)", "c*a"),
              rule("max-with-zero-of-both-signs", "c*max(a, 0) + c*max(-a, 0)", "c*abs(a)"),
              // ---- rounding
              rule("floor-of-floor", "floor(floor(a))", "floor(a)"),
              rule("ceil-of-ceil", "ceil(ceil(a))", "ceil(a)"),
              rule("floor-of-ceil", "floor(ceil(a))", "ceil(a)"),
              rule("ceil-of-floor", "ceil(floor(a))", "floor(a)"),
              rule("floor-of-sign", "floor(sign(a))", "sign(a)"),
              rule("ceil-of-sign", "ceil(sign(a))", "sign(a)"),
              rule("floor-plus-ceil-of-opposite", "c*floor(a) + c*ceil(-a)", "0"),
              // ---- relu
              rule("relu-of-non-negative", "relu(a)", "a").when(nonNegative("a")),
              rule("relu-of-non-positive", "relu(a)", "0").when(nonPositive("a")),
              rule("relu-difference", "c*relu(a) - c*relu(-a)", "c*a"),
              rule("relu-sum", "c*relu(a) + c*relu(-a)", "c*abs(a)"),
              rule("relu-product", "relu(a)*relu(-a)", "0"),
              rule("argument-plus-relu-of-opposite", "c*a + c*relu(-a)", "c*relu(a)"),
              rule("relu-times-sign", "relu(a)*sign(a)^n", "relu(a)").when(positiveInteger("n")),
              rule("relu-times-step", "relu(a)*(if a > 0 then 1 else 0)", "relu(a)"),
              rule("max-with-zero-times-step", "max(a, 0)*(if a > 0 then 1 else 0)", "max(a, 0)"),
              rule("argument-times-step", "a*(if a > 0 then 1 else 0)", "max(a, 0)"),
              rule("abs-times-step", "abs(a)*(if a > 0 then 1 else 0)", "max(a, 0)"),
              // ---- conditionals
              rule("abs-of-if-negative", "if a < 0 then -a else a", "abs(a)"),
              rule("abs-of-if-non-positive", "if a <= 0 then -a else a", "abs(a)"),
              rule("abs-of-if-positive", "if a > 0 then a else -a", "abs(a)"),
              rule("abs-of-if-non-negative", "if a >= 0 then a else -a", "abs(a)"),
              rule("min-of-if-less", "if a < b then a else b", "min(a, b)").when(defined("a")),
              rule("min-of-if-not-more", "if a <= b then a else b", "min(a, b)").when(defined("a")),
              rule("max-of-if-less", "if a < b then b else a", "max(a, b)").when(defined("b")),
              rule("max-of-if-not-more", "if a <= b then b else a", "max(a, b)").when(defined("b")),
              rule("max-with-zero-of-multiple", "if a > 0 then c*a else 0", "c*max(a, 0)")
                  .when(defined("a"), number("c")),
              rule("min-with-zero-of-multiple", "if a < 0 then c*a else 0", "c*min(a, 0)")
                  .when(defined("a"), number("c")),
              rule(
                      "sign-of-nested-ifs",
                      "if a > 0 then 1 else (if a < 0 then -1 else 0)",
                      "sign(a)")
                  .when(defined("a")),
              rule(
                      "sign-of-nested-ifs-from-below",
                      "if a < 0 then -1 else (if a > 0 then 1 else 0)",
                      "sign(a)")
                  .when(defined("a")),
              rule("if-equal-other", "if a == b then b else a", "a"),
              rule("if-equal-same", "if a == b then a else b", "b"),
              rule("if-unequal-same", "if a != b then a else b", "a"),
              rule("if-unequal-other", "if a != b then b else a", "b"),
              rule("power-of-step-less", "(if a < b then 1 else 0)^n", "if a < b then 1 else 0")
                  .when(positiveNumber("n")),
              rule(
                      "power-of-step-not-more",
                      "(if a <= b then 1 else 0)^n",
                      "if a <= b then 1 else 0")
                  .when(positiveNumber("n")),
              rule(
                      "power-of-step-down-less",
                      "(if a < b then 0 else 1)^n",
                      "if a < b then 0 else 1")
                  .when(positiveNumber("n")),
              rule(
                      "power-of-step-down-not-more",
                      "(if a <= b then 0 else 1)^n",
                      "if a <= b then 0 else 1")
                  .when(positiveNumber("n")),
              rule(
                  "product-of-ifs-less",
                  "(if a < b then c else d)*(if a < b then m else n)",
                  "if a < b then c*m else d*n"),
              rule(
                  "product-of-ifs-not-more",
                  "(if a <= b then c else d)*(if a <= b then m else n)",
                  "if a <= b then c*m else d*n"),
              rule(
                  "product-of-ifs-equal",
                  "(if a == b then c else d)*(if a == b then m else n)",
                  "if a == b then c*m else d*n"),
              rule(
                  "product-of-ifs-unequal",
                  "(if a != b then c else d)*(if a != b then m else n)",
                  "if a != b then c*m else d*n"),
              rule(
                  "weighted-ifs-less",
                  "k*(if a < b then c else d) + l*(if a < b then m else n)",
                  "if a < b then k*c + l*m else k*d + l*n"),
              rule(
                  "weighted-ifs-equal",
                  "k*(if a == b then c else d) + l*(if a == b then m else n)",
                  "if a == b then k*c + l*m else k*d + l*n"),
              rule(
                  "weighted-ifs-unequal",
                  "k*(if a != b then c else d) + l*(if a != b then m else n)",
                  "if a != b then k*c + l*m else k*d + l*n"),
              rule(
                  "weighted-ifs-not-more",
                  "k*(if a <= b then c else d) + l*(if a <= b then m else n)",
                  "if a <= b then k*c + l*m else k*d + l*n")));

  private PiecewiseRules() {}
}
