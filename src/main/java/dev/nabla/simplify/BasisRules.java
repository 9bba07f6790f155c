package dev.nabla.simplify;

import static dev.nabla.simplify.Guard.number;
import static dev.nabla.simplify.Guard.positive;
import static dev.nabla.simplify.Rule.rule;

import java.util.List;

/**
 * Functions in terms of others, exact but seldom shorter: where the search of forms looks (DLMF
 * 4.14, 4.21, 4.28, 4.35).
 */
final class BasisRules {
  /**
   * Rules that are applied together.
   *
   * @param name the label in a derivation
   * @param catalog left → right, none shorter
   * @param several whether they pay only where functions of several arguments meet
   */
  record Basis(String name, RuleCatalog catalog, boolean several) {
    Basis(String name, List<Rule> rules) {
      this(name, new RuleCatalog(rules), false);
    }

    Basis ofSeveral() {
      return new Basis(name, catalog, true);
    }
  }

  static final List<Basis> ALL =
      List.of(
          new Basis(
              "in-sines-and-cosines",
              List.of(
                  rule("tan-apart", "tan(a)", "sin(a)/cos(a)"),
                  rule("cot-apart", "cot(a)", "cos(a)/sin(a)"),
                  rule("sec-apart", "sec(a)", "1/cos(a)"),
                  rule("csc-apart", "csc(a)", "1/sin(a)"))),
          new Basis(
              "in-hyperbolic-sines-and-cosines",
              List.of(
                  rule("tanh-apart", "tanh(a)", "sinh(a)/cosh(a)"),
                  rule("coth-apart", "coth(a)", "cosh(a)/sinh(a)"),
                  rule("sech-apart", "sech(a)", "1/cosh(a)"),
                  rule("csch-apart", "csch(a)", "1/sinh(a)"))),
          new Basis(
              "in-exponentials",
              List.of(
                  rule("sinh-of-exp", "sinh(a)", "(exp(a) - exp(-a))/2"),
                  rule("cosh-of-exp", "cosh(a)", "(exp(a) + exp(-a))/2"),
                  rule("tanh-of-exp", "tanh(a)", "(exp(2*a) - 1)/(exp(2*a) + 1)"),
                  rule("coth-of-exp", "coth(a)", "(exp(2*a) + 1)/(exp(2*a) - 1)"),
                  rule("sech-of-exp", "sech(a)", "2*exp(a)/(exp(2*a) + 1)"),
                  rule("csch-of-exp", "csch(a)", "2*exp(a)/(exp(2*a) - 1)"),
                  rule("sigmoid-of-exp", "sigmoid(a)", "1/(1 + exp(-a))"),
                  rule("expm1-apart", "expm1(a)", "exp(a) - 1"))),
          new Basis(
              "in-cosines",
              List.of(
                  rule("sin-squared-of-cos", "sin(a)^2", "1 - cos(a)^2"),
                  rule("sin-cubed-of-cos", "sin(a)^3", "sin(a)*(1 - cos(a)^2)"),
                  rule("sin-fourth-of-cos", "sin(a)^4", "(1 - cos(a)^2)^2"),
                  rule("sinh-squared-of-cosh", "sinh(a)^2", "cosh(a)^2 - 1"),
                  rule("sinh-cubed-of-cosh", "sinh(a)^3", "sinh(a)*(cosh(a)^2 - 1)"),
                  rule("sinh-fourth-of-cosh", "sinh(a)^4", "(cosh(a)^2 - 1)^2"),
                  rule("tan-squared-of-sec", "tan(a)^2", "sec(a)^2 - 1"),
                  rule("cot-squared-of-csc", "cot(a)^2", "csc(a)^2 - 1"))),
          new Basis(
              "in-sines",
              List.of(
                  rule("cos-squared-of-sin", "cos(a)^2", "1 - sin(a)^2"),
                  rule("cos-cubed-of-sin", "cos(a)^3", "cos(a)*(1 - sin(a)^2)"),
                  rule("cos-fourth-of-sin", "cos(a)^4", "(1 - sin(a)^2)^2"),
                  rule("cosh-squared-of-sinh", "cosh(a)^2", "1 + sinh(a)^2"),
                  rule("cosh-cubed-of-sinh", "cosh(a)^3", "cosh(a)*(1 + sinh(a)^2)"),
                  rule("cosh-fourth-of-sinh", "cosh(a)^4", "(1 + sinh(a)^2)^2"),
                  rule("sec-squared-of-tan", "sec(a)^2", "1 + tan(a)^2"),
                  rule("sec-fourth-of-tan", "sec(a)^4", "(1 + tan(a)^2)^2"),
                  rule("csc-squared-of-cot", "csc(a)^2", "1 + cot(a)^2"),
                  rule("sech-squared-of-tanh", "sech(a)^2", "1 - tanh(a)^2"),
                  rule("sech-fourth-of-tanh", "sech(a)^4", "(1 - tanh(a)^2)^2"))),
          new Basis(
              "single-angles",
              List.of(
                  rule("sin-double-apart", "sin(2*a)", "2*sin(a)*cos(a)"),
                  rule("cos-double-apart", "cos(2*a)", "1 - 2*sin(a)^2"),
                  rule("sinh-double-apart", "sinh(2*a)", "2*sinh(a)*cosh(a)"),
                  rule("cosh-double-apart", "cosh(2*a)", "1 + 2*sinh(a)^2"))),
          new Basis(
              "double-angles",
              List.of(
                  rule("sin-squared-of-double", "sin(a)^2", "(1 - cos(2*a))/2"),
                  rule("cos-squared-of-double", "cos(a)^2", "(1 + cos(2*a))/2"),
                  rule("sinh-squared-of-double", "sinh(a)^2", "(cosh(2*a) - 1)/2"),
                  rule("cosh-squared-of-double", "cosh(a)^2", "(1 + cosh(2*a))/2"))),
          new Basis(
                  "angles-apart",
                  List.of(
                      rule("sin-of-sum", "sin(a + b)", "sin(a)*cos(b) + cos(a)*sin(b)"),
                      rule("cos-of-sum", "cos(a + b)", "cos(a)*cos(b) - sin(a)*sin(b)"),
                      rule("sinh-of-sum", "sinh(a + b)", "sinh(a)*cosh(b) + cosh(a)*sinh(b)"),
                      rule("cosh-of-sum", "cosh(a + b)", "cosh(a)*cosh(b) + sinh(a)*sinh(b)")))
              .ofSeveral(),
          new Basis(
                  "sums-of-angles-as-products",
                  List.of(
                      rule(
                          "sum-of-sin", "c*sin(a) + c*sin(b)", "2*c*sin(a/2 + b/2)*cos(a/2 - b/2)"),
                      rule(
                          "difference-of-sin",
                          "c*sin(a) - c*sin(b)",
                          "2*c*sin(a/2 - b/2)*cos(a/2 + b/2)"),
                      rule(
                          "sum-of-cos", "c*cos(a) + c*cos(b)", "2*c*cos(a/2 + b/2)*cos(a/2 - b/2)"),
                      rule(
                          "difference-of-cos",
                          "c*cos(a) - c*cos(b)",
                          "2*c*sin(a/2 + b/2)*sin(b/2 - a/2)"),
                      rule(
                          "sum-of-sinh",
                          "c*sinh(a) + c*sinh(b)",
                          "2*c*sinh(a/2 + b/2)*cosh(a/2 - b/2)"),
                      rule(
                          "difference-of-sinh",
                          "c*sinh(a) - c*sinh(b)",
                          "2*c*sinh(a/2 - b/2)*cosh(a/2 + b/2)"),
                      rule(
                          "sum-of-cosh",
                          "c*cosh(a) + c*cosh(b)",
                          "2*c*cosh(a/2 + b/2)*cosh(a/2 - b/2)"),
                      rule(
                          "difference-of-cosh",
                          "c*cosh(a) - c*cosh(b)",
                          "2*c*sinh(a/2 + b/2)*sinh(a/2 - b/2)"),
                      rule(
                          "difference-of-cos-and-sin-squared",
                          "c*cos(a)^2 - c*sin(b)^2",
                          "c*cos(a + b)*cos(a - b)"),
                      rule(
                          "difference-of-sin-squared",
                          "c*sin(a)^2 - c*sin(b)^2",
                          "c*sin(a + b)*sin(a - b)")))
              .ofSeveral(),
          new Basis(
              "logarithms-apart",
              List.of(
                  rule("log-of-product", "log(a*b)", "log(a) + log(b)").when(positive("a")),
                  rule("log-of-power", "log(a^b)", "b*log(a)").when(positive("a")))),
          new Basis(
              "powers-apart",
              List.of(
                  rule("power-of-sum", "a^(b + c)", "a^b*a^c"),
                  rule("exp-of-sum", "exp(a + b)", "exp(a)*exp(b)"),
                  rule("power-of-product", "(a*b)^c", "a^c*b^c").when(positive("a")),
                  rule("root-of-product", "(a*b)^n", "a^n*b^n").when(positive("a"), number("n")))));

  private BasisRules() {}
}
