package dev.nabla.function;

import static dev.nabla.function.FunctionBuilder.unary;

import java.util.List;

/** The hyperbolic functions (DLMF 4.28–4.36). */
final class Hyperbolic {
  static final List<ElementaryFunction> FUNCTIONS =
      List.of(
          // ---- sinh: cosh x (DLMF 4.34.1)
          unary("sinh")
              .description("hyperbolic sine")
              .derivative("cosh(x)")
              .odd()
              .special("0", "0")
              .java(DoubleHyperbolic.class)
              .ulps(1.5)
              .vector("SINH")
              .decimals(DecimalHyperbolic.class)
              .latex("\\sinh")
              .c("sinh")
              .python("math.sinh")
              .build(),

          // ---- cosh: sinh x (DLMF 4.34.2)
          unary("cosh")
              .description("hyperbolic cosine")
              .derivative("sinh(x)")
              .even()
              .special("0", "1")
              .java(Math.class)
              .ulps(1.5)
              .vector("COSH")
              .decimals(DecimalHyperbolic.class)
              .latex("\\cosh")
              .c("cosh")
              .python("math.cosh")
              .build(),

          // ---- tanh: sech² x = 1 − tanh² x (DLMF 4.34.3)
          unary("tanh")
              .description("hyperbolic tangent")
              .derivative("1 - tanh(x)^2")
              .accurateDerivative("sech(x)^2")
              .odd()
              .special("0", "0")
              .java(DoubleHyperbolic.class)
              .ulps(1.5)
              .vector("TANH")
              .decimals(DecimalHyperbolic.class)
              .latex("\\tanh")
              .c("tanh")
              .python("math.tanh")
              .build(),

          // ---- coth: −csch² x = 1 − coth² x (DLMF 4.34.6)
          unary("coth")
              .description("hyperbolic cotangent")
              .derivative("1 - coth(x)^2")
              .accurateDerivative("-csch(x)^2")
              .domain("x != 0")
              .odd()
              .java(DoubleHyperbolic.class)
              .ulps(1.5)
              .decimals(DecimalHyperbolic.class)
              .latex("\\coth")
              .build(),

          // ---- sech: −sech x·tanh x (DLMF 4.34.5)
          unary("sech")
              .description("hyperbolic secant")
              .derivative("-sech(x)*tanh(x)")
              .even()
              .special("0", "1")
              .java(DoubleHyperbolic.class)
              .ulps(2)
              .decimals(DecimalHyperbolic.class)
              .build(),

          // ---- csch: −csch x·coth x (DLMF 4.34.4)
          unary("csch")
              .alias("cosech")
              .description("hyperbolic cosecant")
              .derivative("-csch(x)*coth(x)")
              .domain("x != 0")
              .odd()
              .java(DoubleHyperbolic.class)
              .ulps(2)
              .decimals(DecimalHyperbolic.class)
              .build());

  private Hyperbolic() {}
}
