package dev.nabla.function;

import static dev.nabla.function.FunctionBuilder.unary;

import java.util.List;

/** The inverse hyperbolic functions (DLMF 4.37–4.38). */
final class InverseHyperbolic {
  static final List<ElementaryFunction> FUNCTIONS =
      List.of(
          // ---- asinh: 1/√(1 + x²) (DLMF 4.38.8)
          unary("asinh")
              .alias("arsinh", "arcsinh")
              .description("inverse hyperbolic sine")
              .derivative("1/sqrt(x^2 + 1)")
              .accurateDerivative("1/hypot(x, 1)")
              .odd()
              .special("0", "0")
              .java(DoubleHyperbolic.class)
              .ulps(1.5)
              .decimals(DecimalHyperbolic.class)
              .latex("\\operatorname{arsinh}")
              .c("asinh")
              .python("math.asinh")
              .build(),

          // ---- acosh: 1/√(x² − 1) (DLMF 4.38.9)
          unary("acosh")
              .alias("arcosh", "arccosh")
              .description("inverse hyperbolic cosine")
              .derivative("1/sqrt(x^2 - 1)")
              .accurateDerivative("1/(sqrt(x - 1)*sqrt(x + 1))")
              .domain("x >= 1")
              .kink("x == 1")
              .special("1", "0")
              .java(DoubleHyperbolic.class)
              .ulps(1.5)
              .decimals(DecimalHyperbolic.class)
              .latex("\\operatorname{arcosh}")
              .c("acosh")
              .python("math.acosh")
              .build(),

          // ---- atanh: 1/(1 − x²) (DLMF 4.38.10)
          unary("atanh")
              .alias("artanh", "arctanh")
              .description("inverse hyperbolic tangent")
              .derivative("1/(1 - x^2)")
              .accurateDerivative("1/((1 - x)*(1 + x))")
              .domain("-1 < x and x < 1")
              .odd()
              .special("0", "0")
              .java(DoubleHyperbolic.class)
              .ulps(1.5)
              .decimals(DecimalHyperbolic.class)
              .latex("\\operatorname{artanh}")
              .c("atanh")
              .python("math.atanh")
              .build(),

          // ---- acoth: 1/(1 − x²) (DLMF 4.38.13)
          unary("acoth")
              .alias("arcoth", "arccoth")
              .description("inverse hyperbolic cotangent")
              .derivative("1/(1 - x^2)")
              .accurateDerivative("1/((1 - x)*(1 + x))")
              .domain("x < -1 or x > 1")
              .odd()
              .java(DoubleHyperbolic.class)
              .ulps(1.5)
              .decimals(DecimalHyperbolic.class)
              .latex("\\operatorname{arcoth}")
              .build(),

          // ---- asech: −1/(x·√(1 − x²)) (DLMF 4.38.12)
          unary("asech")
              .alias("arsech", "arcsech")
              .description("inverse hyperbolic secant")
              .derivative("-1/(x*sqrt(1 - x^2))")
              .accurateDerivative("-1/(x*sqrt((1 - x)*(1 + x)))")
              .domain("0 < x and x <= 1")
              .kink("x == 1")
              .special("1", "0")
              .java(DoubleHyperbolic.class)
              .ulps(1.5)
              .decimals(DecimalHyperbolic.class)
              .latex("\\operatorname{arsech}")
              .build(),

          // ---- acsch: −1/(|x|·√(1 + x²)) (DLMF 4.38.11)
          unary("acsch")
              .alias("arcsch", "arccsch")
              .description("inverse hyperbolic cosecant")
              .derivative("-1/(abs(x)*sqrt(x^2 + 1))")
              .accurateDerivative("-1/(abs(x)*hypot(x, 1))")
              .domain("x != 0")
              .odd()
              .java(DoubleHyperbolic.class)
              .ulps(2)
              .decimals(DecimalHyperbolic.class)
              .latex("\\operatorname{arcsch}")
              .build());

  private InverseHyperbolic() {}
}
