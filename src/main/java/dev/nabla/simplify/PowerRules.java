package dev.nabla.simplify;

import static dev.nabla.simplify.Guard.nonNegative;
import static dev.nabla.simplify.Guard.number;
import static dev.nabla.simplify.Guard.positive;
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
              rule("power-of-square", "(a^2)^n", "abs(a)^(2*n)").when(number("n")),
              rule("root-of-fourth-power", "sqrt(a^4)", "a^2"),
              rule("power-of-square-factor", "(c*a^2)^n", "c^n*a^(2*n)")
                  .when(positive("a"), number("n")),
              rule("power-of-power", "(a^m)^n", "a^(m*n)").when(positive("a")),
              rule("number-power-of-power", "(a^m)^n", "a^(m*n)")
                  .when(nonNegative("a"), number("m"), number("n"))
                  .validity(EXTENDS_DOMAIN),
              rule("power-product", "a^b*a^c", "a^(b + c)").validity(EXTENDS_DOMAIN),
              rule("base-times-power", "a*a^(b - 1)", "a^b").validity(EXTENDS_DOMAIN),
              rule("root-product", "sqrt(a)*sqrt(b)", "sqrt(a*b)").when(positive("a")),
              rule("cube-of-cbrt", "cbrt(a)^3", "a"),
              rule("cbrt-of-cube", "cbrt(a^3)", "a")));

  private PowerRules() {}
}
