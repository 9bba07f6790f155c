package dev.nabla.simplify;

import static dev.nabla.simplify.Guard.even;
import static dev.nabla.simplify.Guard.negative;
import static dev.nabla.simplify.Guard.nonNegative;
import static dev.nabla.simplify.Guard.nonPositive;
import static dev.nabla.simplify.Guard.nonZero;
import static dev.nabla.simplify.Guard.positive;
import static dev.nabla.simplify.Rule.rule;
import static dev.nabla.simplify.Validity.EXTENDS_DOMAIN;

import java.util.List;

/** |a|, sign, min, max, rounding and relu. */
final class PiecewiseRules {
  static final RuleFamily FAMILY =
      new RuleFamily(
          "piecewise",
          "absolute value, sign, minimum, maximum, rounding and relu",
          List.of(
              rule("abs-of-non-negative", "abs(a)", "a").when(nonNegative("a")),
              rule("abs-of-non-positive", "abs(a)", "-a").when(nonPositive("a")),
              rule("even-power-of-abs", "abs(a)^n", "a^n").when(even("n")),
              rule("abs-product", "abs(a)*abs(b)", "abs(a*b)"),
              rule("abs-times-sign", "abs(a)*sign(a)", "a"),
              rule("argument-times-sign", "a*sign(a)", "abs(a)"),
              rule("argument-over-abs", "a/abs(a)", "sign(a)").validity(EXTENDS_DOMAIN),
              rule("abs-over-argument", "abs(a)/a", "sign(a)").validity(EXTENDS_DOMAIN),
              rule("abs-over-sign", "abs(a)/sign(a)", "a").validity(EXTENDS_DOMAIN),
              rule("sign-of-positive", "sign(a)", "1").when(positive("a")),
              rule("sign-of-negative", "sign(a)", "-1").when(negative("a")),
              rule("sign-of-sign", "sign(sign(a))", "sign(a)"),
              rule("even-power-of-sign", "sign(a)^n", "1").when(nonZero("a"), even("n")),
              rule("min-of-same", "min(a, a)", "a"),
              rule("max-of-same", "max(a, a)", "a"),
              rule("max-plus-min", "c*max(a, b) + c*min(a, b)", "c*(a + b)"),
              rule("max-minus-min", "c*max(a, b) - c*min(a, b)", "c*abs(a - b)"),
              rule("max-times-min", "max(a, b)*min(a, b)", "a*b"),
              rule("floor-of-floor", "floor(floor(a))", "floor(a)"),
              rule("ceil-of-ceil", "ceil(ceil(a))", "ceil(a)"),
              rule("floor-of-ceil", "floor(ceil(a))", "ceil(a)"),
              rule("ceil-of-floor", "ceil(floor(a))", "floor(a)"),
              rule("relu-of-non-negative", "relu(a)", "a").when(nonNegative("a")),
              rule("relu-of-non-positive", "relu(a)", "0").when(nonPositive("a")),
              rule("relu-difference", "c*relu(a) - c*relu(-a)", "c*a"),
              rule("relu-sum", "c*relu(a) + c*relu(-a)", "c*abs(a)")));

  private PiecewiseRules() {}
}
