package dev.nabla.function;

import static dev.nabla.function.ElementaryFunction.unary;

import java.util.List;

/** The hyperbolic functions and their inverses (DLMF 4.28–4.40). */
final class Hyperbolic {
  static final List<ElementaryFunction> FUNCTIONS =
      List.of(
          // ---- tanh: 1 − tanh² x (DLMF 4.34.10)
          unary("tanh")
              .description("hyperbolic tangent")
              .derivative("1 - tanh(x)^2")
              .odd()
              .special("0", "0")
              .java(Math.class, "tanh")
              .vector("TANH")
              .highPrecision(arguments -> PreciseMath.tanh(arguments.get(0)))
              .latex("\\tanh")
              .c("tanh")
              .python("math.tanh")
              .build());

  private Hyperbolic() {}
}
