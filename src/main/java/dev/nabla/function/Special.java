package dev.nabla.function;

import static dev.nabla.function.FunctionBuilder.binary;
import static dev.nabla.function.FunctionBuilder.unary;

import java.util.List;

/** Error and gamma functions (DLMF 5 and 7). */
final class Special {
  static final List<ElementaryFunction> FUNCTIONS =
      List.of(
          // ---- erf: 2/√π·e^−x² (DLMF 7.2.1)
          unary("erf")
              .description("error function")
              .derivative("2/sqrt(pi)*exp(-x^2)")
              .odd()
              .special("0", "0")
              .java(DoubleErrorFunction.class)
              .ulps(1.5)
              .decimals(DecimalErrorFunction.class)
              .c("erf")
              .python("math.erf")
              .build(),

          // ---- erfc: −2/√π·e^−x² (DLMF 7.2.2)
          unary("erfc")
              .description("complementary error function, 1 - erf(x)")
              .derivative("-2/sqrt(pi)*exp(-x^2)")
              .special("0", "1")
              .java(DoubleErrorFunction.class)
              .ulps(3)
              .decimals(DecimalErrorFunction.class)
              .c("erfc")
              .python("math.erfc")
              .build(),

          // ---- gamma: Γ(x)·ψ(x) (DLMF 5.2.2)
          unary("gamma")
              .alias("tgamma")
              .description("gamma function")
              .derivative("gamma(x)*digamma(x)")
              .domain("x > 0 or x != floor(x)")
              .special("1", "1")
              .special("2", "1")
              .special("5", "24")
              .special("1/2", "sqrt(pi)")
              .java(DoubleGamma.class)
              .ulps(6)
              .decimals(DecimalGamma.class)
              .latex("\\Gamma")
              .c("tgamma")
              .python("math.gamma")
              .build(),

          // ---- lgamma: ψ(x) (DLMF 5.2.2)
          unary("lgamma")
              .alias("gammaln", "loggamma")
              .description("log of the absolute value of the gamma function")
              .derivative("digamma(x)")
              .domain("x > 0 or x != floor(x)")
              .special("1", "0")
              .special("2", "0")
              .special("1/2", "log(pi)/2")
              .java(DoubleGamma.class)
              .ulps(4)
              .coarseLeftOfZero()
              .decimals(DecimalGamma.class)
              .latex("\\log\\left|\\Gamma\\left(#1\\right)\\right|")
              .c("lgamma")
              .python("math.lgamma")
              .build(),

          // ---- digamma: ψ′(x) (DLMF 5.15)
          unary("digamma")
              .alias("psi")
              .description("logarithmic derivative of the gamma function")
              .derivative("trigamma(x)")
              .domain("x > 0 or x != floor(x)")
              .java(DoubleGamma.class)
              .ulps(8)
              .coarseLeftOfZero()
              .decimals(DecimalGamma.class)
              .latex("\\psi")
              .build(),

          // ---- trigamma: ψ″(x) (DLMF 5.15)
          unary("trigamma")
              .description("derivative of digamma")
              .derivative("polygamma(2, x)")
              .domain("x > 0 or x != floor(x)")
              .special("1", "pi^2/6")
              .special("1/2", "pi^2/2")
              .java(DoubleGamma.class)
              .ulps(2)
              .coarseLeftOfZero()
              .decimals(DecimalGamma.class)
              .latex("\\psi'")
              .build(),

          // ---- polygamma: ψ⁽ˣ⁺¹⁾(y) for y, none for the order (DLMF 5.15)
          binary("polygamma")
              .description("derivative of digamma of order x at y")
              .noDerivative("the order is a whole number")
              .derivative("polygamma(x + 1, y)")
              .domain("x >= 0 and x == floor(x) and (y > 0 or y != floor(y))")
              .special("1,1", "pi^2/6")
              .java(DoubleGamma.class)
              .ulps(4)
              .coarseLeftOfZero()
              .decimals(DecimalGamma.class)
              .latex("\\psi^{(#1)}\\left(#2\\right)")
              .build());

  private Special() {}
}
