package dev.nabla.simplify;

import static dev.nabla.simplify.Guard.integer;
import static dev.nabla.simplify.Guard.negative;
import static dev.nabla.simplify.Guard.nonNegative;
import static dev.nabla.simplify.Guard.number;
import static dev.nabla.simplify.Guard.positive;
import static dev.nabla.simplify.Guard.positiveNumber;
import static dev.nabla.simplify.Rule.rule;
import static dev.nabla.simplify.Validity.EXTENDS_DOMAIN;

import java.util.List;

/** Powers and roots; numeric powers of one base are collected by {@link PowerCollection}. */
final class PowerRules {
  static final RuleFamily FAMILY =
      new RuleFamily(
          "power",
          "powers and roots",
          List.of(
              // ---- powers of powers
              rule("power-of-square", "(a^2)^n", "abs(a)^(2*n)").when(number("n")),
              rule("root-of-fourth-power", "sqrt(a^4)", "a^2"),
              rule("power-of-reciprocal-square", "(1/a^2)^n", "abs(a)^(-2*n)")
                  .when(number("n"))
                  .validity(EXTENDS_DOMAIN),
              rule("power-of-square-factor", "(c*a^2)^n", "c^n*a^(2*n)")
                  .when(positive("a"), number("n")),
              rule("power-of-square-of-negative", "(c*a^2)^n", "c^n*(-a)^(2*n)")
                  .when(negative("a"), number("n")),
              rule("power-of-product-of-squares", "(a^2*b^2)^n", "abs(a*b)^(2*n)")
                  .when(number("n")),
              rule("power-of-quotient-of-squares", "(a^2/b^2)^n", "abs(a/b)^(2*n)")
                  .when(number("n")),
              rule("power-of-power", "(a^m)^n", "a^(m*n)").when(positive("a")),
              rule("integer-power-of-power", "(a^b)^n", "a^(b*n)")
                  .when(integer("n"))
                  .validity(EXTENDS_DOMAIN),
              rule("number-power-of-power", "(a^m)^n", "a^(m*n)")
                  .when(nonNegative("a"), number("m"), number("n"))
                  .validity(EXTENDS_DOMAIN),
              // ---- products and quotients of powers
              rule("number-times-power", "a^n*a^(b - n)", "a^b")
                  .when(number("n"))
                  .validity(EXTENDS_DOMAIN),
              rule("power-product", "a^b*a^c", "a^(b + c)").validity(EXTENDS_DOMAIN),
              rule("power-quotient", "a^b/a^c", "a^(b - c)").validity(EXTENDS_DOMAIN),
              rule("root-product", "sqrt(a)*sqrt(b)", "sqrt(a*b)").when(positive("a")),
              // ---- square roots
              rule("root-of-product-over-root", "sqrt(a*b)/sqrt(a)", "sqrt(b)")
                  .validity(EXTENDS_DOMAIN),
              rule("root-of-quotient-times-root", "sqrt(a/b)*sqrt(b)", "sqrt(a)")
                  .validity(EXTENDS_DOMAIN),
              rule("root-over-root-of-product", "sqrt(a)/sqrt(a*b)", "1/sqrt(b)")
                  .validity(EXTENDS_DOMAIN),
              rule("root-of-square-of-sum", "sqrt(a^2 + 2*a*b + b^2)", "abs(a + b)"),
              rule("root-of-square-of-difference", "sqrt(a^2 - 2*a*b + b^2)", "abs(a - b)"),
              rule("root-of-square-of-sum-with-one", "sqrt(a^2 + 2*a + 1)", "abs(a + 1)"),
              rule("root-of-square-of-difference-with-one", "sqrt(a^2 - 2*a + 1)", "abs(a - 1)"),
              rule("root-of-square-of-root-plus-one", "sqrt(a + 2*sqrt(a) + 1)", "sqrt(a) + 1"),
              rule(
                  "root-of-square-of-root-minus-one",
                  "sqrt(a - 2*sqrt(a) + 1)",
                  "abs(sqrt(a) - 1)"),
              rule("root-of-discriminant-plus", "sqrt((a - b)^2 + 4*a*b)", "abs(a + b)"),
              rule("one-over-sum-of-conjugate-roots", "1/(a + sqrt(a^2 + 1))", "sqrt(a^2 + 1) - a"),
              rule(
                  "one-over-difference-of-conjugate-roots",
                  "1/(sqrt(a^2 + 1) - a)",
                  "sqrt(a^2 + 1) + a"),
              rule("root-of-one-minus-over-root", "sqrt(1 - a^2)/sqrt(1 - a)", "sqrt(a + 1)")
                  .validity(EXTENDS_DOMAIN),
              rule("product-of-roots-of-conjugates", "sqrt(1 - a)*sqrt(a + 1)", "sqrt(1 - a^2)"),
              // ---- cube roots
              rule("cube-of-cbrt", "cbrt(a)^3", "a"),
              rule("sixth-power-of-cbrt", "cbrt(a)^6", "a^2"),
              rule("cbrt-of-cube", "cbrt(a^3)", "a"),
              rule("cbrt-of-sixth-power", "cbrt(a^6)", "a^2"),
              rule("cbrt-of-cube-multiple", "cbrt(a^3*b)", "a*cbrt(b)"),
              rule("cbrt-of-cube-quotient", "cbrt(b/a^3)", "cbrt(b)/a"),
              rule("cbrt-product", "cbrt(a)*cbrt(b)", "cbrt(a*b)"),
              rule("cbrt-quotient", "cbrt(a)/cbrt(b)", "cbrt(a/b)"),
              rule("power-over-cbrt", "a^n/cbrt(a)", "a^(n - 1)*cbrt(a)^2")
                  .when(number("n"))
                  .validity(EXTENDS_DOMAIN),
              rule("power-over-cbrt-squared", "a^n/cbrt(a)^2", "a^(n - 1)*cbrt(a)")
                  .when(number("n"))
                  .validity(EXTENDS_DOMAIN),
              rule("cbrt-squared-over-argument", "cbrt(a)^2/a", "1/cbrt(a)"),
              // ---- hypot
              rule("hypot-squared", "hypot(a, b)^2", "a^2 + b^2"),
              rule("hypot-with-zero", "hypot(a, 0)", "abs(a)"),
              rule("hypot-of-zero", "hypot(0, a)", "abs(a)"),
              rule("hypot-of-negative", "hypot(-a, b)", "hypot(a, b)"),
              rule("hypot-with-negative", "hypot(a, -b)", "hypot(a, b)"),
              rule("hypot-of-abs", "hypot(abs(a), b)", "hypot(a, b)"),
              rule("hypot-with-abs", "hypot(a, abs(b))", "hypot(a, b)"),
              rule("squares-over-hypot", "(a^2 + b^2)/hypot(a, b)", "hypot(a, b)")
                  .validity(EXTENDS_DOMAIN),
              rule("squares-over-hypot-squared", "(a^2 + b^2)/hypot(a, b)^2", "1")
                  .validity(EXTENDS_DOMAIN),
              rule("hypot-squared-minus-square", "c*hypot(a, b)^2 - c*a^2", "c*b^2"),
              rule("hypot-squared-minus-other-square", "c*hypot(a, b)^2 - c*b^2", "c*a^2"),
              rule("hypot-of-multiples", "hypot(c*a, c*b)", "c*hypot(a, b)")
                  .when(positiveNumber("c")),
              rule("hypot-of-roots", "hypot(sqrt(a), sqrt(b))", "sqrt(a + b)")
                  .validity(EXTENDS_DOMAIN),
              rule("hypot-of-sin-cos", "hypot(sin(a), cos(a))", "1"),
              rule("hypot-of-cos-sin", "hypot(cos(a), sin(a))", "1"),
              rule("hypot-of-one-sinh", "hypot(1, sinh(a))", "cosh(a)"),
              rule("hypot-of-sinh-one", "hypot(sinh(a), 1)", "cosh(a)"),
              rule("hypot-of-one-tan", "hypot(1, tan(a))", "abs(sec(a))")));

  private PowerRules() {}
}
