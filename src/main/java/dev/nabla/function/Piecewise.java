package dev.nabla.function;

import static dev.nabla.function.FunctionBuilder.binary;
import static dev.nabla.function.FunctionBuilder.unary;

import java.util.List;

/** Functions that are linear or constant between their kinks. */
final class Piecewise {
  static final List<ElementaryFunction> FUNCTIONS =
      List.of(
          // ---- abs: sign x for x ≠ 0
          unary("abs")
              .description("absolute value")
              .derivative("sign(x)")
              .kink("x == 0")
              .even()
              .special("0", "0")
              .special("-1", "1")
              .java(Math.class)
              .vector("ABS")
              .decimals(DecimalPiecewise.class)
              .latex("\\left|#1\\right|")
              .c("fabs")
              .python("abs")
              .build(),

          // ---- sign: 0 for x ≠ 0, where it jumps
          unary("sign")
              .alias("sgn", "signum")
              .description("sign: -1, 0 or 1")
              .derivative("0")
              .kink("x == 0")
              .odd()
              .special("0", "0")
              .special("2", "1")
              .special("-2", "-1")
              .java(Math.class, "signum")
              .decimals(DecimalPiecewise.class)
              .build(),

          // ---- min: 1 for the lesser argument, 0 for the other
          binary("min")
              .alias("minimum")
              .description("lesser of two")
              .derivative("if x < y then 1 else 0", "if x < y then 0 else 1")
              .kink("x == y")
              .special("1,2", "1")
              .java(Math.class)
              .vector("MIN")
              .decimals(DecimalPiecewise.class)
              .latex("\\min")
              .c("fmin")
              .python("min")
              .build(),

          // ---- max: 1 for the greater argument, 0 for the other
          binary("max")
              .alias("maximum")
              .description("greater of two")
              .derivative("if x > y then 1 else 0", "if x > y then 0 else 1")
              .kink("x == y")
              .special("1,2", "2")
              .java(Math.class)
              .vector("MAX")
              .decimals(DecimalPiecewise.class)
              .latex("\\max")
              .c("fmax")
              .python("max")
              .build(),

          // ---- floor: 0 between the integers
          unary("floor")
              .description("greatest integer that is not above")
              .derivative("0")
              .kink("x == floor(x)")
              .special("1/2", "0")
              .special("-1/2", "-1")
              .java(Math.class)
              .decimals(DecimalPiecewise.class)
              .latex("\\left\\lfloor #1 \\right\\rfloor")
              .c("floor")
              .python("math.floor")
              .build(),

          // ---- ceil: 0 between the integers
          unary("ceil")
              .alias("ceiling")
              .description("least integer that is not below")
              .derivative("0")
              .kink("x == floor(x)")
              .special("1/2", "1")
              .special("-1/2", "0")
              .java(Math.class)
              .decimals(DecimalPiecewise.class)
              .latex("\\left\\lceil #1 \\right\\rceil")
              .c("ceil")
              .python("math.ceil")
              .build());

  private Piecewise() {}
}
