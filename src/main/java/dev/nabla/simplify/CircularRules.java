package dev.nabla.simplify;

import static dev.nabla.simplify.Guard.even;
import static dev.nabla.simplify.Guard.integer;
import static dev.nabla.simplify.Guard.negativeNumber;
import static dev.nabla.simplify.Guard.number;
import static dev.nabla.simplify.Guard.odd;
import static dev.nabla.simplify.Guard.positiveInteger;
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
              rule("one-minus-sin-squared", "c - c*sin(a)^2", "c*cos(a)^2"),
              rule("one-minus-cos-squared", "c - c*cos(a)^2", "c*sin(a)^2"),
              rule("one-plus-tan-squared", "c + c*tan(a)^2", "c*sec(a)^2"),
              rule("one-plus-cot-squared", "c + c*cot(a)^2", "c*csc(a)^2"),
              rule("sec-squared-minus-one", "c*sec(a)^2 - c", "c*tan(a)^2"),
              rule("csc-squared-minus-one", "c*csc(a)^2 - c", "c*cot(a)^2"),
              rule("sin-cos-pythagoras", "m*c*sin(a)^2 + n*c*cos(a)^2", "n*c + (m - n)*c*sin(a)^2")
                  .when(number("m"), number("n")),
              rule("sec-tan-pythagoras", "m*c*sec(a)^2 + n*c*tan(a)^2", "m*c + (m + n)*c*tan(a)^2")
                  .when(number("m"), number("n"))
                  .validity(EXTENDS_DOMAIN),
              rule("csc-cot-pythagoras", "m*c*csc(a)^2 + n*c*cot(a)^2", "m*c + (m + n)*c*cot(a)^2")
                  .when(number("m"), number("n"))
                  .validity(EXTENDS_DOMAIN),
              rule("sin-cubed-plus-sin-cos-squared", "c*sin(a)^3 + c*sin(a)*cos(a)^2", "c*sin(a)"),
              rule(
                  "sin-fourth-plus-sin-cos-squared",
                  "c*sin(a)^4 + c*sin(a)^2*cos(a)^2",
                  "c*sin(a)^2"),
              rule("sin-squared-minus-fourth", "c*sin(a)^2 - c*sin(a)^4", "c*sin(2*a)^2/4"),
              rule("cos-squared-minus-fourth", "c*cos(a)^2 - c*cos(a)^4", "c*sin(2*a)^2/4"),
              rule("cos-squared-over-one-minus-sin", "cos(a)^2/(1 - sin(a))", "sin(a) + 1")
                  .validity(EXTENDS_DOMAIN),
              rule("cos-squared-over-one-plus-sin", "cos(a)^2/(sin(a) + 1)", "1 - sin(a)")
                  .validity(EXTENDS_DOMAIN),
              rule("sin-squared-over-one-minus-cos", "sin(a)^2/(1 - cos(a))", "cos(a) + 1")
                  .validity(EXTENDS_DOMAIN),
              rule("sin-squared-over-one-plus-cos", "sin(a)^2/(cos(a) + 1)", "1 - cos(a)")
                  .validity(EXTENDS_DOMAIN),
              rule("tan-squared-over-sec-minus-one", "tan(a)^2/(sec(a) - 1)", "sec(a) + 1")
                  .validity(EXTENDS_DOMAIN),
              rule("tan-squared-over-sec-plus-one", "tan(a)^2/(sec(a) + 1)", "sec(a) - 1")
                  .validity(EXTENDS_DOMAIN),
              rule("cot-squared-over-csc-minus-one", "cot(a)^2/(csc(a) - 1)", "csc(a) + 1")
                  .validity(EXTENDS_DOMAIN),
              rule("cot-squared-over-csc-plus-one", "cot(a)^2/(csc(a) + 1)", "csc(a) - 1")
                  .validity(EXTENDS_DOMAIN),
              rule("one-minus-sin-product", "(1 - sin(a))*(sin(a) + 1)", "cos(a)^2"),
              rule("one-minus-cos-product", "(1 - cos(a))*(cos(a) + 1)", "sin(a)^2"),
              rule("sec-minus-one-product", "(sec(a) - 1)*(sec(a) + 1)", "tan(a)^2"),
              rule("csc-minus-one-product", "(csc(a) - 1)*(csc(a) + 1)", "cot(a)^2"),
              // ---- the double and the half angle
              rule("cos-double-of-sin", "c - 2*c*sin(a)^2", "c*cos(2*a)"),
              rule("cos-double-of-cos", "2*c*cos(a)^2 - c", "c*cos(2*a)"),
              rule("cos-double-of-fourth-powers", "c*cos(a)^4 - c*sin(a)^4", "c*cos(2*a)"),
              rule("sin-double", "sin(a)^n*cos(a)^n", "sin(2*a)^n/2^n").when(integer("n")),
              rule("sin-double-over-cos", "sin(2*a)*cos(a)^(-n)", "2*sin(a)*cos(a)^(1 - n)")
                  .when(positiveNumber("n"))
                  .validity(EXTENDS_DOMAIN),
              rule("sin-double-over-sin", "sin(2*a)*sin(a)^(-n)", "2*cos(a)*sin(a)^(1 - n)")
                  .when(positiveNumber("n"))
                  .validity(EXTENDS_DOMAIN),
              rule("sin-double-times-sec", "sin(2*a)*sec(a)^n", "2*sin(a)*sec(a)^(n - 1)")
                  .when(positiveNumber("n"))
                  .validity(EXTENDS_DOMAIN),
              rule("sin-double-times-csc", "sin(2*a)*csc(a)^n", "2*cos(a)*csc(a)^(n - 1)")
                  .when(positiveNumber("n"))
                  .validity(EXTENDS_DOMAIN),
              rule("sin-double-times-tan", "sin(2*a)*tan(a)", "2*sin(a)^2")
                  .validity(EXTENDS_DOMAIN),
              rule("sin-double-times-cot", "sin(2*a)*cot(a)", "2*cos(a)^2")
                  .validity(EXTENDS_DOMAIN),
              rule("cos-double-plus-two-sin-squared", "c*cos(2*a) + 2*c*sin(a)^2", "c"),
              rule("two-cos-squared-minus-cos-double", "2*c*cos(a)^2 - c*cos(2*a)", "c"),
              rule("cos-double-plus-sin-squared", "c*cos(2*a) + c*sin(a)^2", "c*cos(a)^2"),
              rule("cos-squared-minus-cos-double", "c*cos(a)^2 - c*cos(2*a)", "c*sin(a)^2"),
              rule("square-of-sin-plus-cos", "(sin(a) + cos(a))^2", "sin(2*a) + 1"),
              rule("square-of-sin-minus-cos", "(sin(a) - cos(a))^2", "1 - sin(2*a)"),
              rule("square-of-cos-minus-sin", "(cos(a) - sin(a))^2", "1 - sin(2*a)"),
              rule("cos-minus-sin-product", "(cos(a) - sin(a))*(cos(a) + sin(a))", "cos(2*a)"),
              rule("sin-minus-cos-product", "(sin(a) - cos(a))*(sin(a) + cos(a))", "-cos(2*a)"),
              rule("tan-double", "tan(a)/(1 - tan(a)^2)", "tan(2*a)/2").validity(EXTENDS_DOMAIN),
              rule("cos-double-of-tan", "(1 - tan(a)^2)*cos(a)^2", "cos(2*a)")
                  .validity(EXTENDS_DOMAIN),
              rule("cos-double-of-cot", "(cot(a)^2 - 1)*sin(a)^2", "cos(2*a)")
                  .validity(EXTENDS_DOMAIN),
              rule("cot-minus-tan", "c*cot(a) - c*tan(a)", "2*c*cot(2*a)"),
              rule("cot-plus-tan", "c*cot(a) + c*tan(a)", "2*c*csc(2*a)"),
              rule("sec-times-csc", "sec(a)*csc(a)", "2*csc(2*a)"),
              rule("tan-half-of-one-minus-cos", "(1 - cos(a))/sin(a)", "tan(a/2)")
                  .validity(EXTENDS_DOMAIN),
              rule("tan-half-of-one-plus-cos", "sin(a)/(cos(a) + 1)", "tan(a/2)"),
              rule("cot-half-of-one-plus-cos", "(cos(a) + 1)/sin(a)", "cot(a/2)")
                  .validity(EXTENDS_DOMAIN),
              rule("cot-half-of-one-minus-cos", "sin(a)/(1 - cos(a))", "cot(a/2)"),
              rule("tan-half-of-csc-minus-cot", "c*csc(a) - c*cot(a)", "c*tan(a/2)")
                  .validity(EXTENDS_DOMAIN),
              rule("cot-half-of-csc-plus-cot", "c*csc(a) + c*cot(a)", "c*cot(a/2)")
                  .validity(EXTENDS_DOMAIN),
              // ---- sums of angles
              rule("sin-of-sum", "c*sin(a)*cos(b) + c*cos(a)*sin(b)", "c*sin(a + b)"),
              rule("sin-of-difference", "c*sin(a)*cos(b) - c*cos(a)*sin(b)", "c*sin(a - b)"),
              rule("cos-of-sum", "c*cos(a)*cos(b) - c*sin(a)*sin(b)", "c*cos(a + b)"),
              rule("cos-of-difference", "c*cos(a)*cos(b) + c*sin(a)*sin(b)", "c*cos(a - b)"),
              rule("tan-of-sum", "(tan(a) + tan(b))/(1 - tan(a)*tan(b))", "tan(a + b)")
                  .validity(EXTENDS_DOMAIN),
              rule("tan-of-difference", "(tan(a) - tan(b))/(tan(a)*tan(b) + 1)", "tan(a - b)")
                  .validity(EXTENDS_DOMAIN),
              rule("sin-plus-quarter-turn", "sin(a + pi/2)", "cos(a)"),
              rule("cos-plus-quarter-turn", "cos(a + pi/2)", "-sin(a)"),
              rule("tan-plus-quarter-turn", "tan(a + pi/2)", "-cot(a)"),
              rule("cot-plus-quarter-turn", "cot(a + pi/2)", "-tan(a)"),
              rule("sec-plus-quarter-turn", "sec(a + pi/2)", "-csc(a)"),
              rule("csc-plus-quarter-turn", "csc(a + pi/2)", "sec(a)"),
              rule("sin-minus-quarter-turn", "sin(a - pi/2)", "-cos(a)"),
              rule("cos-minus-quarter-turn", "cos(a - pi/2)", "sin(a)"),
              rule("tan-minus-quarter-turn", "tan(a - pi/2)", "-cot(a)"),
              rule("sin-plus-turns", "sin(a + n*pi)", "sin(a)").when(even("n")),
              rule("sin-plus-half-turns", "sin(a + n*pi)", "-sin(a)").when(odd("n")),
              rule("cos-plus-turns", "cos(a + n*pi)", "cos(a)").when(even("n")),
              rule("cos-plus-half-turns", "cos(a + n*pi)", "-cos(a)").when(odd("n")),
              rule("tan-plus-half-turns", "tan(a + n*pi)", "tan(a)").when(integer("n")),
              rule("cot-plus-half-turns", "cot(a + n*pi)", "cot(a)").when(integer("n")),
              rule("sec-plus-turns", "sec(a + n*pi)", "sec(a)").when(even("n")),
              rule("sec-plus-half-turns", "sec(a + n*pi)", "-sec(a)").when(odd("n")),
              rule("csc-plus-turns", "csc(a + n*pi)", "csc(a)").when(even("n")),
              rule("csc-plus-half-turns", "csc(a + n*pi)", "-csc(a)").when(odd("n")),
              // ---- reciprocals
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
                  .validity(EXTENDS_DOMAIN),
              // ---- quotients and products
              rule("sin-over-cos", "sin(a)^n*cos(a)^(-n)", "tan(a)^n").when(positiveInteger("n")),
              rule("cos-over-sin", "cos(a)^n*sin(a)^(-n)", "cot(a)^n").when(positiveInteger("n")),
              rule("tan-over-sin", "tan(a)^n*sin(a)^(-n)", "cos(a)^(-n)")
                  .when(positiveNumber("n"))
                  .validity(EXTENDS_DOMAIN),
              rule("cot-over-cos", "cot(a)^n*cos(a)^(-n)", "sin(a)^(-n)")
                  .when(positiveNumber("n"))
                  .validity(EXTENDS_DOMAIN),
              rule("sec-over-cos", "sec(a)^m*cos(a)^(-n)", "sec(a)^(m + n)")
                  .when(positiveInteger("m"), positiveInteger("n")),
              rule("csc-over-sin", "csc(a)^m*sin(a)^(-n)", "csc(a)^(m + n)")
                  .when(positiveInteger("m"), positiveInteger("n")),
              rule("cos-times-sec", "cos(a)^m*sec(a)^n", "sec(a)^(n - m)")
                  .when(positiveNumber("m"), positiveNumber("n"))
                  .validity(EXTENDS_DOMAIN),
              rule("sin-times-csc", "sin(a)^m*csc(a)^n", "csc(a)^(n - m)")
                  .when(positiveNumber("m"), positiveNumber("n"))
                  .validity(EXTENDS_DOMAIN),
              rule("tan-times-cot", "tan(a)^m*cot(a)^n", "tan(a)^(m - n)")
                  .when(positiveNumber("m"), positiveNumber("n"))
                  .validity(EXTENDS_DOMAIN),
              rule("tan-times-cos", "tan(a)^m*cos(a)^n", "sin(a)^m*cos(a)^(n - m)")
                  .when(positiveInteger("m"), positiveNumber("n"))
                  .validity(EXTENDS_DOMAIN),
              rule("cot-times-sin", "cot(a)^m*sin(a)^n", "cos(a)^m*sin(a)^(n - m)")
                  .when(positiveInteger("m"), positiveNumber("n"))
                  .validity(EXTENDS_DOMAIN),
              rule("sin-times-sec", "sin(a)^m*sec(a)^n", "tan(a)^m*sec(a)^(n - m)")
                  .when(positiveInteger("m"), positiveNumber("n")),
              rule("cos-times-csc", "cos(a)^m*csc(a)^n", "cot(a)^m*csc(a)^(n - m)")
                  .when(positiveInteger("m"), positiveNumber("n")),
              rule("tan-times-csc", "tan(a)^m*csc(a)^n", "sec(a)^m*csc(a)^(n - m)")
                  .when(positiveInteger("m"), positiveNumber("n"))
                  .validity(EXTENDS_DOMAIN),
              rule("cot-times-sec", "cot(a)^m*sec(a)^n", "csc(a)^m*sec(a)^(n - m)")
                  .when(positiveInteger("m"), positiveNumber("n"))
                  .validity(EXTENDS_DOMAIN)));

  private CircularRules() {}
}
