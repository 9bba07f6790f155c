package dev.nabla.simplify;

import static dev.nabla.simplify.Guard.positive;
import static dev.nabla.simplify.Rule.rule;
import static dev.nabla.simplify.Validity.EXTENDS_DOMAIN;

import java.util.List;

/** Exponentials and logarithms to all bases (DLMF 4.7–4.8). */
final class ExponentialRules {
  static final RuleFamily FAMILY =
      new RuleFamily(
          "exponential",
          "exponentials and logarithms to all bases",
          List.of(
              // ---- one of the other
              rule("log-of-exp", "log(exp(a))", "a"),
              rule("log-of-exp-multiple", "log(c*exp(a))", "a + log(c)"),
              rule("exp-of-log-multiple", "exp(b*log(a))", "a^b").validity(EXTENDS_DOMAIN),
              rule("exp-of-sum-with-log", "exp(a + b*log(c))", "c^b*exp(a)")
                  .validity(EXTENDS_DOMAIN),
              rule("log-of-power", "log(a^n)", "n*log(a)").when(positive("a")),
              rule("log-of-reciprocal", "log(1/a)", "-log(a)"),
              rule("log-of-power-over-log", "log(a^n)/log(a)", "n").validity(EXTENDS_DOMAIN),
              rule("power-to-over-log", "a^(b/log(a))", "exp(b)").validity(EXTENDS_DOMAIN),
              // ---- products and powers of exponentials
              rule("exp-product", "exp(a)*exp(b)", "exp(a + b)"),
              rule("exp-power", "exp(a)^n", "exp(n*a)"),
              rule("cbrt-of-exp", "cbrt(exp(a))", "exp(a/3)"),
              // ---- differences of logarithms
              rule("log-of-product-minus-log", "c*log(a*b) - c*log(b)", "c*log(a)")
                  .validity(EXTENDS_DOMAIN),
              rule("log-of-quotient-plus-log", "c*log(a/b) + c*log(b)", "c*log(a)")
                  .validity(EXTENDS_DOMAIN),
              rule("log-of-square-minus-log", "c*log(a^2) - c*log(a)", "c*log(a)"),
              // ---- near 0: expm1 and log1p
              rule("expm1-of-log1p", "expm1(log1p(a))", "a").validity(EXTENDS_DOMAIN),
              rule("log1p-of-expm1", "log1p(expm1(a))", "a"),
              rule("expm1-of-log-multiple", "expm1(b*log(a))", "a^b - 1").validity(EXTENDS_DOMAIN),
              rule("exp-of-log1p-multiple", "exp(b*log1p(a))", "(a + 1)^b")
                  .validity(EXTENDS_DOMAIN),
              rule("log1p-of-difference", "log1p(a - 1)", "log(a)"),
              rule("log-of-expm1-plus-one", "log(expm1(a) + 1)", "a"),
              rule("expm1-plus-one", "c*expm1(a) + c", "c*exp(a)"),
              rule("exp-minus-expm1", "c*exp(a) - c*expm1(a)", "c"),
              rule("expm1-over-exp", "expm1(a)*exp(-a)", "-expm1(-a)"),
              rule("expm1-of-double-over-expm1", "expm1(2*a)/expm1(a)", "exp(a) + 1")
                  .validity(EXTENDS_DOMAIN),
              // ---- to other bases
              rule("log2-of-power", "log2(2^a)", "a"),
              rule("log10-of-power", "log10(10^a)", "a"),
              rule("two-to-log2-multiple", "2^(b*log2(a))", "a^b").validity(EXTENDS_DOMAIN),
              rule("ten-to-log10-multiple", "10^(b*log10(a))", "a^b").validity(EXTENDS_DOMAIN),
              rule("two-to-sum-with-log2", "2^(a + log2(b))", "b*2^a").validity(EXTENDS_DOMAIN),
              rule("ten-to-sum-with-log10", "10^(a + log10(b))", "b*10^a").validity(EXTENDS_DOMAIN),
              rule("log2-times-log-of-two", "log2(a)*log(2)", "log(a)"),
              rule("log10-times-log-of-ten", "log10(a)*log(10)", "log(a)"),
              rule("log-over-log-of-two", "log(a)/log(2)", "log2(a)"),
              rule("log-over-log-of-ten", "log(a)/log(10)", "log10(a)"),
              rule("log2-of-log-power", "log2(a^n)", "n*log2(a)").when(positive("a")),
              rule("log10-of-log-power", "log10(a^n)", "n*log10(a)").when(positive("a")),
              rule("log2-of-reciprocal", "log2(1/a)", "-log2(a)"),
              rule("log10-of-reciprocal", "log10(1/a)", "-log10(a)"),
              rule("log2-of-product-minus-log2", "c*log2(a*b) - c*log2(b)", "c*log2(a)")
                  .validity(EXTENDS_DOMAIN),
              rule("log10-of-product-minus-log10", "c*log10(a*b) - c*log10(b)", "c*log10(a)")
                  .validity(EXTENDS_DOMAIN),
              rule("log2-over-log10", "log10(a)/log10(2)", "log2(a)")));

  private ExponentialRules() {}
}
