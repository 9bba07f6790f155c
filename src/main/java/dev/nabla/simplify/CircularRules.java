package dev.nabla.simplify;

import static dev.nabla.simplify.Guard.negativeNumber;
import static dev.nabla.simplify.Guard.positiveNumber;
import static dev.nabla.simplify.Rule.rule;
import static dev.nabla.simplify.Validity.EXTENDS_DOMAIN;

import java.util.List;

/** Sine, cosine and their quotients (DLMF 4.14, 4.21). */
final class CircularRules {
  static final RuleFamily FAMILY =
      new RuleFamily(
          "circular",
          "sine, cosine and their quotients",
          List.of(
              // ---- Pythagoras
              rule("sin-cos-pythagoras", "c*sin(a)^2 + c*cos(a)^2", "c"),
              rule("one-minus-sin-squared", "c - c*sin(a)^2", "c*cos(a)^2"),
              rule("one-minus-cos-squared", "c - c*cos(a)^2", "c*sin(a)^2"),
              rule("one-plus-tan-squared", "c + c*tan(a)^2", "c*sec(a)^2"),
              rule("one-plus-cot-squared", "c + c*cot(a)^2", "c*csc(a)^2"),
              rule("sec-tan-pythagoras", "c*sec(a)^2 - c*tan(a)^2", "c").validity(EXTENDS_DOMAIN),
              rule("csc-cot-pythagoras", "c*csc(a)^2 - c*cot(a)^2", "c").validity(EXTENDS_DOMAIN),
              rule("sec-squared-minus-one", "c*sec(a)^2 - c", "c*tan(a)^2"),
              rule("csc-squared-minus-one", "c*csc(a)^2 - c", "c*cot(a)^2"),
              // ---- the double angle
              rule("cos-double", "c*cos(a)^2 - c*sin(a)^2", "c*cos(2*a)"),
              rule("cos-double-of-sin", "c - 2*c*sin(a)^2", "c*cos(2*a)"),
              rule("cos-double-of-cos", "2*c*cos(a)^2 - c", "c*cos(2*a)"),
              rule("sin-double", "2*sin(a)*cos(a)", "sin(2*a)"),
              // ---- quotients
              rule("sin-over-cos", "sin(a)^n*cos(a)^(-n)", "tan(a)^n").when(positiveNumber("n")),
              rule("cos-over-sin", "cos(a)^n*sin(a)^(-n)", "cot(a)^n").when(positiveNumber("n")),
              rule("tan-times-cos", "tan(a)*cos(a)", "sin(a)").validity(EXTENDS_DOMAIN),
              rule("tan-over-sin", "tan(a)/sin(a)", "1/cos(a)").validity(EXTENDS_DOMAIN),
              rule("sin-over-tan", "sin(a)/tan(a)", "cos(a)").validity(EXTENDS_DOMAIN),
              rule("cot-times-sin", "cot(a)*sin(a)", "cos(a)").validity(EXTENDS_DOMAIN),
              rule("tan-times-cot", "tan(a)*cot(a)", "1").validity(EXTENDS_DOMAIN),
              rule("cos-times-sec", "cos(a)*sec(a)", "1").validity(EXTENDS_DOMAIN),
              rule("sin-times-csc", "sin(a)*csc(a)", "1").validity(EXTENDS_DOMAIN),
              rule("sin-times-sec", "sin(a)*sec(a)", "tan(a)"),
              rule("cos-times-csc", "cos(a)*csc(a)", "cot(a)"),
              rule("one-over-sec", "sec(a)^n", "cos(a)^(-n)")
                  .when(negativeNumber("n"))
                  .validity(EXTENDS_DOMAIN),
              rule("one-over-csc", "csc(a)^n", "sin(a)^(-n)")
                  .when(negativeNumber("n"))
                  .validity(EXTENDS_DOMAIN),
              rule("one-over-tan", "tan(a)^n", "cot(a)^(-n)")
                  .when(negativeNumber("n"))
                  .validity(EXTENDS_DOMAIN),
              rule("one-over-cot", "cot(a)^n", "tan(a)^(-n)")
                  .when(negativeNumber("n"))
                  .validity(EXTENDS_DOMAIN)));

  private CircularRules() {}
}
