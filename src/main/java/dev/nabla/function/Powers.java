package dev.nabla.function;

import static dev.nabla.function.FunctionBuilder.binary;
import static dev.nabla.function.FunctionBuilder.unary;

import java.util.List;

/**
 * What is written as a function and is a power (DLMF 4.2(iv)): no nodes of their own, but
 * documented.
 */
final class Powers {
  static final List<ElementaryFunction> FUNCTIONS =
      List.of(
          // ---- sqrt: 1/(2·√x) (DLMF 4.2.26, d/dx xᵃ = a·x^(a−1))
          unary("sqrt")
              .description("square root")
              .canonicalForm("x^(1/2)")
              .derivative("1/(2*sqrt(x))")
              .domain("x >= 0")
              .kink("x == 0")
              .special("0", "0")
              .special("1", "1")
              .special("4", "2")
              .java(Math.class)
              .vector("SQRT")
              .decimals(DecimalExponentials.class)
              .latex("\\sqrt{#1}")
              .c("sqrt")
              .python("math.sqrt")
              .build(),

          // ---- pow: y·x^(y−1) and x^y·log x (DLMF 4.2.26)
          binary("pow")
              .description("power")
              .canonicalForm("x^y")
              .derivative("y*x^(y - 1)", "x^y*log(x)")
              .domain("x > 0 or (x == 0 and y >= 0) or (x < 0 and y == floor(y))")
              .special("2,3", "8")
              .special("5,0", "1")
              .java(Math.class)
              .vector("POW")
              .decimals(DecimalExponentials.class)
              .latex("{#1}^{#2}")
              .c("pow")
              .python("math.pow")
              .build());

  private Powers() {}
}
